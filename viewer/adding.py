"""Many files on their way into the library, beside the window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from library.errors import DiptychError
from library.importers.formats import Parcel
from library.importers.importing import ImportReport, import_parcels
from viewer.words import counted

if TYPE_CHECKING:
    from viewer.session import Session

NAMED = 3  # so many files are named in a message; the others are counted


class Adding(QObject):
    """Adds parcels without opening them, and says what came of it."""

    def __init__(self, session: Session, parcels: Sequence[Parcel]) -> None:
        super().__init__(session)
        self._session = session
        self._parcels = tuple(parcels)

    def begin(self) -> None:
        session = self._session
        work = import_parcels(self._parcels, session.store, session.pages.pool)
        job = session.jobs.begin(work)
        job.progressed.connect(lambda _: session.shelf_changed.emit())
        job.finished.connect(self._tell)
        job.failed.connect(lambda error: session.failed.emit(str(error)))
        job.stopped.connect(self._tell_stopped)
        job.ended.connect(self.deleteLater)

    def _tell_stopped(self) -> None:
        self._session.shelf_changed.emit()
        self._session.told.emit(self.tr("Adding was stopped; what was added stays."))

    def _tell(self, report: ImportReport) -> None:
        for _, document_id in report.known:
            self._session.restore_document(document_id)
        self._session.shelf_changed.emit()
        added, known = len(report.added), len(report.known)
        words = [
            counted(
                added,
                self.tr("1 document was added to your library."),
                self.tr("{0} documents were added to your library."),
            )
        ]
        if known:
            there = self.tr("{0} were there already.")
            words.append(counted(known, self.tr("1 was there already."), there))
        self._session.told.emit(" ".join(words))
        if report.failed:
            self._session.failed.emit(self._failures([error for _, error in report.failed]))

    def _failures(self, errors: Sequence[DiptychError]) -> str:
        sentences = [str(error) for error in errors[:NAMED]]
        if len(errors) > NAMED:
            sentences.append(
                self.tr("%n other file(s) could not be added.", "", len(errors) - NAMED)
            )
        return " ".join(sentences)

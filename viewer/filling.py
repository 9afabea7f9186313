"""Records filled from a file of references that the reader names."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject

from library.citing.filling import filling, matched
from library.citing.reading import read_references
from library.model.change import Change, Edit
from library.progress import Progress
from viewer import labels
from viewer.session import Session


class Filled(NamedTuple):
    """What references add to the records, and how many are of no document."""

    edits: tuple[Edit, ...]
    unknown: int


class Filling(QObject):
    """Reads the file beside the window; what it adds is one change."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session

    def begin(self, file: Path) -> None:
        job = self._session.jobs.begin(self._work(file))
        job.finished.connect(self._take)
        job.failed.connect(lambda error: self._session.failed.emit(str(error)))
        job.ended.connect(self.deleteLater)

    def _work(self, file: Path) -> Generator[Progress, None, Filled]:
        yield Progress(0, 0, self.tr("Reading references"))
        store, edits, unknown = self._session.store, list[Edit](), 0
        references = read_references(file)
        for done, (reference, known) in enumerate(matched(references, store.records.known())):
            yield Progress(done, len(references), self.tr("Filling records"))
            if known is None:
                unknown += 1
            else:
                record = store.records.record(known)
                edits += filling(known, record, reference, store.records.of)
        return Filled(tuple(edits), unknown)

    def _take(self, found: Filled) -> None:
        documents = {edit.item.document for edit in found.edits}
        if found.edits:
            self._session.history.do(None, Change(labels.FILL_RECORDS, found.edits))
        told = [self._filled(len(documents))]
        if found.unknown == 1:
            told.append(self.tr("One reference is of no document here."))
        elif found.unknown:
            told.append(self.tr("{0} references are of no document here.").format(found.unknown))
        self._session.told.emit(" ".join(told))

    def _filled(self, documents: int) -> str:
        if not documents:
            return self.tr("The references say nothing new.")
        if documents == 1:
            return self.tr("One record was filled.")
        return self.tr("{0} records were filled.").format(documents)

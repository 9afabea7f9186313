"""Making one of two documents, worked out beside the window: one change, to be taken back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from library.duplicates.merging import Merging
from library.duplicates.merging import merging as work
from library.model.change import Change
from viewer import labels
from viewer.clock import Clock, utc_now
from viewer.session import Session
from viewer.words import counted


class DocumentMerging(QObject):
    """Moves what the reader made from one document to another."""

    told = Signal(str)  # a sentence: what came of it

    def __init__(self, session: Session, parent: QObject, clock: Clock = utc_now) -> None:
        super().__init__(parent)
        self._session = session
        self._clock = clock

    def begin(self, kept: str, gone: str) -> None:
        """Nothing is changed where the one has no place for what was made in the other."""
        job = self._session.jobs.begin(work(self._session.store, kept, gone, self._clock()))
        job.finished.connect(self._take)
        job.failed.connect(lambda error: self.told.emit(str(error)))

    def _take(self, found: Merging) -> None:
        self._session.history.do(None, Change(labels.MERGE_DOCUMENTS, found.edits))
        sentence = self.tr("Merged. In the Library, Ctrl+Z brings both back.")
        if found.to_check:
            one = self.tr("A note is to be checked: see Notes to Check, in Annotate.")
            many = self.tr("{0} notes are to be checked: see Notes to Check, in Annotate.")
            sentence = f"{sentence} {counted(found.to_check, one, many)}"
        self.told.emit(sentence)

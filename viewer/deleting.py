"""Taking documents and notes out of the trash for good, after a question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from library.errors import LibraryReadOnly
from library.model.annotation import Annotation, Bookmark
from viewer.session import Session
from viewer.words import counted


class Deleting(QObject):
    """The same question wherever it is asked."""

    begun = Signal()  # documents take a while: their files go, and a backup is made first
    ended = Signal()

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._window = session, parent

    def delete(self, documents: Sequence[str], notes: Sequence[Annotation | Bookmark] = ()) -> None:
        """Delete those of them that are in the trash, if the reader is sure."""
        store = self._session.store
        if store.is_read_only:
            self._session.failed.emit(str(LibraryReadOnly()))
        elif self._is_sure(len(documents), len(notes)):
            store.trash.delete(notes)
            self._delete_documents(documents)

    def _is_sure(self, documents: int, notes: int) -> bool:
        """Documents go with their files, and only the newest backup keeps their notes."""
        gone = [
            counted(documents, self.tr("1 document"), self.tr("{0} documents"))
            if documents
            else "",
            counted(notes, self.tr("1 note"), self.tr("{0} notes")) if notes else "",
        ]
        what = self.tr(" and ").join(filter(None, gone))
        question = self.tr("Delete {0} for good? This cannot be undone.").format(what)
        if documents:
            question += "\n\n" + self.tr(
                "The documents go with all their notes and the library's copies of their files. "
                "The library is backed up first; the backup keeps texts and notes, not the files."
            )
        yes = QMessageBox.question(self._window, self.tr("Delete for Good"), question)
        return yes is QMessageBox.StandardButton.Yes

    def _delete_documents(self, documents: Sequence[str]) -> None:
        if not documents:
            self.ended.emit()
            return
        self.begun.emit()
        job = self._session.jobs.begin(self._session.store.purging.deleting(documents))
        job.failed.connect(lambda error: self._session.failed.emit(str(error)))
        job.ended.connect(self._session.shelf_changed)
        job.ended.connect(self.ended)

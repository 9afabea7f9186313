"""The trash: notes, bookmarks and documents, brought back or taken away for good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QMessageBox, QWidget

from library.model.annotation import Annotation
from library.model.change import Change, Edit, Holding
from library.store.trash import Trashed
from viewer import labels
from viewer.clock import utc_now
from viewer.dialogs.listing import Deed, Entry, ListingDialog
from viewer.dialogs.wording import day_of, note_line
from viewer.session import Session
from viewer.words import counted

Key = Trashed | Holding


class TrashDialog(ListingDialog):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Trash"), self.tr("The trash is empty."))
        self._session = session
        self.add_deed(Deed(self.tr("Bring Back"), self._restore))
        self.add_deed(Deed(self.tr("Delete for Good…"), self._delete))
        self.emptying = self.add_button(self.tr("Empty the Trash…"), self._empty)
        session.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.show_entries(self._entries())
        trash = self._session.store.trash
        self.emptying.setEnabled(bool(trash.notes() or trash.documents()))

    def _entries(self) -> Iterator[Entry]:
        trash = self._session.store.trash
        for document, title in trash.documents():
            yield Entry(document, self.tr("Documents"), title, icon="file-text")
        for trashed in trash.notes():
            deleted = trashed.item.deleted
            aside = day_of(deleted) if deleted is not None else ""
            name = "highlighter" if isinstance(trashed.item, Annotation) else "bookmark"
            yield Entry(trashed, trashed.title, note_line(trashed.item), aside, name)

    def _restore(self, keys: Sequence[object]) -> None:
        """Documents first: notes come back into documents that are there."""
        for key in keys:
            if isinstance(key, str):
                self._session.restore_document(key)
        notes = [key.item for key in keys if isinstance(key, Trashed)]
        edits = tuple(Edit(note, replace(note, deleted=None)) for note in notes)
        if edits:
            self._session.history.do(None, Change(labels.RESTORE, edits))

    def _delete(self, keys: Sequence[object]) -> None:
        documents = [key for key in keys if isinstance(key, str)]
        notes = [key.item for key in keys if isinstance(key, Trashed)]
        if self._is_sure(len(documents), len(notes)):
            self._session.store.trash.delete(notes)
            self._delete_documents(documents)

    def _empty(self) -> None:
        documents = [document for document, _ in self._session.store.trash.documents()]
        if self._is_sure(len(documents), len(self._session.store.trash.notes())):
            self._session.store.trash.empty(utc_now())
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
        yes = QMessageBox.question(self, self.windowTitle(), question)
        return yes is QMessageBox.StandardButton.Yes

    def _delete_documents(self, documents: Sequence[str]) -> None:
        self._refresh()
        if documents:
            self.setEnabled(False)
            job = self._session.jobs.begin(self._session.store.purging.deleting(documents))
            job.failed.connect(lambda error: self._session.failed.emit(str(error)))
            job.ended.connect(self._show_deleted)

    def _show_deleted(self) -> None:
        self.setEnabled(True)
        self._refresh()
        self._session.shelf_changed.emit()

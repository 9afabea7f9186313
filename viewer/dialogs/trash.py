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

Key = Trashed | Holding


class TrashDialog(ListingDialog):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Trash"), self.tr("The trash is empty."))
        self._session = session
        self.add_deed(Deed(self.tr("Bring Back"), self._restore))
        self.emptying = self.add_button(self.tr("Empty the Trash…"), self._empty)
        session.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.show_entries(self._entries())
        self.emptying.setEnabled(bool(self._session.store.trash.notes()))

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

    def _empty(self) -> None:
        question = self.tr(
            "All notes and bookmarks in the trash will be gone for good. Documents stay there."
        )
        yes = QMessageBox.question(self, self.windowTitle(), question)
        if yes is QMessageBox.StandardButton.Yes:
            self._session.store.trash.empty(utc_now())
            self._refresh()

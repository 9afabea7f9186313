"""The trash: notes, bookmarks and documents, brought back or taken away for good."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from library.model.annotation import Annotation
from library.store.trash import Trashed
from viewer.deleting import Deleting
from viewer.dialogs.listing import Deed, ListingDialog
from viewer.dialogs.listing_model import Entry
from viewer.dialogs.wording import day_of, note_line
from viewer.session import Session


class TrashDialog(ListingDialog):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entitle(self.tr("Trash"), self.tr("The trash is empty."))
        self._session = session
        self._deleting = Deleting(session, self)
        self._deleting.begun.connect(lambda: self.setEnabled(False))
        self._deleting.ended.connect(self._show_deleted)
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
        notes = [key.item for key in keys if isinstance(key, Trashed)]
        self._session.shelving.restore([key for key in keys if isinstance(key, str)], notes)

    def _delete(self, keys: Sequence[object]) -> None:
        notes = [key.item for key in keys if isinstance(key, Trashed)]
        self._deleting.delete([key for key in keys if isinstance(key, str)], notes)

    def _empty(self) -> None:
        trash = self._session.store.trash
        documents = [document for document, _ in trash.documents()]
        self._deleting.delete(documents, [trashed.item for trashed in trash.notes()])

    def _show_deleted(self) -> None:
        self.setEnabled(True)
        self._refresh()

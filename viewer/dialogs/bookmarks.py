"""The bookmarks of all documents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from library.model.annotation import Bookmark
from library.model.change import Change, Edit
from library.store.marked_places import MarkedPlace
from viewer import labels
from viewer.clock import utc_now
from viewer.dialogs.listing import Deed, ListingDialog
from viewer.dialogs.listing_model import Entry
from viewer.session import Session


class BookmarksDialog(ListingDialog):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entitle(
            self.tr("Bookmarks"),
            self.tr("No bookmark yet. Ctrl+B marks the page, or the words that are selected."),
        )
        self._session = session
        self.add_deed(Deed(self.tr("Go There"), self._go, alone=True))
        self.add_deed(Deed(self.tr("Delete"), self._delete))
        session.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self.show_entries(self._entries())

    def _entries(self) -> Iterator[Entry]:
        for place in self._session.store.places.all():
            bookmark = place.bookmark
            whole = bookmark.page is None and bookmark.passage is None
            sign = "star" if whole else "bookmark"
            picture = self._thumbnail(bookmark)
            yield Entry(place, place.title, bookmark.name, icon=sign, picture=picture)

    def _thumbnail(self, bookmark: Bookmark) -> bytes | None:
        """Of its page where there is one, else of the page that stands for the document."""
        store = self._session.store
        pages = store.document(bookmark.document).scan_pages[:1]
        own = () if bookmark.page is None else (bookmark.page,)
        found = (store.thumbnail(bookmark.document, page) for page in (*own, *pages))
        return next((each for each in found if each is not None), None)

    def _go(self, keys: Sequence[MarkedPlace]) -> None:
        bookmark = keys[0].bookmark
        self._session.open_document(bookmark.document, note=bookmark.id)
        self.accept()

    def _delete(self, keys: Sequence[MarkedPlace]) -> None:
        now = utc_now()
        marks = [place.bookmark for place in keys]
        edits = tuple(Edit(mark, replace(mark, deleted=now)) for mark in marks)
        label = labels.DELETE_BOOKMARK if len(edits) == 1 else labels.DELETE_NOTES
        self._session.history.do(None, Change(label, edits))

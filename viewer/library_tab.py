"""The Library tab: the shelf, told what the library holds and heard for what to open.

The shelf is made when it is first looked at: a file that opens at the start comes first.
"""

from __future__ import annotations

from collections.abc import Generator
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from library.errors import DiptychError
from library.model.reading import ShelfEntry
from library.model.record import Record
from library.progress import Progress
from library.store.store import Store
from resources import guide_file
from viewer.asking import Asking
from viewer.dialogs.files import ask_for_files
from viewer.fields import hairline
from viewer.session import Session

if TYPE_CHECKING:
    from viewer.search.library_search import LibrarySearch
    from viewer.shelf.panel import ShelfPanel

SORT = "shelf sort"
REFRESH_AFTER = 120  # ms: many changes at once repaint the table once
OPENS_WITHIN = 1000  # ms: a file that takes longer to open leaves the shelf to be seen


class LibraryTab(QWidget):
    """Joins the shelf and the search to the session."""

    search_made = Signal(object)  # LibrarySearch

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.asking = Asking(self)
        self._entries: dict[str, ShelfEntry] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(REFRESH_AFTER)
        self._later.timeout.connect(self.refresh)
        session.shelf_changed.connect(self._refresh_later)
        session.ended.connect(self._later.stop)

    @cached_property
    def shelf(self) -> ShelfPanel:
        shelf: ShelfPanel = import_module("viewer.shelf.panel").ShelfPanel()
        shelf.restore_sort(str(self._session.store.recall(SORT) or ""))
        shelf.sort_changed.connect(self._remember_sort)
        shelf.open_asked.connect(self._open)
        shelf.remove_asked.connect(self._session.remove_documents)
        shelf.files_dropped.connect(self._session.add_paths)
        shelf.open_files_asked.connect(self._ask_for_files)
        shelf.preview_asked.connect(self._ask_preview)
        self._join(shelf)
        column = self.layout()
        assert isinstance(column, QVBoxLayout)  # noqa: S101 - made above
        column.addWidget(self.search.top)
        column.addWidget(hairline())
        column.addWidget(shelf, 1)
        self.setFocusProxy(shelf)
        if self.hasFocus():
            shelf.setFocus()
        return shelf

    @cached_property
    def search(self) -> LibrarySearch:
        module = import_module("viewer.search.library_search")
        search: LibrarySearch = module.LibrarySearch(self._session, self.asking, self)
        self.search_made.emit(search)
        return search

    def _join(self, shelf: ShelfPanel) -> None:
        """What was found takes the table's place while something is searched for."""
        search = self.search
        search.shown_changed.connect(
            lambda shown: shelf.show_instead(search.results if shown else None)
        )
        search.document_chosen.connect(shelf.look_at)
        search.left_downwards.connect(shelf.enter_table)
        search.entered.connect(shelf.open_first)
        shelf.counted.connect(search.top.say)
        shelf.counted.connect(lambda words: search.top.setVisible(bool(words)))
        shelf.typed.connect(search.begin)
        shelf.left_upwards.connect(search.top.field.setFocus)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        opens = self._session.is_opening
        QTimer.singleShot(OPENS_WITHIN if opens else 0, self, self.refresh)

    def refresh(self) -> None:
        """Show what the library holds now, if it is looked at."""
        self._later.stop()
        if not self.isVisible():
            return
        _ = self.shelf  # made first: it asks the library, which is busy then
        job = self._session.jobs.begin(_read_shelf(self._session.store), quiet=True)
        job.finished.connect(self._show_entries)
        job.failed.connect(lambda error: self._session.failed.emit(str(error)))

    def chosen(self) -> list[str]:
        """The ids of the chosen documents."""
        return self.search.chosen() if self.search.is_shown else self.shelf.chosen()

    def find_document(self) -> None:
        """Put the caret into the field that searches the library."""
        _ = self.shelf  # the field stands over it
        self.search.begin()
        self.search.top.field.selectAll()

    def _show_entries(self, entries: tuple[ShelfEntry, ...]) -> None:
        self._entries = {entry.id: entry for entry in entries}
        self.shelf.show_entries(entries)

    def _remember_sort(self) -> None:
        try:
            self._session.store.remember(SORT, self.shelf.sort_state())
        except DiptychError as error:
            self._session.failed.emit(str(error))

    def open_guide(self) -> None:
        self._session.open_paths([guide_file()])

    def _refresh_later(self) -> None:
        if self.isVisible() and not self._later.isActive():
            self._later.start()

    def _open(self, document_ids: list[str]) -> None:
        for document_id in document_ids:
            self._session.open_document(document_id)

    def _ask_for_files(self) -> None:
        self._session.open_paths(ask_for_files(self))

    def _ask_preview(self, document_id: str) -> None:
        job = self._session.jobs.begin(_read_preview(self._session.store, document_id), quiet=True)
        job.finished.connect(lambda found: self._show_preview(document_id, *found))
        job.failed.connect(lambda error: self._session.failed.emit(str(error)))

    def _show_preview(self, document_id: str, record: Record, picture: bytes | None) -> None:
        entry = self._entries.get(document_id)
        if entry is not None:
            image = QImage.fromData(picture) if picture else None
            self.shelf.show_preview(entry, record.summary or "", record.citation or "", image)


def _read_shelf(store: Store) -> Generator[Progress, None, tuple[ShelfEntry, ...]]:
    """Read the table's rows beside the window: thousands take longer than a frame."""
    yield from ()
    return store.shelf()


def _read_preview(
    store: Store, document_id: str
) -> Generator[Progress, None, tuple[Record, bytes | None]]:
    yield from ()
    document = store.document(document_id)
    cover = document.scan_pages[0] if document.scan_pages else 0
    return document.record, store.preview(document_id, cover)

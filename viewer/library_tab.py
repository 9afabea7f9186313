"""The Library tab: the shelf and the search, joined to the session.

Both are made when the tab is first looked at: a file that opens at the start comes first.
"""

from __future__ import annotations

from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources import guide_file
from viewer.asking import Asking
from viewer.fields import hairline
from viewer.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.search.library_search import LibrarySearch
    from viewer.shelf.panel import ShelfPanel
    from viewer.shelf_keeping import ShelfKeeping

REFRESH_AFTER = 120  # ms: many changes at once repaint the table once
OPENS_WITHIN = 1000  # ms: a file that takes longer to open leaves the shelf to be seen


class LibraryTab(QWidget):
    """Joins the shelf and the search to one another."""

    search_made = Signal(object)  # LibrarySearch
    cite_asked = Signal(list)  # ids
    edit_asked = Signal(list)  # ids: their records

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.asking = Asking(self)
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
        shelf = self._keeping.panel
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

    @cached_property
    def _keeping(self) -> ShelfKeeping:
        module = import_module("viewer.shelf_keeping")
        keeping: ShelfKeeping = module.ShelfKeeping(self._session, self.asking, self)
        keeping.panel.deeds.cite_asked.connect(self.cite_asked)
        keeping.panel.deeds.edit_asked.connect(self.edit_asked)
        return keeping

    def _join(self, shelf: ShelfPanel) -> None:
        """What was found takes the table's place while something is searched for."""
        search = self.search
        shelf.hold(search.results)
        search.shown_changed.connect(
            lambda shown: shelf.show_instead(search.results if shown else None)
        )
        search.document_chosen.connect(shelf.looking.look_at)
        search.left_downwards.connect(shelf.enter_table)
        search.entered.connect(shelf.open_first)
        self._keeping.words_wanted.connect(search.search_for)
        shelf.counted.connect(search.top.say)
        shelf.counted.connect(lambda words: search.top.setVisible(bool(words)))
        shelf.typed.connect(search.begin)
        shelf.left_upwards.connect(search.top.field.setFocus)
        shelf.all_asked.connect(search.top.field.clear)
        shelf.save_asked.connect(search.top.save_asked)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        opens = self._session.is_opening
        QTimer.singleShot(OPENS_WITHIN if opens else 0, self, self.refresh)

    def refresh(self) -> None:
        """Show what the library holds now, if it is looked at."""
        self._later.stop()
        if self.isVisible() and not self._session.is_over:
            _ = self.shelf  # made first: it asks the library, which is busy then
            self._keeping.refresh()

    def with_chosen(self, act: Callable[[list[str]], None]) -> None:
        """Call with the ids of the chosen documents, as soon as they are known."""
        if not self.search.is_shown:
            self.shelf.with_chosen(act)
        elif chosen := self.search.chosen():
            act(chosen)

    def find_document(self) -> None:
        """Put the caret into the field that searches the library."""
        _ = self.shelf  # the field stands over it
        self.search.begin()
        self.search.top.field.selectAll()

    def open_guide(self) -> None:
        self._session.open_paths([guide_file()])

    def _refresh_later(self) -> None:
        if self.isVisible() and not self._later.isActive():
            self._later.start()

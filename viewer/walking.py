"""The walk through what was found, in the window: its bar over the document in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from viewer.library_tab import LibraryTab
from viewer.reading import Reading
from viewer.tabs import Tabs

if TYPE_CHECKING:
    from viewer.search.library_search import LibrarySearch


class Walking(QObject):
    """Joins the search of the Library to the tabs."""

    def __init__(self, library: LibraryTab, tabs: Tabs) -> None:
        super().__init__(tabs)
        self._library = library
        self._tabs = tabs
        library.search_made.connect(self._join)

    def _join(self, search: LibrarySearch) -> None:
        bar = search.walk_bar
        bar.hide()
        self._tabs.add_bar(bar)
        bar.back_asked.connect(self._go_back)
        search.walk.changed.connect(self._show)
        search.walk.record_asked.connect(self._show_record)
        self._tabs.front_changed.connect(lambda _: self._show())

    def _show(self) -> None:
        """The bar is over a document, as long as there is a walk."""
        search = self._library.search
        search.walk_bar.setVisible(search.walk.is_on and self._tabs.front is not None)

    def _go_back(self) -> None:
        self._tabs.bring_to_front(None)
        self._library.search.go_back()

    def _show_record(self, reading: Reading) -> None:
        tab = self._tabs.tab_of(reading)
        if tab is not None:
            tab.show_details()

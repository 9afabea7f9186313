"""What the reader switches on or off for all tabs and for good."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtGui import QAction

from viewer.document_tab import DocumentTab
from viewer.settings import Settings
from viewer.tabs import Tabs

Show = Callable[[bool], object]


class Parts:
    """Joins the checkable actions with the tabs and the settings."""

    def __init__(self, actions: Mapping[str, QAction], settings: Settings) -> None:
        self._actions = actions
        self._settings = settings

    def connect(self, tabs: Tabs) -> None:
        """Follow the actions from now on."""
        for part in _SHOWS:
            self._actions[part].setChecked(self._is_shown(part))
            self._actions[part].toggled.connect(partial(self._toggle, tabs, part))

    def _is_shown(self, part: str) -> bool:
        if part in _AT_FIRST:
            return self._settings.shows_at_first(part, _RUNS)
        return self._settings.shows(part, usual=part not in _HIDDEN)

    def dress(self, tab: DocumentTab) -> None:
        """Show a new tab's parts as the reader wants them."""
        for part, show in _SHOWS.items():
            show(tab)(self._actions[part].isChecked())

    def _toggle(self, tabs: Tabs, part: str, shown: bool) -> None:  # noqa: FBT001 - slot of toggled
        self._settings.show(part, shown)
        for tab in tabs.made:
            _SHOWS[part](tab)(shown)


_HIDDEN = ("differences",)  # until the reader wants them
_AT_FIRST = ("legend",)  # while the program is new to the reader
_RUNS = 6
_SHOWS: Mapping[str, Callable[[DocumentTab], Show]] = {
    "thumbnails": lambda tab: tab.scan.show_thumbnails,
    "annotation_bar": lambda tab: tab.bar.show_tools,
    "sidebar": lambda tab: tab.show_sidebar,
    "differences": lambda tab: tab.reading.differing.mark_always,
    "corrections": lambda tab: tab.reading.correcting.switch,
    "light_words": lambda tab: tab.reading.joint.show,
    "legend": lambda tab: tab.legend.want,
    "scroll_together": lambda tab: tab.reading.in_step.switch,
}

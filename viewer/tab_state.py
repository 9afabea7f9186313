"""The state of the tab in front, shown in the actions that all tabs share."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction

from library.model.reading import Arrangement
from viewer.arrangements import ARRANGEMENTS
from viewer.places import Tool
from viewer.reading import Reading

_TOOLS = (Tool.HIGHLIGHT, Tool.UNDERLINE, Tool.NOTE, Tool.AREA)
_NEED_THE_LIBRARY = ("highlight", "underline", "note", "area", "bookmark", "star", "check")
_NEED_THE_SCAN = (
    *("zoom_in", "zoom_out", "fit_page", "fit_width", "true_size"),
    *("rotate_left", "rotate_right", "single_page"),
)


def show_state(actions: Mapping[str, QAction], reading: Reading, now: Arrangement) -> None:
    """Check and grey the actions for this reading, whose sides are arranged so."""
    for tool in _TOOLS:
        actions[tool.value].setChecked(tool is reading.tool)
    for name, arrangement in ARRANGEMENTS.items():
        actions[name].setChecked(now is arrangement)
    for name in _NEED_THE_SCAN:
        actions[name].setEnabled(now is not Arrangement.STRIP)
    for name in _NEED_THE_LIBRARY:
        actions[name].setEnabled(reading.is_kept)
    actions["single_page"].setChecked(reading.position.single_page)
    actions["text_beside"].setChecked(reading.beside.version is not None)
    actions["back"].setEnabled(reading.trail.can_go_back)
    actions["forward"].setEnabled(reading.trail.can_go_forward)

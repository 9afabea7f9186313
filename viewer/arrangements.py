"""The actions that say how scan and text share a tab."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QAction

from library.model.reading import Arrangement

ARRANGEMENTS = {
    "beside": Arrangement.BESIDE,
    "stacked": Arrangement.STACKED,
    "scan_only": Arrangement.SCAN_ONLY,
    "text_only": Arrangement.TEXT_ONLY,
    "strip": Arrangement.STRIP,
}
_OF_THE_SCAN = (
    *("zoom_in", "zoom_out", "fit_page", "fit_width", "true_size"),
    *("rotate_left", "rotate_right", "single_page"),
)


def show_arrangement(actions: Mapping[str, QAction], now: Arrangement) -> None:
    """Show how the tab in front is arranged, and grey what it leaves nothing to do for."""
    for name, arrangement in ARRANGEMENTS.items():
        actions[name].setChecked(now is arrangement)
    for name in _OF_THE_SCAN:
        actions[name].setEnabled(now is not Arrangement.STRIP)

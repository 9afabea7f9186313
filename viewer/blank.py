"""The room of a panel that is not made yet, in a splitter."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSplitter, QWidget

SIDEBAR = 316  # px


class Blank(QWidget):
    """Keeps the room."""

    def sizeHint(self) -> QSize:
        return QSize(SIDEBAR, 600)


def replaced(blank: QWidget, panel: QWidget) -> QWidget:
    """The panel, now in the splitter instead of the blank."""
    splitter = blank.parentWidget()
    assert isinstance(splitter, QSplitter)  # noqa: S101 - both rooms are in one
    shown = not blank.isHidden()
    splitter.replaceWidget(splitter.indexOf(blank), panel)
    panel.setVisible(shown)
    blank.deleteLater()
    return panel

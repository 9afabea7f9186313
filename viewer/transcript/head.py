"""The row over the text: a tab for each version, what stands beside, and the type."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from viewer.icons import icon
from viewer.transcript.beside_button import BesideButton
from viewer.version_tabs import VersionTabs

TAB_PADDING = 14  # px from the edge of a tab to its words


class Head(QWidget):
    """What can be chosen for the text below."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tabs = VersionTabs(self)
        self.beside_button = BesideButton(self)
        self.type_button = QToolButton(self)
        self.type_button.setIcon(icon("a-large-small"))
        self.type_button.setToolTip(self.tr("Size and lines of the text"))
        self.type_button.setAccessibleName(self.tr("Size and lines of the text"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.tabs, 1)
        self._row.addWidget(self.beside_button)
        self._row.addWidget(self.type_button)
        self.stand_over(24.0)

    def stand_over(self, left: float) -> None:
        """Let the words of the first tab begin where the text does."""
        self._row.setContentsMargins(max(8, round(left) - TAB_PADDING), 3, 12, 0)

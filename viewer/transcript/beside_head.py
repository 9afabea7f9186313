"""The row over the text that is shown beside another: which it is, and away with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from viewer.icons import icon
from viewer.transcript.head import TAB_PADDING
from viewer.version_tabs import VersionTabs


class BesideHead(QWidget):
    """A tab for each text that can stand here."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tabs = VersionTabs(self)
        self.tabs.setAccessibleName(self.tr("Texts to show beside"))
        self.close_button = QToolButton(self)
        self.close_button.setObjectName("close_beside_button")
        self.close_button.setIcon(icon("x"))
        self.close_button.setToolTip(self.tr("Show this text no more"))
        self.close_button.setAccessibleName(self.tr("Show this text no more"))
        self.close_button.clicked.connect(self.closed)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.tabs, 1)
        self._row.addWidget(self.close_button)
        self.stand_over(24.0)

    def stand_over(self, left: float) -> None:
        """Let the words of the first tab begin where the text does."""
        self._row.setContentsMargins(max(8, round(left) - TAB_PADDING), 3, 12, 0)

"""The row over the text: a tab for each version, and the button for the type."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QToolButton, QWidget

from library.model.document import Version
from viewer.icons import icon

TAB_PADDING = 14  # px from the edge of a tab to its words


class Head(QWidget):
    """Names the texts of the document, as the archive does."""

    version_chosen = Signal(str)  # id of the version

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tabs = QTabBar(self)
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setAccessibleName(self.tr("Texts of this document"))
        self.tabs.currentChanged.connect(self._choose)
        self.type_button = QToolButton(self)
        self.type_button.setIcon(icon("a-large-small"))
        self.type_button.setToolTip(self.tr("Size and lines of the text"))
        self.type_button.setAccessibleName(self.tr("Size and lines of the text"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.tabs, 1)
        self._row.addWidget(self.type_button)
        self.stand_over(24.0)

    def show_versions(self, versions: tuple[Version, ...]) -> None:
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for version in versions:
            index = self.tabs.addTab(version.label.replace(" - ", " – "))
            self.tabs.setTabData(index, version.id)
        self.tabs.blockSignals(False)

    def bring_to_front(self, version: Version) -> None:
        ids = [self.tabs.tabData(index) for index in range(self.tabs.count())]
        if version.id in ids:
            self.tabs.blockSignals(True)
            self.tabs.setCurrentIndex(ids.index(version.id))
            self.tabs.blockSignals(False)

    def stand_over(self, left: float) -> None:
        """Let the words of the first tab begin where the text does."""
        self._row.setContentsMargins(max(8, round(left) - TAB_PADDING), 3, 12, 0)

    def _choose(self, index: int) -> None:
        self.version_chosen.emit(self.tabs.tabData(index))

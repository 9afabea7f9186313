"""The texts of a document as tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from library.model.document import Version


def shown_label(version: Version) -> str:
    """The text's name as the archive gives it, with a proper dash."""
    return version.label.replace(" - ", " – ")


class VersionTabs(QTabBar):
    """Names the texts as the archive does."""

    version_chosen = Signal(str)  # id of the version

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        self.setAccessibleName(self.tr("Texts of this document"))
        self.currentChanged.connect(self._choose)

    def show_versions(self, versions: tuple[Version, ...]) -> None:
        self.blockSignals(True)
        while self.count():
            self.removeTab(0)
        for version in versions:
            index = self.addTab(shown_label(version))
            self.setTabData(index, version.id)
        self.blockSignals(False)

    def bring_to_front(self, version: Version) -> None:
        ids = [self.tabData(index) for index in range(self.count())]
        if version.id in ids:
            self.blockSignals(True)
            self.setCurrentIndex(ids.index(version.id))
            self.blockSignals(False)

    def _choose(self, index: int) -> None:
        self.version_chosen.emit(self.tabData(index))

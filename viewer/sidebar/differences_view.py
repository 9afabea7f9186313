"""The list of differences: what the mouse and the keys do in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QFrame, QListView, QWidget

from viewer.sidebar.difference_delegate import DifferenceDelegate
from viewer.sidebar.differences_model import DifferencesModel, Index

_GO = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class DifferencesView(QListView):
    """Shows the differences; tells what the reader wants of one of them."""

    came_to = Signal(QModelIndex)  # by mouse or keys
    go_asked = Signal(QModelIndex)
    copy_asked = Signal(QModelIndex)
    menu_asked = Signal(QModelIndex, QPoint)  # and where on the screen

    def __init__(
        self, model: DifferencesModel, delegate: DifferenceDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setUniformItemSizes(True)  # a thousand are laid out at once
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Differences between scan and text"))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.came_to.emit(current)

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean something here before the window's shortcuts get them."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._asked_by(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        asked = self._asked_by(event) if self.currentIndex().isValid() else None
        if asked is not None:
            event.accept()
            asked.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.go_asked.emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            middle = self.viewport().mapToGlobal(self.visualRect(index).center())
            self.menu_asked.emit(index, event.globalPos() if by_mouse else middle)

    def _asked_by(self, event: QKeyEvent) -> SignalInstance | None:
        if event.key() in _GO:
            return self.go_asked
        return self.copy_asked if event.matches(QKeySequence.StandardKey.Copy) else None

"""The reader's hand on a view: what they hold there must not move of itself."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class Hand(QObject):
    """Watches the mouse over a view and its scroll bars."""

    touched = Signal()  # a wheel turned, or a button went down

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view)
        self._down: set[Qt.MouseButton] = set()
        for part in (view.viewport(), view.verticalScrollBar(), view.horizontalScrollBar()):
            part.installEventFilter(self)

    @property
    def holds(self) -> bool:
        """Whether a button is down there, or a menu is open."""
        return bool(self._down) or QApplication.activePopupWidget() is not None

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel:
            self.touched.emit()
        elif isinstance(event, QMouseEvent):
            self._follow(event)
        return False

    def _follow(self, event: QMouseEvent) -> None:
        if event.type() in _PRESSES:
            self._down.add(event.button())
            self.touched.emit()
        elif event.type() is QEvent.Type.MouseButtonRelease:
            self._down.discard(event.button())
        elif event.buttons() == Qt.MouseButton.NoButton:  # it was released elsewhere
            self._down.clear()

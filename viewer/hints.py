"""A few words beside the pointer while it rests on something that is painted, not a widget."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget


class Hints(QObject):
    """Shows in a widget what is told of the place under the pointer."""

    def __init__(self, widget: QWidget, hint_at: Callable[[QPoint], str]) -> None:
        """`hint_at` is given a point of the widget; "" says nothing."""
        super().__init__(widget)
        self._widget = widget
        self._hint_at = hint_at
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            words = self._hint_at(event.pos())
            QToolTip.showText(event.globalPos(), words, self._widget)
            return bool(words)
        return super().eventFilter(watched, event)

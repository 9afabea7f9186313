"""What wheel and pinch do on the scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

if TYPE_CHECKING:
    from viewer.scan.scan_view import ScanView

_NOTCH = 120  # what one step of a wheel reports
_ZOOM_OF_NOTCH = 1.2


class Wheel:
    """Ctrl and wheel zoom at the pointer; past the end of a single page it turns."""

    def __init__(self, view: ScanView) -> None:
        self._view = view
        self._past_end = 0

    def turn(self, event: QWheelEvent) -> bool:
        """Whether there is nothing left to scroll for this turn of the wheel."""
        turned = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM_OF_NOTCH ** (turned / _NOTCH), event.position())
            return True
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            bar = self._view.horizontalScrollBar()
            bar.setValue(bar.value() - turned)
            return True
        return self._view.is_single and self._turn_page(turned)

    def zoom(self, factor: float, point: QPointF) -> None:
        if factor != 1.0:
            self._view.set_zoom(self._view.zoom * factor, point)

    def pinch(self, event: QEvent) -> bool:
        """Whether the event was a pinch, on a touch screen or a touch pad."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value(), event.position())
                return True
        elif isinstance(event, QGestureEvent):
            gesture = event.gesture(Qt.GestureType.PinchGesture)
            if isinstance(gesture, QPinchGesture):
                point = self._view.viewport().mapFromGlobal(gesture.hotSpot())
                self.zoom(gesture.scaleFactor(), point)
                return True
        return False

    def _turn_page(self, turned: int) -> bool:
        """A whole notch past the end turns the page, so that a slow finger does not skip one."""
        bar = self._view.verticalScrollBar()
        at_end = bar.value() == (bar.maximum() if turned < 0 else bar.minimum())
        if not at_end or turned == 0:
            self._past_end = 0
            return False
        self._past_end += turned
        if abs(self._past_end) >= _NOTCH:
            self._view.turn_over(1 if self._past_end < 0 else -1)
            self._past_end = 0
        return True

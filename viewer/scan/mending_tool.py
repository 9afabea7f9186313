"""The scan's part in giving words their place: boxes drawn there, or moved with the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen

from viewer.lights import OUTLINE, RADIUS
from viewer.mending import Mending
from viewer.scan.mending_banner import MendingBanner
from viewer.theme import LIGHT

if TYPE_CHECKING:
    from viewer.scan.page_view import PageView

_STEP = 0.25  # of the box's height
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT, _PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


class MendingTool:
    """Shows the boxes, and answers the keys while a place is asked for."""

    def __init__(self, view: PageView, mending: Mending) -> None:
        self._view = view
        self._mending = mending
        self._was_on = False
        self.banner = MendingBanner(view, mending)
        mending.changed.connect(self._show)

    @property
    def is_on(self) -> bool:
        return self._mending.passage is not None

    def press(self, event: QKeyEvent) -> bool:
        """Whether a key was for the box: arrows, with Shift to stretch it, and Enter."""
        with_ = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not self.is_on or with_ not in (_PLAIN, _SHIFT):
            return False
        key, shift = Qt.Key(event.key()), with_ == _SHIFT
        if key in _ENTER:
            self._mending.keep(more=shift)
            return True
        if key not in _ARROWS or self._mending.box is None:
            return False
        right, down = (_STEP * each for each in _turned(self._view.rotation, *_ARROWS[key]))
        (self._mending.stretch if shift else self._mending.move)(right, down)
        return True

    def paint(self, painter: QPainter) -> None:
        mending, scene = self._mending, self._view.scene()
        place = self._view.place_of(mending.page)
        if not self.is_on or place is None or place not in scene.layout:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for box in mending.kept:
            _paint_box(painter, scene.box_rect(place, box), Qt.PenStyle.SolidLine)
        if mending.box is not None:
            _paint_box(painter, scene.box_rect(place, mending.box), Qt.PenStyle.DotLine)
        painter.restore()

    def _show(self) -> None:
        began, self._was_on = self.is_on and not self._was_on, self.is_on
        place = self._view.place_of(self._mending.page)
        if self._mending.box is not None and place is not None:
            self._view.bring_into_view(place, self._mending.box)
        if began:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._view.viewport().update()


def _turned(rotation: int, right: float, down: float) -> tuple[float, float]:
    """A direction on the screen as one on the upright page."""
    return {
        0: (right, down),
        90: (down, -right),
        180: (-right, -down),
        270: (-down, right),
    }[rotation % 360]


def _paint_box(painter: QPainter, rect: QRectF, style: Qt.PenStyle) -> None:
    fill = QColor(LIGHT.accent)  # the page is light in every scheme
    fill.setAlphaF(LIGHT.hover)
    painter.setPen(QPen(QColor(LIGHT.accent), 1.5 * OUTLINE, style))
    painter.setBrush(fill)
    painter.drawRoundedRect(rect, RADIUS, RADIUS)

"""Moving the chosen area on the scan, and pulling it by its edges and corners."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from library.model.annotation import Annotation, AnnotationKind, Region
from library.model.geometry import Box
from viewer import labels
from viewer.reading import Reading
from viewer.theme import LIGHT

if TYPE_CHECKING:
    from viewer.scan.page_view import PageView
    from viewer.scan.scene import Spot

_HANDLE = 4.0  # px, half its side
_GRASP = 8.0  # px around a handle that take hold of it
_LEAST = 0.004  # page units: an area is not made smaller
_REACH = 12

_SIDES = (-1, 0, 1)  # which edge is pulled: left or top, none, right or bottom
Grip = tuple[int, int]  # across and down; (0, 0) moves the whole
_CURSORS = {
    (0, 0): Qt.CursorShape.SizeAllCursor,
    (1, 0): Qt.CursorShape.SizeHorCursor,
    (0, 1): Qt.CursorShape.SizeVerCursor,
    (1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, -1): Qt.CursorShape.SizeBDiagCursor,
}


@dataclass(frozen=True, slots=True)
class _Held:
    """What is pulled: an annotation's area by a grip, from a spot of the page."""

    annotation: Annotation
    region: Region
    grip: Grip
    start: Spot


class Reshaping:
    """The area that is chosen, and the mouse on it."""

    def __init__(self, view: PageView, reading: Reading) -> None:
        self._view = view
        self._reading = reading
        self._held: _Held | None = None
        self._box: Box | None = None  # as it would be now

    @property
    def is_pulling(self) -> bool:
        return self._held is not None

    def begin(self, point: QPointF) -> bool:
        """Take hold of the chosen area; False where the mouse is not on it."""
        chosen, grip = self._chosen(), self.grip_at(point)
        if chosen is None or grip is None:
            return False
        annotation, region = chosen
        self._held = _Held(annotation, region, grip, self._view.scene().spot(point))
        self._box = region.boxes[0]
        return True

    def pull(self, point: QPointF) -> None:
        held = self._held
        if held is None:
            return
        self._repaint()
        u, v = self._view.scene().page_units(held.start.place, point)
        across, down = u - held.start.u, v - held.start.v
        self._box = _pulled(held.region.boxes[0], held.grip, across, down)
        self._repaint()

    def let_go(self) -> None:
        """Keep the area as it is now: one step to undo."""
        held, box = self._held, self._box
        self.cancel()
        if held is None or box is None or box == held.region.boxes[0]:
            return
        region = replace(held.region, boxes=(box,), polygon=(), words="")
        targets = tuple(
            region if target is held.region else target for target in held.annotation.targets
        )
        label = labels.MOVE_AREA if held.grip == (0, 0) else labels.RESHAPE_AREA
        self._reading.notebook.retarget(held.annotation.id, label, targets)

    def cancel(self) -> bool:
        """Leave the area as it was; whether it was being pulled."""
        was_pulling = self.is_pulling
        self._repaint()
        self._held = self._box = None
        return was_pulling

    def cursor_at(self, point: QPointF) -> Qt.CursorShape | None:
        """The shape of the pointer where something can be pulled."""
        grip = self._held.grip if self._held is not None else self.grip_at(point)
        if grip is None:
            return None
        across, down = grip
        if self._view.rotation % 180:
            across, down = down, across
        same = (-across, -down) if across < 0 or (not across and down < 0) else (across, down)
        return _CURSORS[same]

    def grip_at(self, point: QPointF) -> Grip | None:
        """What of the chosen area is under the mouse: a handle, or its inside."""
        rect = self._rect()
        if rect is None:
            return None
        for grip, handle in _handles(rect):
            if (handle - point).manhattanLength() <= _GRASP:
                return self._upright(grip)
        return (0, 0) if rect.contains(point) else None

    def paint(self, painter: QPainter) -> None:
        """The handles of the chosen area, or the area as it is being pulled."""
        rect = self._rect()
        if rect is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(LIGHT.accent), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.is_pulling:
            painter.drawRect(rect)
        painter.setBrush(QColor(LIGHT.paper))
        for _, handle in _handles(rect):
            square = QRectF(handle.x() - _HANDLE, handle.y() - _HANDLE, 2 * _HANDLE, 2 * _HANDLE)
            painter.drawRoundedRect(square, 2, 2)
        painter.restore()

    def _chosen(self) -> tuple[Annotation, Region] | None:
        """An area of one box, that is on a page which is laid out."""
        note = self._reading.note(self._reading.chosen)
        if not isinstance(note, Annotation) or note.kind is not AnnotationKind.AREA:
            return None
        regions = [t for t in note.targets if isinstance(t, Region) and len(t.boxes) == 1]
        shown = [r for r in regions if self._place_of(r) is not None]
        return (note, shown[0]) if shown and self._reading.is_kept else None

    def _place_of(self, region: Region) -> int | None:
        place = self._view.place_of(region.page)
        return place if place is not None and place in self._view.layout_ else None

    def _rect(self) -> QRectF | None:
        chosen = self._chosen()
        place = self._place_of(chosen[1]) if chosen is not None else None
        if chosen is None or place is None:
            return None
        return self._view.scene().box_rect(place, self._box or chosen[1].boxes[0])

    def _upright(self, grip: Grip) -> Grip:
        """A handle of the turned page, as it pulls on the upright one."""
        across, down = grip
        for _ in range(self._view.rotation // 90):
            across, down = down, -across
        return across, down

    def _repaint(self) -> None:
        rect = self._rect()
        if rect is not None:
            part = rect.toAlignedRect().adjusted(-_REACH, -_REACH, _REACH, _REACH)
            self._view.viewport().update(part)


def _handles(rect: QRectF) -> Iterator[tuple[Grip, QPointF]]:
    xs = {-1: rect.left(), 0: rect.center().x(), 1: rect.right()}
    ys = {-1: rect.top(), 0: rect.center().y(), 1: rect.bottom()}
    for across in _SIDES:
        for down in _SIDES:
            if (across, down) != (0, 0):
                yield (across, down), QPointF(xs[across], ys[down])


def _pulled(box: Box, grip: Grip, across: float, down: float) -> Box:
    """The box with the edges of the grip moved so far, or all of it; it stays on the page."""
    if grip == (0, 0):
        across = min(max(across, -box.left), 1 - box.right)
        down = min(max(down, -box.top), 1 - box.bottom)
        return Box(box.left + across, box.top + down, box.right + across, box.bottom + down)
    left, right = _edges(box.left, box.right, grip[0], across)
    top, bottom = _edges(box.top, box.bottom, grip[1], down)
    return Box(left, top, right, bottom)


def _edges(low: float, high: float, side: int, by: float) -> tuple[float, float]:
    if side < 0:
        return min(max(low + by, 0.0), high - _LEAST), high
    if side > 0:
        return low, max(min(high + by, 1.0), low + _LEAST)
    return low, high

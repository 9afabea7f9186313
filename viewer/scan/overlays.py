"""What lies over the pages: what the reader marked, bookmarks, the box that is drawn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QRegion

from library.model.annotation import Annotation
from library.model.geometry import Box
from viewer.reading import Reading
from viewer.scan.layout import Slot, to_page
from viewer.scan.mark_painting import OUTLINE, paint_place
from viewer.scan.marked_places import MarkedPlace, MarkedPlaces
from viewer.theme import LIGHT, Tokens

_REACH = 16  # px that outlines and signs reach out of what is marked
_PIN = QSizeF(12, 20)
_PIN_INDENT = 20


class Marks:
    """The notes and bookmarks of a document by page (of the document)."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._places = MarkedPlaces(reading)
        self._pinned: frozenset[int] = frozenset()
        self.gather()

    def was_behind(self) -> bool:
        """Whether there is more on the pages that were painted: they want to be painted again."""
        return self._places.was_behind()

    def gather(self) -> None:
        """Take the reading's notes as they are now."""
        self._places.forget_notes()
        self._pinned = frozenset(
            mark.page
            for mark in self._reading.bookmarks
            if mark.page is not None and mark.deleted is None
        )

    def join_again(self) -> None:
        """Take the links as they are now."""
        self._places.forget_links()

    def on(self, page: int) -> Sequence[MarkedPlace]:
        """What is marked on a page, as far as it is known."""
        return self._places.on(page)

    def at(self, page: int, u: float, v: float) -> Annotation | None:
        """The annotation at a place of a page; of several the smallest."""
        place = self._places.at(page, u, v)
        return place.annotation if place is not None else None

    def paint(
        self, painter: QPainter, page: int, slot: Slot, rotation: int, t: Tokens, dirty: QRegion
    ) -> None:
        """Paint what is marked on a page, as far as it touches the parts `dirty` of the view.

        `slot` is where the page lies in the view.
        """
        rects = cast("Iterable[QRect]", dirty)  # PySide does not declare it
        parts = [_part(slot, rotation, rect) for rect in rects]
        for place in self.on(page):
            if any(_touch(place.around, part) for part in parts):
                chosen = place.annotation.id == self._reading.chosen
                paint_place(painter, place, slot, rotation, t, chosen=chosen)

    def paint_pin(self, painter: QPainter, page: int, slot: Slot, t: Tokens) -> None:
        """Paint the page's bookmark, where it has one."""
        if page in self._pinned:
            _paint_pin(painter, slot, t)


def _part(slot: Slot, rotation: int, rect: QRect) -> Box:
    """In page units, what is marked where a part of the view is painted, or reaches into it."""
    near = rect.adjusted(-_REACH, -_REACH, _REACH + 1, _REACH + 1)
    u, v = to_page(slot, rotation, near.left(), near.top())
    other_u, other_v = to_page(slot, rotation, near.right(), near.bottom())
    return Box(min(u, other_u), min(v, other_v), max(u, other_u), max(v, other_v))


def _touch(one: Box, other: Box) -> bool:
    across = one.left <= other.right and other.left <= one.right
    return across and one.top <= other.bottom and other.top <= one.bottom


def _paint_pin(painter: QPainter, slot: Slot, t: Tokens) -> None:
    """A ribbon that hangs over the page's top right edge."""
    left = slot.right - _PIN_INDENT - _PIN.width()
    right, top, bottom = left + _PIN.width(), slot.top - 3.0, slot.top + _PIN.height()
    points = [(left, top), (right, top), (right, bottom)]
    points += [((left + right) / 2, bottom - 5), (left, bottom)]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.accent))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    painter.restore()


def paint_band(painter: QPainter, rect: QRectF) -> None:
    """The box that is being drawn."""
    fill = QColor(LIGHT.accent)
    fill.setAlphaF(LIGHT.hover)
    painter.fillRect(rect, fill)
    painter.setPen(QPen(QColor(LIGHT.accent), OUTLINE, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)

"""What lies over the pages: areas the reader marked, bookmarks, the light on a place."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from library.model.annotation import Annotation, Region
from library.model.geometry import Box
from viewer.icons import icon
from viewer.reading import Reading
from viewer.scan.layout import Slot, box_in_view
from viewer.theme import COLOURS, LIGHT, Tokens

FILL = 0.42  # of the colour, multiplied on the scan
OUTLINE = 1.5
_MARK = 18  # the sign of a note, px
_PIN = QSizeF(12, 20)
_PIN_INDENT = 20


class Area(NamedTuple):
    """One box of an annotation."""

    annotation: Annotation
    box: Box


class Marks:
    """The areas and bookmarks of a document by page (of the document)."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._areas: dict[int, list[Area]] = {}
        self._pinned: frozenset[int] = frozenset()
        self.gather()

    def gather(self) -> None:
        """Take the reading's notes as they are now."""
        areas: defaultdict[int, list[Area]] = defaultdict(list)
        for annotation in self._reading.annotations:
            for target in annotation.targets:
                if isinstance(target, Region) and annotation.deleted is None:
                    areas[target.page] += [Area(annotation, box) for box in target.boxes]
        self._areas = dict(areas)
        self._pinned = frozenset(
            mark.page
            for mark in self._reading.bookmarks
            if mark.page is not None and mark.deleted is None
        )

    def at(self, page: int, u: float, v: float) -> Annotation | None:
        """The annotation at a place of a page; of several the smallest."""
        found = [area for area in self._areas.get(page, ()) if area.box.holds(u, v)]
        smallest = min(found, key=lambda a: a.box.width * a.box.height, default=None)
        return smallest.annotation if smallest else None

    def find(self, note_id: str) -> Annotation | None:
        """The annotation with this id, where it has an area."""
        every = (area.annotation for areas in self._areas.values() for area in areas)
        return next((annotation for annotation in every if annotation.id == note_id), None)

    def paint(self, painter: QPainter, page: int, slot: Slot, rotation: int, t: Tokens) -> None:
        """Paint a page's areas; `slot` is where the page lies in the view."""
        for area in self._areas.get(page, ()):
            rect = QRectF(*box_in_view(slot, rotation, area.box))
            chosen = area.annotation.id == self._reading.chosen
            _paint_area(painter, rect, area.annotation, t, chosen=chosen)

    def paint_pin(self, painter: QPainter, page: int, slot: Slot, t: Tokens) -> None:
        """Paint the page's bookmark, where it has one."""
        if page in self._pinned:
            _paint_pin(painter, slot, t)


def _paint_area(
    painter: QPainter, rect: QRectF, annotation: Annotation, t: Tokens, *, chosen: bool
) -> None:
    colour = QColor(COLOURS[annotation.colour])
    fill = QColor(colour)
    fill.setAlphaF(FILL)
    painter.save()
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(rect, fill)
    painter.restore()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if chosen:
        painter.setPen(QPen(QColor(LIGHT.accent), 2 * OUTLINE))  # the page is light in every scheme
        painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 3, 3)
    else:
        painter.setPen(QPen(colour.darker(125), OUTLINE))
        painter.drawRect(rect)
    if annotation.note:
        _paint_note_mark(painter, rect.topRight(), t)
    painter.restore()


def _paint_note_mark(painter: QPainter, corner: QPointF, t: Tokens) -> None:
    """A small leaf on the corner: this area has a note."""
    leaf = QRectF(0, 0, _MARK, _MARK)
    leaf.moveCenter(corner)
    painter.setPen(QPen(QColor(t.soft), 1))
    painter.setBrush(QColor(t.paper))
    painter.drawRoundedRect(leaf, 4, 4)
    icon("sticky-note").paint(painter, leaf.adjusted(3, 3, -3, -3).toRect())


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
    """The box that is being drawn with the area tool."""
    fill = QColor(LIGHT.accent)
    fill.setAlphaF(LIGHT.hover)
    painter.fillRect(rect, fill)
    painter.setPen(QPen(QColor(LIGHT.accent), OUTLINE, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)

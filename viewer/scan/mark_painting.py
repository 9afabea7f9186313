"""How the reader's notes are painted on a page: in the colour of the note, as in the text.

Where it is less sure that marked words stand here, or only the line is known, the colour is
fainter.  The page is light in every scheme.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from library.joining.lighting import Spot, Sureness
from library.model.annotation import AnnotationKind
from viewer.icons import icon
from viewer.note_signs import has_sign, paint_sign
from viewer.scan.layout import Slot, box_in_view, to_view
from viewer.scan.marked_places import MarkedPlace
from viewer.theme import COLOURS, LIGHT, Tokens

FILL = 0.42  # of the colour, multiplied on the scan
OUTLINE = 1.5  # px
_STRENGTH = {Sureness.SOLID: 1.0, Sureness.SOFT: 0.65, Sureness.LINE: 0.35}
_UNDERLINE = 2.0  # px
_LEAF = 18  # px: the sign of a note on an area
_BEYOND = 4.0  # px after the last word: there is its sign


def paint_place(
    painter: QPainter, place: MarkedPlace, slot: Slot, rotation: int, t: Tokens, *, chosen: bool
) -> None:
    """Paint what of an annotation stands on a page; `slot` is where the page lies in the view."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rects = [QRectF(*box_in_view(slot, rotation, spot.box)) for spot in place.spots]
    if place.is_drawn or place.annotation.kind is AnnotationKind.HIGHLIGHT:
        _fill(painter, place, rects)
    else:
        _underline(painter, place, slot, rotation)
    if chosen:
        _outline(painter, rects, 2 * OUTLINE if place.is_drawn else 2.0)
    elif place.is_drawn:
        _frame(painter, place, rects)
    _sign(painter, place, slot, rotation, t)
    painter.restore()


def _fill(painter: QPainter, place: MarkedPlace, rects: list[QRectF]) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for spot, rect in zip(place.spots, rects, strict=True):
        painter.fillRect(rect, _colour(place, spot, FILL))
    painter.restore()


def _underline(painter: QPainter, place: MarkedPlace, slot: Slot, rotation: int) -> None:
    """Under the words as they stand on the upright page, however it is turned."""
    dots = place.annotation.kind is AnnotationKind.NOTE
    style = Qt.PenStyle.DotLine if dots else Qt.PenStyle.SolidLine
    for spot in place.spots:
        box = spot.box
        painter.setPen(QPen(_colour(place, spot).darker(112), _UNDERLINE, style))
        painter.drawLine(
            QPointF(*to_view(slot, rotation, box.left, box.bottom)),
            QPointF(*to_view(slot, rotation, box.right, box.bottom)),
        )


def _outline(painter: QPainter, rects: list[QRectF], width: float) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(LIGHT.accent), width))
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-2, -2, 2, 2), 3, 3)


def _frame(painter: QPainter, place: MarkedPlace, rects: list[QRectF]) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(COLOURS[place.annotation.colour]).darker(125), OUTLINE))
    for rect in rects:
        painter.drawRect(rect)


def _sign(painter: QPainter, place: MarkedPlace, slot: Slot, rotation: int, t: Tokens) -> None:
    if not has_sign(place.annotation):
        return
    last = place.spots[-1].box
    if place.is_drawn:
        _leaf(painter, QRectF(*box_in_view(slot, rotation, last)).topRight(), t)
    else:
        along = QLineF(
            *to_view(slot, rotation, last.left, last.top),
            *to_view(slot, rotation, last.right, last.top),
        )
        along.setLength(along.length() + _BEYOND)
        paint_sign(painter, along.p2(), place.annotation.kind, place.annotation.colour, LIGHT)


def _leaf(painter: QPainter, corner: QPointF, t: Tokens) -> None:
    """A small leaf on the corner: this area has a note."""
    leaf = QRectF(0, 0, _LEAF, _LEAF)
    leaf.moveCenter(corner)
    painter.setPen(QPen(QColor(t.soft), 1))
    painter.setBrush(QColor(t.paper))
    painter.drawRoundedRect(leaf, 4, 4)
    icon("sticky-note").paint(painter, leaf.adjusted(3, 3, -3, -3).toRect())


def _colour(place: MarkedPlace, spot: Spot, opacity: float = 1.0) -> QColor:
    colour = QColor(COLOURS[place.annotation.colour])
    colour.setAlphaF(opacity * _STRENGTH[spot.sureness])
    return colour

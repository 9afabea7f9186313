"""Paints the picture of a block: the slip, the reader's marks on it, and what is lit there."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from library.joining.lighting import Lit, Sureness
from viewer.drawing.drawings import Drawings
from viewer.icons import icon
from viewer.lights import paint_lights
from viewer.strip.blocks import Block
from viewer.strip.cuttings import Cuttings
from viewer.strip.marks import MarkedPlace, is_line
from viewer.strip.shown import Shown
from viewer.theme import COLOURS, LIGHT, NIGHT, Tokens

_FILL = 0.42  # of a mark's colour, multiplied
_LINE = 2.0  # px
_WITHIN = 3.0  # px: light stays within the slip
_ICON = 16
_ROOM = 10


class PicturePainter:
    """Knows what was drawn, and what failed."""

    def __init__(self, drawings: Drawings) -> None:
        self._drawings = drawings

    def paint(
        self,
        painter: QPainter,
        block: Block,
        origin: QPointF,
        cuttings: Cuttings,
        shown: Shown,
        t: Tokens,
        *,
        dark: bool,
    ) -> None:
        """Paint the picture of a block that has its top left at `origin` of the view."""
        if block.picture is None or block.slip is None:
            return
        rect = block.picture.translated(origin)
        problem = self._drawings.problems.get(block.slip.page)
        if problem is not None:
            _paint_failure(painter, rect, str(problem), t)
            return
        cuttings.paint(painter, block, rect.topLeft(), self._drawings.pictures)
        for mark in shown.marks.on_line(block.slip.page, block.item.start, block.item.end):
            _paint_mark(painter, block, rect, cuttings, mark)
        if dark:
            painter.fillRect(rect, NIGHT)
        painter.save()
        painter.setClipRect(rect)
        for lit in (shown.selected, shown.hover):
            paint_lights(painter, _lit(block, rect, cuttings, lit), LIGHT)
        painter.restore()


def _paint_mark(
    painter: QPainter, block: Block, rect: QRectF, cuttings: Cuttings, mark: MarkedPlace
) -> None:
    place = cuttings.on_picture(block, block.slip.page, mark.box) if block.slip else None
    if place is None:
        return
    place.translate(rect.topLeft())
    colour = QColor(COLOURS[mark.annotation.colour])
    painter.save()
    painter.setClipRect(rect)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    if is_line(mark.annotation):
        painter.setPen(QPen(colour, _LINE))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
    else:
        colour.setAlphaF(_FILL)
        painter.fillRect(place, colour)
    painter.restore()


def _lit(
    block: Block, rect: QRectF, cuttings: Cuttings, lit: Lit
) -> Iterator[tuple[QRectF, Sureness]]:
    inner = rect.adjusted(0, _WITHIN, 0, -_WITHIN)
    for spot in lit.spots:
        place = cuttings.on_picture(block, spot.page, spot.box)
        if place is not None:
            yield place.translated(rect.topLeft()) & inner, spot.sureness


def _paint_failure(painter: QPainter, rect: QRectF, sentence: str, t: Tokens) -> None:
    """An empty slip with what went wrong."""
    painter.save()
    painter.setPen(QPen(QColor(t.line), 1))
    painter.setBrush(QColor(t.chrome))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    mark = QRect(0, 0, _ICON, _ICON)
    mark.moveCenter(rect.toRect().center())
    mark.moveLeft(round(rect.left()) + _ROOM)
    icon("triangle-alert").paint(painter, mark)
    painter.setPen(QColor(t.soft))
    room = rect.adjusted(2 * _ROOM + _ICON, 0, -_ROOM, 0)
    metrics = painter.fontMetrics()
    words = metrics.elidedText(sentence, Qt.TextElideMode.ElideRight, round(room.width()))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), words)
    painter.restore()

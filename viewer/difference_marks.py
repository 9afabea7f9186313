"""How differences are marked, alike on both sides: dotted, in the soft ink.

What one side has alone has a dotted line around it, or under it; where it is missing on the
other side stands a small caret.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.theme import Tokens

REACH = 6  # px that marks reach out of a box
_WIDTH, _CHOSEN_WIDTH = 1.2, 2.0
_CORRECTED_WIDTH = 1.4
_DASHES = (1.0, 2.0)  # of that width
_ROOM = 3.0  # px around a box
_CARET = QPointF(3.5, 5.0)  # half its width, and its height


def paint_outlines(painter: QPainter, rects: Iterable[QRectF], t: Tokens, *, chosen: bool) -> None:
    """Around words that stand here only."""
    painter.setPen(_pen(t, chosen=chosen))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for rect in rects:
        painter.drawRoundedRect(rect.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM), 2, 2)


def paint_underlines(
    painter: QPainter, rects: Iterable[QRectF], t: Tokens, *, chosen: bool
) -> None:
    """Under words that stand here only."""
    painter.setPen(_pen(t, chosen=chosen))
    for rect in rects:
        painter.drawLine(
            QPointF(rect.left(), rect.bottom() - 2), QPointF(rect.right(), rect.bottom() - 2)
        )


def paint_corrected(painter: QPainter, rects: Iterable[QRectF], t: Tokens) -> None:
    """Under words that the reader corrected: dashed, in the accent."""
    pen = QPen(QColor(t.accent), _CORRECTED_WIDTH)
    pen.setDashPattern(_DASHES)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    for rect in rects:
        foot = rect.bottom() - 3
        painter.drawLine(QPointF(rect.left(), foot), QPointF(rect.right(), foot))


def paint_caret(painter: QPainter, foot: QPointF, t: Tokens, *, chosen: bool) -> None:
    """Where words are missing; `foot` is the middle of its lower edge."""
    pen = _pen(t, chosen=chosen)
    pen.setStyle(Qt.PenStyle.SolidLine)
    painter.setPen(pen)
    top = foot - QPointF(0, _CARET.y())
    painter.drawPolyline([foot - QPointF(_CARET.x(), 0), top, foot + QPointF(_CARET.x(), 0)])


def _pen(t: Tokens, *, chosen: bool) -> QPen:
    if chosen:
        return QPen(QColor(t.accent), _CHOSEN_WIDTH)
    return QPen(QColor(t.soft), _WIDTH, Qt.PenStyle.DotLine)

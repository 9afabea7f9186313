"""The heading over a group of notes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette

from library.model.annotation import Colour
from viewer.colours import paint_dot
from viewer.sidebar.note_card import Fonts
from viewer.theme import tokens

_DOT = 5.0  # px, its radius


def heading_height(fonts: Fonts) -> int:
    return round(QFontMetricsF(fonts.name).height()) + 8


def paint_heading(
    painter: QPainter,
    rect: QRectF,
    words: str,
    colour: Colour | None,
    fonts: Fonts,
    palette: QPalette,
) -> None:
    """The name of the group, with a sample of its colour where it has one."""
    painter.save()
    left = rect.left() + 2
    if colour is not None:
        paint_dot(painter, QPointF(left + _DOT, rect.center().y()), _DOT, colour)
        left += 2 * _DOT + 6
    painter.setFont(fonts.name)
    painter.setPen(QColor(tokens(palette).ink))
    place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRectF(left, rect.top(), rect.right() - left, rect.height()), place, words)
    painter.restore()

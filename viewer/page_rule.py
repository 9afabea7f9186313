"""The quiet rule where a page of the scan begins: a hairline with soft words in its middle."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.theme import Tokens

_LETTERS = 11  # px
_ROOM = 12  # px between the words and the lines beside them


def page_of_scan(number: int) -> str:
    """What the rule says; pages count from 1."""
    words = QCoreApplication.translate("TextView", "page {number} of the scan")
    return words.format(number=number)


def paint_rule(painter: QPainter, area: QRectF, words: str, t: Tokens) -> None:
    """Paint the rule at half the height of its area."""
    font = painter.font()
    font.setPixelSize(_LETTERS)
    painter.save()
    painter.setFont(font)
    middle, centre = area.center().y(), area.center().x()
    half = painter.fontMetrics().horizontalAdvance(words) / 2 + _ROOM
    painter.setPen(QPen(QColor(t.line), 1.0))
    painter.drawLine(QPointF(area.left(), middle), QPointF(centre - half, middle))
    painter.drawLine(QPointF(centre + half, middle), QPointF(area.right(), middle))
    painter.setPen(QColor(t.soft))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)
    painter.restore()

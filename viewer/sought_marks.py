"""How what is looked for is outlined, alike in lists, on the scan and in the text."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from viewer.theme import Tokens

RADIUS = 3.0
_WIDTH, _WIDTH_HERE = 1.2, 2.5  # px
_FILL_HERE = 0.16  # opacity


def paint_sought(painter: QPainter, rects: Iterable[QRectF], t: Tokens, *, here: bool) -> None:
    """A box around words; a strong one around those that the reader is at."""
    painter.setPen(QPen(QColor(t.accent), _WIDTH_HERE if here else _WIDTH))
    fill = QColor(t.accent)
    fill.setAlphaF(_FILL_HERE if here else 0.0)
    painter.setBrush(fill)
    for rect in rects:
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)

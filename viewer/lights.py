"""How light on words and places is painted, alike on both sides."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from library.joining.lighting import Sureness
from viewer.theme import Tokens

OUTLINE = 1.5  # px
RADIUS = 3.0
ROOM = 2.0  # px around a word
_SOFT_OUTLINE = 0.55  # opacity
_LINE_FILL = 0.5  # times the opacity of a word's filling
REACH = 5  # px that light reaches out of a box


def paint_lights(
    painter: QPainter,
    rects: Iterable[tuple[QRectF, Sureness]],
    t: Tokens,
    strength: float = 1.0,
) -> None:
    """A filled box with an outline where a place is sure, a soft outline where it is likely,
    a faint band where only the line is known.  `strength` fades it, from 1 to 0."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for rect, sureness in rects:
        painter.setPen(_pen(t, sureness, strength))
        painter.setBrush(_fill(t, sureness, strength))
        painter.drawRoundedRect(rect.adjusted(-ROOM, -ROOM, ROOM, ROOM), RADIUS, RADIUS)
    painter.restore()


def _pen(t: Tokens, sureness: Sureness, strength: float) -> QPen:
    if sureness is Sureness.LINE:
        return QPen(Qt.PenStyle.NoPen)
    colour = QColor(t.accent)
    colour.setAlphaF(strength * (1.0 if sureness is Sureness.SOLID else _SOFT_OUTLINE))
    style = Qt.PenStyle.SolidLine if sureness is Sureness.SOLID else Qt.PenStyle.DashLine
    return QPen(colour, OUTLINE, style)


def _fill(t: Tokens, sureness: Sureness, strength: float) -> QColor:
    colour = QColor(t.accent)
    share = {Sureness.SOLID: 1.0, Sureness.SOFT: 0.0, Sureness.LINE: _LINE_FILL}[sureness]
    colour.setAlphaF(t.hover * share * strength)
    return colour

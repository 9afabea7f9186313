"""A snippet on one line: the hit in a box, with as much around it as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout

from library.searching.snippets import Snippet
from viewer.sought_marks import paint_sought
from viewer.theme import Tokens

_BEFORE = 0.45  # of the room, that what stands before the hit may have
_BOX = 1.5  # px around the hit


def paint_snippet(
    painter: QPainter, room: QRect, snippet: Snippet, font: QFont, t: Tokens, *, chosen: bool
) -> None:
    """Text that runs from the right is drawn so; it begins at the right of the room, too."""
    metrics = QFontMetrics(font)
    before = end_of(snippet.before.lstrip(), metrics, int(room.width() * _BEFORE))
    hit = metrics.elidedText(
        snippet.hit,
        Qt.TextElideMode.ElideRight,
        room.width() - metrics.horizontalAdvance(before),
    )
    left = room.width() - metrics.horizontalAdvance(before + hit)
    after = metrics.elidedText(snippet.after.rstrip(), Qt.TextElideMode.ElideRight, max(0, left))
    layout = QTextLayout(before + hit + after, font)
    layout.setFormats([_inked(len(before), len(hit), t)])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room.width())
    layout.endLayout()
    top = room.top() + (room.height() - line.height()) / 2
    painter.setPen(QColor(t.ink if chosen else t.soft))
    layout.draw(painter, QPointF(room.left(), top))
    start = _x(line.cursorToX(len(before)))
    end = _x(line.cursorToX(len(before) + len(hit)))
    box = QRectF(room.left() + min(start, end), top, abs(end - start), line.height())
    paint_sought(painter, [box.adjusted(-_BOX, 0.5, _BOX, -0.5)], t, here=False)


def end_of(words: str, metrics: QFontMetrics, width: int) -> str:
    """As many of the last words as there is room for."""
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideLeft, width)
    return shown if shown == words else "…" + (shown.partition(" ")[2] or shown[1:])


def _inked(start: int, length: int, t: Tokens) -> QTextLayout.FormatRange:
    inked = QTextLayout.FormatRange()
    inked.start, inked.length = start, length
    inked.format.setForeground(QColor(t.ink))
    return inked


def _x(found: object) -> float:
    """Qt gives the place along the line, and the character that it is nearest to."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]

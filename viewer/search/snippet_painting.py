"""A snippet on one line: the hit in a box, with as much around it as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout

from library.searching.snippets import Snippet
from viewer.sought_marks import paint_sought
from viewer.theme import Tokens

_BEFORE = 0.45  # of the room, that what stands before the hit may have
_BOX = 2.0  # px around the hit


def paint_snippet(
    painter: QPainter, room: QRect, snippet: Snippet, font: QFont, t: Tokens, *, chosen: bool
) -> None:
    """Text that runs from the right is drawn so; it begins at the right of the room, too."""
    metrics = QFontMetrics(font)
    before = metrics.elidedText(
        snippet.before.lstrip(), Qt.TextElideMode.ElideLeft, int(room.width() * _BEFORE)
    )
    hit = metrics.elidedText(
        snippet.hit,
        Qt.TextElideMode.ElideRight,
        room.width() - metrics.horizontalAdvance(before),
    )
    left = room.width() - metrics.horizontalAdvance(before + hit)
    after = metrics.elidedText(snippet.after.rstrip(), Qt.TextElideMode.ElideRight, max(0, left))
    layout = QTextLayout(before + hit + after, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room.width())
    layout.endLayout()
    top = room.top() + (room.height() - line.height()) / 2
    origin = QPointF(room.left(), top)
    painter.setPen(QColor(t.ink if chosen else t.soft))
    layout.draw(painter, origin)
    start = _x(line.cursorToX(len(before)))
    end = _x(line.cursorToX(len(before) + len(hit)))
    box = QRectF(room.left() + min(start, end), top, abs(end - start), line.height())
    around = box.adjusted(-_BOX, 0.5, _BOX, -0.5)
    paint_sought(painter, [around], t, here=False)
    painter.save()
    painter.setClipRect(box)
    painter.setPen(QColor(t.ink))
    layout.draw(painter, origin)
    painter.restore()


def _x(found: object) -> float:
    """Qt gives the place along the line, and the character that it is nearest to."""
    return float(found[0] if isinstance(found, tuple) else found)  # type: ignore[arg-type]

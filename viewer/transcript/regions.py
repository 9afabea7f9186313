"""Where characters stand on the lines of a block, also where directions are mixed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextLine

_REACH = 8.0  # px that signs and outlines reach out of a line
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})


def boxes_of(block: QTextBlock, start: int, end: int, origin: QPointF) -> list[QRectF]:
    """The boxes of the characters from `start` to `end` of a laid out block, line by line.

    Places are in UTF-16 units of the block; `origin` is where the block's first line begins.
    """
    layout, boxes = block.layout(), []
    mixed = _has_right_to_left(block.text())
    for row in range(layout.lineCount()):
        line = layout.lineAt(row)
        first = max(start, line.textStart())
        last = min(end, _end(line))
        if first < last:
            spans = _runs(line, first, last) if mixed else [_span(line, first, last)]
            boxes += [
                QRectF(left, line.y(), right - left, line.height()).translated(origin)
                for left, right in spans
            ]
    return boxes


def painted_stretch(painter: QPainter, block: QTextBlock, origin: QPointF) -> tuple[int, int]:
    """Where the lines of a laid out block that the painter's clip lets be seen begin and end.

    At Qt's positions; without a clip, the whole block.
    """
    layout, first = block.layout(), block.position()
    if not painter.hasClipping() or not layout.lineCount():
        return first, first + block.length()
    clip = painter.clipBoundingRect().translated(-origin)
    lines = [layout.lineAt(row) for row in range(layout.lineCount())]
    seen = [line for line in lines if _shows(line, clip)]
    if not seen:
        return first, first
    end = block.length() if seen[-1] == lines[-1] else _end(seen[-1])
    return first + seen[0].textStart(), first + end


def _shows(line: QTextLine, clip: QRectF) -> bool:
    """Whether a line, with what its marks reach beyond it, is to be painted."""
    return line.y() - _REACH < clip.bottom() and line.y() + line.height() + _REACH > clip.top()


def _end(line: QTextLine) -> int:
    return line.textStart() + line.textLength()


def _span(line: QTextLine, first: int, last: int) -> tuple[float, float]:
    return _x(line, first), min(_x(line, last), line.naturalTextRect().right())


def _runs(line: QTextLine, first: int, last: int) -> Iterator[tuple[float, float]]:
    """Stretches of characters that stand side by side."""
    run: tuple[float, float] | None = None
    near = line.height() / 4  # where directions change, spaces and brackets leave a gap
    for index in range(first, last):
        one, other = _x(line, index), _x(line, index, QTextLine.Edge.Trailing)
        left, right = min(one, other), max(one, other)
        if run is not None and left <= run[1] + near and right >= run[0] - near:
            run = min(run[0], left), max(run[1], right)
            continue
        if run is not None:
            yield run
        run = left, right
    if run is not None:
        yield run


def _x(line: QTextLine, index: int, edge: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    place: Any = line.cursorToX(index, edge)  # PySide gives the index back beside the place
    return float(place[0] if isinstance(place, tuple) else place)


@lru_cache(maxsize=128)  # the blocks in view
def _has_right_to_left(text: str) -> bool:
    return not text.isascii() and any(
        unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text
    )

"""The order in which the lines of a scan page are read.

Recognition has no reading order.  Lines are parted into columns and rows by the white
between them (recursive XY cut, Nagy and Seth 1984); where the transcript shows another
order, that one can be tried.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from library.alignment.normalising import Floats, Ints
from library.model.link import ScanPageWords, ScanWord

_FEWEST = 4  # lines of a column
_GUTTER = 0.8  # of a line's height, at least
_DEEPEST = 12
_ROW_OVERLAP = 0.5  # of the lower of two lines

Line = tuple[ScanWord, ...]


def lines_of(page: ScanPageWords) -> list[Line]:
    """The words of each line, in the order of the lines' first words."""
    lines: dict[int, list[ScanWord]] = {}
    for word in page.words:
        lines.setdefault(word.line, []).append(word)
    return [tuple(words) for words in lines.values()]


def in_reading_order(page: ScanPageWords) -> ScanPageWords:
    """Column by column, each from the top; words from the left within their line."""
    lines = lines_of(page)
    if not lines:
        return page
    order = _cut(line_boxes(lines, page.size), np.arange(len(lines)), 0)
    words = (sorted(lines[nth], key=lambda word: word.box.left) for nth in order)
    return replace(page, words=tuple(word for line in words for word in line))


def line_boxes(lines: Sequence[Line], size: tuple[float, float]) -> Floats:
    """Left, top, right and bottom of each line, in points."""
    boxes = [
        (
            min(word.box.left for word in line) * size[0],
            min(word.box.top for word in line) * size[1],
            max(word.box.right for word in line) * size[0],
            max(word.box.bottom for word in line) * size[1],
        )
        for line in lines
    ]
    return np.array(boxes, float).reshape(-1, 4)


def _cut(boxes: Floats, some: Ints, depth: int) -> list[int]:
    if depth > _DEEPEST or len(some) < 2 * _FEWEST:
        return _rows(boxes, some)
    if halves := _columns(boxes, some):
        return [line for half in halves for line in _cut(boxes, half, depth + 1)]
    for upper, lower in _bands(boxes, some):
        if _columns(boxes, upper) or _columns(boxes, lower):
            return _cut(boxes, upper, depth + 1) + _cut(boxes, lower, depth + 1)
    return _rows(boxes, some)


def _columns(boxes: Floats, some: Ints) -> tuple[Ints, Ints] | None:
    """Left and right of the widest gutter that no line crosses."""
    if len(some) < 2 * _FEWEST:
        return None
    ordered = some[np.argsort(boxes[some, 0], kind="stable")]
    gaps = boxes[ordered[1:], 0] - np.maximum.accumulate(boxes[ordered, 2])[:-1]
    at = int(gaps.argmax())
    height = float(np.median(boxes[some, 3] - boxes[some, 1]))
    if gaps[at] <= _GUTTER * height or min(at + 1, len(some) - at - 1) < _FEWEST:
        return None
    return ordered[: at + 1], ordered[at + 1 :]


def _bands(boxes: Floats, some: Ints) -> list[tuple[Ints, Ints]]:
    """What lies above and below each of the widest gaps across the page."""
    ordered = some[np.argsort(boxes[some, 1], kind="stable")]
    gaps = boxes[ordered[1:], 1] - np.maximum.accumulate(boxes[ordered, 3])[:-1]
    height = float(np.median(boxes[some, 3] - boxes[some, 1]))
    widest = [int(at) for at in np.argsort(-gaps)[:6] if gaps[at] > -0.15 * height]
    return [(ordered[: at + 1], ordered[at + 1 :]) for at in widest]


def _rows(boxes: Floats, some: Ints) -> list[int]:
    """From the top; what stands side by side, from the left.  A slant does no harm."""
    rows: list[list[int]] = []
    for line in some[np.argsort(boxes[some, 1] + boxes[some, 3], kind="stable")].tolist():
        if rows and _beside(boxes, rows[-1], line):
            rows[-1].append(line)
        else:
            rows.append([line])
    return [line for row in rows for line in sorted(row, key=lambda each: boxes[each, 0])]


def _beside(boxes: Floats, row: list[int], line: int) -> bool:
    nearest = min(
        row,
        key=lambda other: abs(boxes[other, 0] + boxes[other, 2] - boxes[line, 0] - boxes[line, 2]),
    )
    (_, top, _, bottom), (_, other_top, _, other_bottom) = boxes[line], boxes[nearest]
    overlap = min(bottom, other_bottom) - max(top, other_top)
    return bool(overlap > _ROW_OVERLAP * min(bottom - top, other_bottom - other_top))

"""Where to cut a page, so that each slip shows a line and a little room around it.

Lengths are in points on the turned page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import radians, sin
from statistics import median

from library.joining.strip.lines import Slip
from library.joining.strip.running import Row, are_beside
from library.joining.strip.turning import Spot, Turn
from library.model.geometry import Box

_ROOM_BESIDE, _ROOM_ABOVE = 0.9, 0.16  # of a line's height
_APART = 0.5  # of a row's height: less, and two rows are one
_HIGHEST = 1.5  # times the usual word of its line
_MUCH_LONGER = 1.08  # than most lines of its column
_MOST = 0.9  # of the lines


@dataclass(frozen=True, slots=True)
class _Bounds:
    """What a row takes up, and the usual height of its words."""

    left: float
    top: float
    right: float
    bottom: float
    height: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


def slips_of(page: int, turn: Turn, spots: Sequence[Spot], rows: Sequence[Row]) -> list[Slip]:
    """A slip for each row; those of one column are equally wide, so that indents are seen."""
    bounds = [_bounds(turn, [spots[number] for number in row]) for row in rows]
    slips = []
    for column in _columns(bounds):
        left, right = _edges(column)
        room = _ROOM_BESIDE * median(row.height for row in column)
        for row in column:
            edges = min(left, row.left) - room, max(right, row.right) + room
            start, end = _beside(row, *edges, bounds)
            top, bottom = _above_and_below(row, bounds)
            slips.append(Slip(page, turn.angle, start, top, end - start, bottom - top))
    return slips


def slip_around(page: int, turn: Turn, box: Box) -> Slip:
    """A slip that shows a box of the page."""
    around = turn.around(box)
    room = _ROOM_ABOVE * min(around.height, around.right - around.left)
    whole = turn.around(Box(0, 0, 1, 1))  # of a page that lies askew, and more
    left, top = max(around.left - room, whole.left), max(around.top - room, whole.top)
    right, bottom = min(around.right + room, whole.right), min(around.bottom + room, whole.bottom)
    return Slip(page, turn.angle, left, top, right - left, bottom - top)


def _bounds(turn: Turn, spots: Sequence[Spot]) -> _Bounds:
    skew = abs((turn.angle + 45) % 90 - 45)
    lean = 2 * sin(radians(skew))  # what a box around a word that lies askew is too high
    heights = [max(s.height - lean * (s.right - s.left), 0.4 * s.height) for s in spots]
    height = median(heights)
    half = min(max(heights), _HIGHEST * height) / 2
    return _Bounds(
        min(spot.left for spot in spots),
        min(spot.middle for spot in spots) - half,
        max(spot.right for spot in spots),
        max(spot.middle for spot in spots) + half,
        height,
    )


def _columns(rows: Sequence[_Bounds]) -> Iterator[list[_Bounds]]:
    """Rows that follow each other downwards."""
    column: list[_Bounds] = []
    for row in rows:
        if column and row.bottom < column[-1].top:
            yield column
            column = []
        column.append(row)
    if column:
        yield column


def _edges(column: Sequence[_Bounds]) -> tuple[float, float]:
    """From where to where its lines run, but for a few that are much longer."""
    lefts = sorted((row.left for row in column), reverse=True)
    rights = sorted(row.right for row in column)
    nth = min(int(_MOST * len(column)), len(column) - 1)
    reach = (rights[nth] - lefts[nth]) * (_MUCH_LONGER - 1)
    left = min(left for left in lefts if left >= lefts[nth] - reach)
    right = max(right for right in rights if right <= rights[nth] + reach)
    return left, right


def _above_and_below(row: _Bounds, rows: Sequence[_Bounds]) -> tuple[float, float]:
    """The row's height with a little room, but no more than half way to the next rows."""
    room = _ROOM_ABOVE * row.height
    top, bottom = row.top - room, row.bottom + room
    for other in rows:
        if other.left < row.right and row.left < other.right:
            half = (row.middle + other.middle) / 2
            if other.middle < row.middle - _APART * row.height:
                top = max(top, half)
            elif other.middle > row.middle + _APART * row.height:
                bottom = min(bottom, half)
    return top, bottom


def _beside(row: _Bounds, start: float, end: float, rows: Sequence[_Bounds]) -> tuple[float, float]:
    """The edges of a row, but no more than half way to another column."""
    here = Spot(row.left, row.top, row.right, row.bottom)
    for other in rows:
        if other is row or not are_beside(
            here, Spot(other.left, other.top, other.right, other.bottom)
        ):
            continue
        if other.right <= row.left:
            start = max(start, (other.right + row.left) / 2)
        elif other.left >= row.right:
            end = min(end, (other.left + row.right) / 2)
    return start, end

"""How the writing of a page runs: level, askew, or turned by quarters; and its rows.

Lengths are in points.  Words follow each other along a row, and rows below each other; of
the ways to turn the page, the one that fits this best is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import atan2, degrees
from statistics import median

from library.joining.strip.turning import Spot, Turn
from library.model.geometry import Box

_BESIDE = 0.5  # of the lower word's height that two words of a row share
_LEAST_SKEW, _MOST_SKEW = 0.3, 8.0  # degrees
_LONG = 8.0  # times as long as high: rows that tell how they run
_FEW = 3  # words that may stand out of their row
_NEAR = 6.0  # heights between two words of a row that strays part


Row = list[int]  # the numbers of its words


def turn_of(boxes: Sequence[Box], size: tuple[float, float], *, from_right: bool) -> Turn:
    """How to turn a page of this size on which these words follow each other."""
    turn = max(_ways(boxes, size), key=lambda way: _fit(way, boxes, from_right=from_right))
    rough = Turn(turn.angle + _usual_step(turn.spots(boxes), from_right=from_right), size)
    spots = rough.spots(boxes)
    falls = [fall for row in rows_of(spots) if (fall := _fall(spots, row)) is not None]
    skew = rough.angle - turn.angle + median(falls or [0.0])
    is_askew = falls and _LEAST_SKEW <= abs(skew) <= _MOST_SKEW
    return Turn((turn.angle + skew) % 360, size) if is_askew else turn


def rows_of(spots: Sequence[Spot]) -> list[Row]:
    """Words that follow each other side by side, a row each.

    A few words that seem to stand elsewhere, in the midst of a row, are left out of it: their
    own row is empty.
    """
    rows: list[Row] = []
    for number, spot in enumerate(spots):
        if rows and are_beside(spots[rows[-1][-1]], spot):
            rows[-1].append(number)
        else:
            rows.append([number])
    return _mended(rows, spots)


def are_beside(one: Spot, other: Spot) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _BESIDE * min(one.height, other.height)


def _goes_on(one: Spot, other: Spot) -> bool:
    gap = max(one.left, other.left) - min(one.right, other.right)
    return are_beside(one, other) and gap < _NEAR * one.height


def _mended(rows: Sequence[Row], spots: Sequence[Spot]) -> list[Row]:
    mended: list[Row] = []
    for row in rows:
        strays = len(mended[-1]) < _FEW if mended else False
        if len(mended) > 1 and strays and _goes_on(spots[mended[-2][-1]], spots[row[0]]):
            mended.pop()
            mended[-1] += row
        else:
            mended.append(row)
    return mended


def _ways(boxes: Sequence[Box], size: tuple[float, float]) -> list[Turn]:
    """Words are longer than high: that leaves two of the four ways, the usual one first."""
    across = sum(box.width for box in boxes) * size[0]
    down = sum(box.height for box in boxes) * size[1]
    return [Turn(angle, size) for angle in ((0.0, 180.0) if across >= down else (90.0, 270.0))]


def _fit(turn: Turn, boxes: Sequence[Box], *, from_right: bool) -> int:
    """So many words stand where the word before them lets one expect them."""
    spots = turn.spots(boxes)
    return sum(_follows(*pair, from_right=from_right) for pair in pairwise(spots))


def _follows(one: Spot, other: Spot, *, from_right: bool) -> bool:
    on = one.right - other.right if from_right else other.left - one.left
    if are_beside(one, other):
        return on > 0
    return other.middle > one.middle and on < one.height


def _usual_step(spots: Sequence[Spot], *, from_right: bool) -> float:
    """By how many degrees writing falls from a word to the next: right for most of them."""
    across = -1 if from_right else 1
    steps = [
        degrees(atan2(across * (other.middle - one.middle), across * (other.left - one.left)))
        for one, other in pairwise(spots)
    ]
    return median([step for step in steps if abs(step) <= _MOST_SKEW] or [0.0])


def _fall(spots: Sequence[Spot], row: Row) -> float | None:
    first = min(row, key=lambda number: spots[number].left)
    last = max(row, key=lambda number: spots[number].left)
    across = spots[last].left - spots[first].left
    if across < _LONG * spots[first].height:
        return None
    return degrees(atan2(spots[last].middle - spots[first].middle, across))

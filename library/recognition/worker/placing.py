"""Where the words of a line stand on the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from library.model.scan_line import LATE, Corner, ScanLine
from library.pages.contents import Word
from library.recognition.worker.lines import Quad, Reading

_PLACES = 4  # decimals that are told, as many as are kept
_CERTAINTY_PLACES = 3
_STEP_PLACES = 2

Points = NDArray[np.float64]  # n, 2


def words_of(reading: Reading, quad: Quad, line: int, turn: int) -> Iterator[Word]:
    """The words of a line.

    `quad` holds the line's corners in page units of the page turned by `turn` quarters
    against the clock, where its writing begins first; the words' places are on the page as
    it was.
    """
    for (text, _, sure), (start, end) in zip(reading.words, _stretches(reading), strict=True):
        corners = turned_back(_part(quad, start, end), turn)
        yield word_at(corners, text, line, sum(sure) / len(sure))


def word_at(corners: Points, text: str, line: int, certainty: float) -> Word:
    """The word between these corners, which are in page units of the page as it was."""
    (left, top), (right, bottom) = corners.min(axis=0), corners.max(axis=0)
    return Word(
        text,
        *(_exact(left), _exact(top), _exact(right), _exact(bottom)),
        line=line,
        certainty=round(certainty, _CERTAINTY_PLACES),
    )


def line_of(reading: Reading, quad: Quad, line: int, turn: int) -> ScanLine:
    """What was seen along a line; arguments as those of `words_of`."""
    corners = turned_back(quad.astype(np.float64), turn)
    first, second, third, fourth = (_corner(*corner) for corner in corners.tolist())
    sights = reading.sights
    return ScanLine(
        line,
        (first, second, third, fourth),
        round(reading.columns, _STEP_PLACES),
        sights.places,
        sights.characters,
        sights.costs,
    )


def _corner(x: float, y: float) -> Corner:
    return _exact(x), _exact(y)


def turned_back(points: Points, turn: int) -> Points:
    """Points on a page that was turned by `turn` quarters against the clock, as it was before."""
    x, y = points.clip(0.0, 1.0).T
    across, down = ((x, y), (1 - y, x), (1 - x, 1 - y), (y, 1 - x))[turn % 4]
    return np.column_stack((across, down))


def _exact(edge: float) -> float:
    return round(float(edge), _PLACES)


def _stretches(reading: Reading) -> Sequence[tuple[float, float]]:
    """Where each word begins and ends, in parts of the line; none overlaps the next."""
    half, middle = _pitch(reading) / 2, 0.5 - LATE
    ends = [
        (max(columns[0] + middle - half, 0.0), min(columns[-1] + middle + half, reading.columns))
        for _, columns, _ in reading.words
    ]
    for k in range(len(ends) - 1):
        (start, end), (next_start, next_end) = ends[k], ends[k + 1]
        if end > next_start:
            middle = (end + next_start) / 2
            ends[k], ends[k + 1] = (start, middle), (middle, next_end)
    return [(start / reading.columns, end / reading.columns) for start, end in ends]


def _pitch(reading: Reading) -> float:
    """The usual width of a character, in columns."""
    steps = [step for _, columns, _ in reading.words for step in np.diff(columns)]
    if steps:
        return float(np.mean(steps))
    return reading.columns / (1 + sum(len(text) for text, _, _ in reading.words))


def _part(quad: Quad, start: float, end: float) -> Points:
    """The corners of the part of a line between two of its parts."""
    top_left, top_right, bottom_right, bottom_left = quad.astype(np.float64)
    above, below = top_right - top_left, bottom_right - bottom_left
    return np.array(
        [
            top_left + start * above,
            top_left + end * above,
            bottom_left + end * below,
            bottom_left + start * below,
        ]
    )

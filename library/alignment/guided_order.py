"""The order of a page's lines that the transcript suggests.

Each line is looked up in the text; where the lines of a page stand there in another order,
they are sorted so.  A line without evidence stays behind the one above it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from library.alignment.normalising import Floats, Ints, Stream, stream_of
from library.alignment.ordering import Line, line_boxes, lines_of
from library.alignment.seeding import Index
from library.model.link import ScanPageWords

_K = 7
_MOST = 16  # places of a seed
_FEWEST_SEEDS = 5  # that must place a line: 11 characters
_NEAR = 12  # characters by which the seeds of a line may disagree
_FEWEST_LINES = 4
_IN_ORDER = 0.04  # of the lines may step back in a page that is in order


def ordered_by(text: Stream, pages: Sequence[ScanPageWords]) -> list[ScanPageWords]:
    index = Index(text.codes, _K)
    return [_ordered(index, page) for page in pages]


def _ordered(index: Index, page: ScanPageWords) -> ScanPageWords:
    """The page itself where its lines stand in order, or little is known of them."""
    lines = lines_of(page)
    places = _places(index, lines)
    placed = [place for place in places if place is not None]
    back = int((np.diff(placed) < 0).sum()) if placed else 0
    if len(placed) < _FEWEST_LINES or back <= max(2, _IN_ORDER * len(placed)):
        return page
    order = _sorted(places, line_boxes(lines, page.size))
    return replace(page, words=tuple(word for nth in order for word in lines[nth]))


def _places(index: Index, lines: Sequence[Line]) -> list[int | None]:
    """Where in the text each line begins, as most of its seeds say, near the others."""
    stream = stream_of([" ".join(word.text for word in line) for line in lines])
    at, text_at = index.seeds(stream.codes, _MOST)
    whole = stream.owner[at] == stream.owner[np.minimum(at + _K - 1, len(stream.owner) - 1)]
    at, text_at = at[whole], text_at[whole]
    if not len(at):
        return [None] * len(lines)
    owner = stream.owner[at]
    begins = text_at - (at - stream.starts[owner])
    window = _window(begins, len(stream.text))
    near = (begins >= window[0]) & (begins <= window[1])
    return [_agreed(begins[near & (owner == nth)]) for nth in range(len(lines))]


def _window(begins: Ints, size: int) -> tuple[int, int]:
    """The stretch of the text, half as long again as the page, where most seeds point."""
    ordered = np.sort(begins)
    width = int(size * 1.5) + 200
    counts = np.searchsorted(ordered, ordered + width, "right") - np.arange(len(ordered))
    first = int(ordered[int(counts.argmax())])
    return first, first + width


def _agreed(begins: Ints) -> int | None:
    ordered = np.sort(begins)
    groups = np.split(ordered, np.flatnonzero(np.diff(ordered) > _NEAR) + 1)
    best = max(groups, key=len)
    return int(np.median(best)) if len(best) >= _FEWEST_SEEDS else None


def _sorted(places: Sequence[int | None], boxes: Floats) -> list[int]:
    keys = {nth: (float(place), 0) for nth, place in enumerate(places) if place is not None}
    lost = [nth for nth, place in enumerate(places) if place is None]
    for nth in sorted(lost, key=lambda each: float(boxes[each, 1])):
        above = _above(boxes, nth, list(keys))
        keys[nth] = (keys[above][0], keys[above][1] + 1) if above is not None else (-1.0, nth)
    return sorted(range(len(places)), key=lambda each: keys[each])


def _above(boxes: Floats, line: int, others: list[int]) -> int | None:
    """The nearest of the other lines above this one in the same column."""
    left, top, right, _ = boxes[line]
    column = [
        other
        for other in others
        if boxes[other, 1] < top
        and min(right, boxes[other, 2]) - max(left, boxes[other, 0])
        > 0.3 * min(right - left, boxes[other, 2] - boxes[other, 0])
    ]
    return max(column, key=lambda other: float(boxes[other, 1]), default=None)

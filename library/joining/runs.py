"""Runs: stretches of a page and of a text that go down together.

A page of one column has one run, a page of two columns has two.  What is linked out of
order beside them (a stamp, a note in the margin, a wrong link) belongs to none.  A page that
goes down otherwise than its text (it lies on its side, say) has one run, from top to foot.
Heights are parts of the shown page's height, offsets are code points.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from library.joining.rows import Row

_LEAP = 0.1  # of the page's height between two rows of which the second may be out of order
_HEAVY = 0.1  # of what is linked on the page: so much is a run, whatever its order
_ORDERED = 0.5  # of what is linked on the page stands in runs, or the page has no order
_WIDE = 2.0  # line heights between two lines of which the second does not follow at once
_APART = 500  # code points between two rows that are not of the same page of the text
_LEAST = 20  # code points linked on a page; less may be chance


@dataclass(frozen=True, slots=True)
class Run:
    """Heights on a page and the offsets that stand there, both ascending.

    Between two of them one moves evenly.  `start` and `end` say where the text of the run
    begins and ends; the heights may reach beyond it, to the edges of the page.
    """

    heights: tuple[float, ...]
    offsets: tuple[float, ...]
    start: float
    end: float

    @property
    def top(self) -> float:
        return self.heights[0]

    @property
    def bottom(self) -> float:
        return self.heights[-1]

    def offset_at(self, height: float) -> float:
        """What stands at this height; above and below the run, its ends."""
        return _between(self.heights, self.offsets, height)

    def height_of(self, offset: float) -> float:
        """Where this offset stands; before and after the run, its ends."""
        return _between(self.offsets, self.heights, offset)

    def from_top(self, offset: float) -> Run:
        """The run with what is above it: `offset` stands at the top of the page."""
        if self.top <= 0:
            return self
        return replace(self, heights=(0.0, *self.heights), offsets=(offset, *self.offsets))

    def to_foot(self, offset: float) -> Run:
        """The run with what is below it: `offset` stands at the foot of the page."""
        if self.bottom >= 1:
            return self
        return replace(self, heights=(*self.heights, 1.0), offsets=(*self.offsets, offset))


def runs_of(rows: Sequence[Row]) -> tuple[Run, ...]:
    """The runs of a page in the order of the text; none where next to nothing is linked."""
    linked = sum(row.length for row in rows)
    if linked < _LEAST:
        return ()
    stretches = [_ascending(stretch) for stretch in _parted(rows, _leaps)]
    chains = _chained([each for each in stretches if _length(each) >= _HEAVY * linked])
    for light in stretches:
        if chains and _length(light) < _HEAVY * linked:
            _take_in(chains, light)
    if sum(map(_length, chains)) < _ORDERED * linked:
        return (_whole(rows),)
    return tuple(_run(chain) for chain in chains)


def _length(rows: Sequence[Row]) -> int:
    return sum(row.length for row in rows)


def _parted(rows: Sequence[Row], is_leap: Callable[[Row, Row], bool]) -> Iterator[list[Row]]:
    """The rows between one leap and the next."""
    stretch = [rows[0]]
    for last, row in pairwise(rows):
        if is_leap(last, row):
            yield stretch
            stretch = []
        stretch.append(row)
    yield stretch


def _leaps(last: Row, row: Row) -> bool:
    return abs(row.middle - last.middle) > _LEAP


def _ascending(rows: Sequence[Row]) -> list[Row]:
    """The longest part of a stretch, gaps allowed, that goes down the page all the way.

    Patience sorting (Fredman 1975).
    """
    middles: list[float] = []  # the middle of the row that ends the best part of each length
    ends: list[int] = []  # and which row that is
    before: list[int] = []  # what each row follows in its part
    for here, row in enumerate(rows):
        length = bisect_left(middles, row.middle)
        before.append(ends[length - 1] if length else -1)
        middles[length : length + 1] = [row.middle]
        ends[length : length + 1] = [here]
    part, last = [], ends[-1]
    while last >= 0:
        part.append(rows[last])
        last = before[last]
    return part[::-1]


def _chained(stretches: Sequence[list[Row]]) -> list[list[Row]]:
    """Stretches one below the other are one."""
    chains: list[list[Row]] = []
    for stretch in stretches:
        if chains and stretch[0].middle > chains[-1][-1].middle:
            chains[-1] += stretch
        else:
            chains.append(stretch)
    return chains


def _take_in(chains: Sequence[list[Row]], light: Sequence[Row]) -> None:
    """Add a short stretch to the chain that it stands in or follows, where it fits there."""
    chain = chains[max(0, bisect_right(chains, light[0].start, key=lambda c: c[0].start) - 1)]
    at = bisect_right(chain, light[0].start, key=lambda row: row.start)
    fits_above = at == 0 or chain[at - 1].middle < light[0].middle
    fits_below = at == len(chain) or light[-1].middle < chain[at].middle
    if fits_above and fits_below:
        chain[at:at] = light


def _whole(rows: Sequence[Row]) -> Run:
    """A page of which is known only from where to where its text reaches."""
    near = max(_parted(rows, lambda last, row: row.start - last.end > _APART), key=_length)
    start, end = float(near[0].start), float(near[-1].end)
    return Run((0.0, 1.0), (start, end), start, end)


def _run(rows: Sequence[Row]) -> Run:
    """A line's words are passed evenly from half-way to the line above to half-way below."""
    breaks = [place for above, below in pairwise(rows) for place in _break(above, below)]
    first, last = rows[0], rows[-1]
    heights = [height for height, _ in breaks]
    top = 2 * first.middle - heights[0] if breaks else first.top
    foot = 2 * last.middle - heights[-1] if breaks else last.bottom
    return Run(
        (max(0.0, top), *heights, min(1.0, foot)),
        (first.start, *(offset for _, offset in breaks), last.end),
        first.start,
        last.end,
    )


def _break(above: Row, below: Row) -> Iterator[tuple[float, float]]:
    """Where one line ends and where the next begins: heights, and the offsets that go there."""
    size, gap = above.bottom - above.top, below.top - above.bottom
    if gap > _WIDE * size:
        yield above.bottom + size / 2, above.end
        yield below.top - size / 2, below.start
        return
    half_way = (above.middle + below.middle) / 2
    if below.start - above.end > above.length:  # the text has more than the scan
        yield half_way, above.end
        yield half_way, below.start
    else:
        yield half_way, (above.end + below.start) / 2


def _between(places: Sequence[float], values: Sequence[float], place: float) -> float:
    if place <= places[0]:
        return values[0]
    after = bisect_right(places, place)
    if after == len(places):
        return values[-1]
    start, end = places[after - 1], places[after]
    share = (place - start) / (end - start)
    return values[after - 1] + share * (values[after] - values[after - 1])

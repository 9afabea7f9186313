"""The correspondence of a text whose words are linked to the scan, or of which nothing is.

The lines on which words stand say what corresponds; between lines one moves evenly; pages
without links share what text is left between the others as `library.alignment.paging`
would share it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from library.alignment.paging import paging_of
from library.joining.rows import rows_of
from library.joining.runs import Run, runs_of
from library.model.document import Document, Version
from library.model.joined import Joined

Border = tuple[float, float]  # the offset at the foot of one page, and at the top of another
_AROUND = 2  # linked pages on either side, in the order of the text, that may hold an offset


class ByWords:
    """A `library.joining.correspondence.Correspondence`.

    Works out what it knows of a page when that is first asked for.
    """

    def __init__(
        self, document: Document, version: Version, joined: Joined, rotation: int = 0
    ) -> None:
        """`rotation` says how the pages are shown: turned clockwise by so many degrees."""
        self._paging = paging_of(document, version)
        self._alignment = joined.alignment(version.id)
        self._rotation = rotation
        self._length = len(version.text)
        self._pages = document.scan_pages
        self._places = {page: place for place, page in enumerate(self._pages)}
        self._linked = [p for p in range(len(self._pages)) if self._links_on(p)]
        self._middles = sorted((self._middle_of(place), place) for place in self._linked)
        self._by_links: dict[int, tuple[Run, ...]] = {}
        self._whole: dict[int, tuple[Run, ...]] = {}
        self._shares: dict[int, list[float]] = {}

    # --- The two ways ------------------------------------------------------------------

    def offset_at(self, page: int, height: float, near: float | None = None) -> float:
        place = self._places.get(page)
        if place is None:
            return self._paging.offset_of_page(page, height)
        run = min(self._runs(place), key=lambda run: _far_on_page(run, height, near))
        return run.offset_at(height)

    def place_at(self, offset: float, near: int | None = None) -> tuple[int, float]:
        here = None if near is None else self._places.get(near)
        found = min(
            ((place, run) for place in self._candidates(offset, here) for run in self._runs(place)),
            key=lambda each: _far_in_text(each, offset, here),
            default=None,
        )
        if found is None:
            return 0, 0.0
        place, run = found
        return self._pages[place], run.height_of(offset)

    def start_of(self, page: int) -> int:
        place = self._places.get(page)
        if place is None:
            return self._paging.offset_of_page(page, 0.0)
        return round(self._runs(place)[0].offsets[0])

    # --- Pages -------------------------------------------------------------------------
    # By their place in the scan from here on.

    def _links_on(self, place: int) -> bool:
        return bool(self._alignment.links_on(self._pages[place]))

    def _middle_of(self, place: int) -> int:
        """Where the middle one of a page's links stands in the text."""
        links = self._alignment.links_on(self._pages[place])
        return links[len(links) // 2].start

    def _linked_runs(self, place: int) -> tuple[Run, ...]:
        """What links alone say of a page; nothing, where there are none in an order."""
        if place not in self._by_links:
            links = self._alignment.links_on(self._pages[place])
            self._by_links[place] = runs_of(rows_of(links, self._rotation))
        return self._by_links[place]

    def _runs(self, place: int) -> tuple[Run, ...]:
        """The runs of a page, the uppermost from its top, the lowest to its foot."""
        if place not in self._whole:
            runs = self._linked_runs(place)
            self._whole[place] = self._to_edges(place, runs) if runs else (self._shared(place),)
        return self._whole[place]

    def _to_edges(self, place: int, runs: tuple[Run, ...]) -> tuple[Run, ...]:
        """The text comes to the page at its first run and leaves it at its last.

        Where another run stands higher or lower on the page, no edge is theirs.
        """
        first, *_, last = runs[0], *runs
        top = self._border(self._before(place), place)[1]
        foot = self._border(place, self._after(place))[0]
        whole = [
            run.from_top(top) if run is first and run.top == min(r.top for r in runs) else run
            for run in runs
        ]
        if last.bottom == max(run.bottom for run in runs):
            whole[-1] = whole[-1].to_foot(foot)
        return tuple(whole)

    def _shared(self, place: int) -> Run:
        """The text of a page on which nothing is linked."""
        above = self._before(place)
        start, end = self._shares_after(above)[place - above - 1 : place - above + 1]
        return Run((0.0, 1.0), (start, end), start, end)

    def _shares_after(self, above: int) -> list[float]:
        """Where the pages without links begin that follow a linked one, and where they end."""
        if above not in self._shares:
            below = self._after(above)
            start, end = self._border(above, below)
            usual = self._paging.starts[above + 1 : below + 1]
            self._shares[above] = _fitted(usual, start, end) if usual else []
        return self._shares[above]

    def _before(self, place: int) -> int:
        """The last page before this one whose links say something, -1 where there is none."""
        earlier = reversed(self._linked[: bisect_left(self._linked, place)])
        return next((each for each in earlier if self._linked_runs(each)), -1)

    def _after(self, place: int) -> int:
        """The first page after this one whose links say something; past the last page if none."""
        later = self._linked[bisect_right(self._linked, place) :]
        return next((each for each in later if self._linked_runs(each)), len(self._pages))

    def _border(self, above: int, below: int) -> Border:
        """What stands at the foot of one page, and at the top of another that is below it.

        Nothing is linked on the pages between them.
        """
        end = self._linked_runs(above)[-1].end if above >= 0 else 0.0
        is_last = below == len(self._pages)
        start = float(self._length) if is_last else self._linked_runs(below)[0].start
        if below > above + 1 or start < end or self._is_elsewhere(end, start):
            return end, start
        border = min(max(float(self._paging.starts[below]), end), start)
        return border, border

    def _is_elsewhere(self, start: float, end: float) -> bool:
        """Whether there is a page for the text between two offsets."""
        first = bisect_right(self._middles, (start, len(self._pages)))
        last = bisect_left(self._middles, (end, -1))
        return any(
            start < run.start and run.end < end
            for _, place in self._middles[first:last]
            for run in self._linked_runs(place)
        )

    # --- Where an offset may stand -----------------------------------------------------

    def _candidates(self, offset: float, here: int | None) -> set[int]:
        """Pages that may hold an offset, with the best of those that share what is left."""
        linked = {*self._around(offset), *([here] if here is not None else [])}
        linked = {place for place in linked if self._linked_runs(place)}
        between = {self._before(place) for place in linked} | linked or {-1}
        return linked | {place for above in between for place in self._sharing(above, offset)}

    def _around(self, offset: float) -> Iterator[int]:
        """The linked pages whose text is nearest, before and after."""
        at = bisect_left(self._middles, (offset, -1))
        for side in (reversed(self._middles[:at]), self._middles[at:]):
            found = (place for _, place in side if self._linked_runs(place))
            yield from (place for place, _ in zip(found, range(_AROUND), strict=False))

    def _sharing(self, above: int, offset: float) -> Iterator[int]:
        """Of the pages without links that follow a linked one, that which holds an offset."""
        pages = range(above + 1, self._after(above))
        if pages:
            starts = self._shares_after(above)[:-1]
            yield pages[max(0, bisect_right(starts, offset) - 1)]


def _fitted(usual: Sequence[int], start: float, end: float) -> list[float]:
    """Shares of the text between two offsets, in the usual proportions."""
    length = usual[-1] - usual[0]
    if start > end:  # the pages around are in another order than their text
        return [float(each) for each in usual]
    return [start + (end - start) * (each - usual[0]) / max(length, 1) for each in usual]


def _far_on_page(run: Run, height: float, near: float | None) -> tuple[float, float]:
    text = _outside(near, run.start, run.end) if near is not None else run.start
    return _outside(height, run.top, run.bottom), text


def _far_in_text(
    found: tuple[int, Run], offset: float, here: int | None
) -> tuple[bool, float, int, int]:
    place, run = found
    at_edge = not run.start <= offset < run.end
    beyond = _outside(offset, run.offsets[0], run.offsets[-1])
    return at_edge, beyond, abs(place - here) if here is not None else 0, -place


def _outside(place: float, start: float, end: float) -> float:
    """How far outside of a stretch a place lies; 0 inside."""
    return max(start - place, place - end, 0.0)

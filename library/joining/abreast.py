"""Two texts of a document abreast: which place of one goes with a place of the other.

By the paragraphs that say the same, and between them by the pages of the scan.  Places are
offsets in code points; they may have a fraction, so that columns can move together smoothly.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from library.alignment.paging import longest_increasing, paging_of
from library.joining.paragraphs import Paragraphs
from library.model.document import Document, Version
from library.model.joined import Joined

Anchor = tuple[int, int]  # an offset of the first text, and the offset that goes with it


@dataclass(frozen=True)
class Abreast:
    """Where both texts meet, in ascending order; between two such places they go evenly."""

    anchors: tuple[Anchor, ...]

    def second_of(self, offset: float) -> float:
        """The place in the second text that goes with one in the first."""
        return _across(offset, self._firsts, self._seconds)

    def first_of(self, offset: float) -> float:
        return _across(offset, self._seconds, self._firsts)

    @cached_property
    def _firsts(self) -> list[int]:
        return [first for first, _ in self.anchors]

    @cached_property
    def _seconds(self) -> list[int]:
        return [second for _, second in self.anchors]


def abreast(document: Document, joined: Joined, first: Version, second: Version) -> Abreast:
    """Lay two texts of a document abreast."""
    ends = (0, 0), (len(first.text), len(second.text))
    known = sorted({*_ascending(_paired(document, joined, first, second)), *ends})
    between = _fitting(_paged(document, first, second), known)
    return Abreast(tuple(sorted({*known, *between})))


def _across(offset: float, here: Sequence[int], there: Sequence[int]) -> float:
    after = min(max(bisect_right(here, offset), 1), len(here) - 1)
    start, end = here[after - 1], here[after]
    part = (offset - start) / (end - start) if end > start else 0.0
    low, high = there[after - 1], there[after]
    return low + min(max(part, 0.0), 1.0) * (high - low)


# --- Paragraphs ------------------------------------------------------------------------


def _paired(
    document: Document, joined: Joined, first: Version, second: Version
) -> Iterator[Anchor]:
    """Where the paragraphs that say the same begin and end."""
    for firsts, seconds in _beads(Paragraphs(document, joined).pairs(first.id, second.id)):
        ours, theirs = first.paragraphs, second.paragraphs
        yield ours[firsts[0]].start, theirs[seconds[0]].start
        yield ours[firsts[-1]].end, theirs[seconds[-1]].end


def _beads(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[list[int], list[int]]]:
    """Runs of paragraphs that belong together: one with one, one with two, and so on."""
    firsts: list[int] = []
    seconds: list[int] = []
    for first, second in pairs:
        if firsts and first not in firsts and second not in seconds:
            yield firsts, sorted(seconds)
            firsts, seconds = [], []
        firsts.append(first)
        seconds.append(second)
    if firsts:
        yield firsts, sorted(seconds)


# --- Pages -----------------------------------------------------------------------------


def _paged(document: Document, first: Version, second: Version) -> Iterable[Anchor]:
    """Where the pages of the scan begin in both."""
    return zip(paging_of(document, first).starts, paging_of(document, second).starts, strict=True)


def _fitting(anchors: Iterable[Anchor], known: Sequence[Anchor]) -> Iterator[Anchor]:
    """Those that lie, in both texts, between the same two of the known ones."""
    gaps = pairwise(known)
    gap = next(gaps, None)
    for a, b in _ascending(anchors):
        while gap is not None and gap[1][0] <= a:
            gap = next(gaps, None)
        if gap is not None and gap[0][0] < a and gap[0][1] < b < gap[1][1]:
            yield a, b


def _ascending(anchors: Iterable[Anchor]) -> list[Anchor]:
    """The longest run that ascends in both texts."""
    anchors = sorted(anchors)
    if all(one[1] < other[1] for one, other in pairwise(anchors)):
        return anchors
    return [(a, b) for b, a in longest_increasing([(b, a) for a, b in anchors])]

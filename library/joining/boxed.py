"""Which words of a text stand in a box of a page.

A word is in the box where its middle is, as far as its place is known: a mere line does not
count.  Looked up in an index by height, so that a thousand boxes take no time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from library.model.geometry import Box
from library.model.link import Alignment, Link, LinkKind

_KNOWN = 0.7  # certainty from which a word's place is known


class _Word(NamedTuple):
    """A word where one of its boxes stands; words with consecutive ranks follow each other."""

    y: float  # of the box's middle
    x: float
    rank: int
    start: int
    end: int


class Boxed:
    """The words of one alignment by their place on a page."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment
        self._pages: dict[int, list[_Word]] = {}

    def stretch(self, page: int, box: Box) -> tuple[int, int] | None:
        """From the first to the last word of the text in the box; None where there is none."""
        words = self._held(page, (box,))
        if not words:
            return None
        return words[0].start, max(word.end for word in words)

    def runs(self, page: int, boxes: Iterable[Box]) -> list[tuple[int, int]]:
        """The stretches of the text that stand in the boxes, and nothing that stands beside."""
        words = self._held(page, boxes)
        breaks = [
            n for n, (one, next_) in enumerate(pairwise(words), 1) if next_.rank > one.rank + 1
        ]
        parts = pairwise((0, *breaks, len(words)))
        return [
            (words[first].start, max(word.end for word in words[first:last]))
            for first, last in parts
            if first < last
        ]

    def _held(self, page: int, boxes: Iterable[Box]) -> list[_Word]:
        """In the order of the text, each once."""
        words = self._words(page)
        found: dict[int, _Word] = {}
        for box in boxes:
            first = bisect_left(words, box.top, key=itemgetter(0))
            last = bisect_right(words, box.bottom, first, key=itemgetter(0))
            found.update(
                (word.rank, word) for word in words[first:last] if box.left <= word.x <= box.right
            )
        return [found[rank] for rank in sorted(found)]

    def _words(self, page: int) -> list[_Word]:
        if page not in self._pages:
            self._pages[page] = sorted(self._ranked(page))
        return self._pages[page]

    def _ranked(self, page: int) -> Iterator[_Word]:
        known = [link for link in self._alignment.links_on(page) if _is_known(link)]
        rank = 0
        for before, link in zip([None, *known], known, strict=False):
            rank += 2 if before is not None and self._parted(before, link) else 1
            for box in link.boxes:
                x, y = box.middle
                yield _Word(y, x, rank, link.start, link.end)

    def _parted(self, one: Link, other: Link) -> bool:
        """Whether a word stands between the two in the text whose place is on another page."""
        between = self._alignment.links_between(one.end, other.start)
        return any(_is_known(link) for link in between if link.start >= one.end)


def _is_known(link: Link) -> bool:
    return link.kind is not LinkKind.LINE and link.certainty >= _KNOWN

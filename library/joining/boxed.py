"""Which words of a text stand in a box of a page.

A word is in the box where its middle is, as far as its place is known: a mere line does not
count.  Looked up in an index by height, so that a thousand boxes take no time.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from library.model.geometry import Box
from library.model.link import Alignment, Link, LinkKind

_KNOWN = 0.7  # certainty from which a word's place is known

Row = tuple[float, float, Link]  # the middle of a box, down and across


class Boxed:
    """The words of one alignment by their place on a page."""

    def __init__(self, alignment: Alignment) -> None:
        self._alignment = alignment
        self._pages: dict[int, list[Row]] = {}

    def stretch(self, page: int, box: Box) -> tuple[int, int] | None:
        """From the first to the last word of the text in the box; None where there is none."""
        links = self._links(page, (box,))
        if not links:
            return None
        return links[0].start, max(link.end for link in links)

    def runs(self, page: int, boxes: Iterable[Box]) -> list[tuple[int, int]]:
        """The stretches of the text that stand in the boxes, and nothing that stands beside."""
        links = self._links(page, boxes)
        if not links:
            return []
        breaks = [
            nth for nth, (one, other) in enumerate(pairwise(links), 1) if self._parted(one, other)
        ]
        starts, ends = (0, *breaks), (*breaks, len(links))
        return [
            (links[first].start, max(link.end for link in links[first:last]))
            for first, last in zip(starts, ends, strict=True)
        ]

    def _links(self, page: int, boxes: Iterable[Box]) -> list[Link]:
        """In the order of the text, each once."""
        found = {link.start: link for box in boxes for link in self._held(page, box)}
        return [found[start] for start in sorted(found)]

    def _held(self, page: int, box: Box) -> Iterator[Link]:
        rows = self._rows(page)
        first = bisect_left(rows, box.top, key=lambda row: row[0])
        last = bisect_right(rows, box.bottom, key=lambda row: row[0])
        return (link for _, x, link in rows[first:last] if box.left <= x <= box.right)

    def _parted(self, one: Link, other: Link) -> bool:
        """Whether another word of the text, whose place is known, stands between the two."""
        between = self._alignment.links_between(one.end, other.start)
        return any(_is_known(link) for link in between if link.start >= one.end)

    def _rows(self, page: int) -> list[Row]:
        if page not in self._pages:
            known = filter(_is_known, self._alignment.links_on(page))
            rows = ((*box.middle[::-1], link) for link in known for box in link.boxes)
            self._pages[page] = sorted(rows, key=lambda row: row[0])
        return self._pages[page]


def _is_known(link: Link) -> bool:
    return link.kind is not LinkKind.LINE and link.certainty >= _KNOWN

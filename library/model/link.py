"""Links between the words of a text and their places on the scan.

Offsets are code points of `Version.text`, start inclusive, end exclusive; pages are those
of the document, from 0; boxes are in page units.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from library.model.geometry import Box
from library.model.scan_line import ScanLine

Stray = tuple[int, "ScanWord"]  # a page, and a word on it that the text does not have
Range = tuple[int, int]  # start and end in the text


class LinkKind(StrEnum):
    """How exact the place is."""

    OWN = "own"  # as the reader said
    WORD = "word"  # the word's own box
    PART = "part"  # a share of a box that holds several words
    LINE = "line"  # the lines on which the word must be; no more is known


@dataclass(frozen=True, slots=True)
class ScanWord:
    """A word that was read from a scan.  Words of one line of a page share its number."""

    text: str
    box: Box
    line: int
    certainty: float = 1.0  # of its letters, 0..1


@dataclass(frozen=True, slots=True)
class ScanPageWords:
    """The words of one page, in the order they were read.  `size` is in points.

    `lines` tell what else was seen, where the engine says it.
    """

    page: int
    words: tuple[ScanWord, ...]
    size: tuple[float, float]
    lines: tuple[ScanLine, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """`text[start:end]` stands in these boxes, with this probability.

    A word that is broken at the end of a line has a box on either line.
    """

    start: int
    end: int
    page: int
    boxes: tuple[Box, ...]
    certainty: float  # 0..1
    kind: LinkKind


@dataclass(frozen=True)
class Alignment:
    """All links of one version, by their start.

    Where a page was scanned twice, a word has a link on either page.
    """

    version: str  # the version's id
    links: tuple[Link, ...]
    unmatched_words: tuple[Stray, ...] = ()  # on the scan and not in the text
    unmatched_ranges: tuple[Range, ...] = ()  # in the text and not on the scan

    def link_at(self, offset: int) -> Link | None:
        """The surest link of the word at this offset."""
        return _surest(self.links_between(offset, offset + 1))

    def links_between(self, start: int, end: int) -> tuple[Link, ...]:
        """The links that share a character with `text[start:end]`."""
        first = bisect_left(self._starts, start - self._longest)
        last = bisect_left(self._starts, end)
        return tuple(link for link in self.links[first:last] if link.end > start)

    def links_on(self, page: int) -> tuple[Link, ...]:
        return tuple(self._by_page.get(page, ()))

    def link_on(self, page: int, x: float, y: float) -> Link | None:
        """The link at this point of the page; a word comes before a mere line."""
        here = [
            link
            for link in self._by_page.get(page, ())
            if any(box.holds(x, y) for box in link.boxes)
        ]
        return _surest(here)

    @cached_property
    def _starts(self) -> list[int]:
        return [link.start for link in self.links]

    @cached_property
    def _longest(self) -> int:
        return max((link.end - link.start for link in self.links), default=0)

    @cached_property
    def _by_page(self) -> dict[int, list[Link]]:
        by_page: dict[int, list[Link]] = {}
        for link in self.links:
            by_page.setdefault(link.page, []).append(link)
        return by_page


def _surest(links: Sequence[Link]) -> Link | None:
    return max(
        links, key=lambda link: (link.kind is not LinkKind.LINE, link.certainty), default=None
    )

"""The lines of a page, as far as words of a text are surely linked to it.

Heights are parts of the page's height as it is shown, 0 at its top, 1 at its foot; offsets
are code points of the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from library.model.geometry import Box
from library.model.link import Link, LinkKind

_SURE = 0.9  # certainty from which a link is taken for true
_BESIDE = 0.5  # of the lower word's height that two words of a line share
_NEAR = 200  # code points between two words that may still be of one line


@dataclass(frozen=True, slots=True)
class Row:
    """`text[start:end]` stands on one line of a page; what of it is linked lies from `top`
    to `bottom`, on the average of its words."""

    top: float
    bottom: float
    start: int
    end: int

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def length(self) -> int:
        """In code points."""
        return self.end - self.start


def rows_of(links: Iterable[Link], rotation: int = 0) -> list[Row]:
    """The rows of a page in the order of the text, whose links on that page these are.

    `rotation` says how the page is shown: turned clockwise by so many degrees.  A word that
    is broken at the end of a line counts to the row on which it begins.
    """
    rows: list[_Making] = []
    for link in _sure(links):
        top, bottom = (min(max(y, 0.0), 1.0) for y in _down(link.boxes[0], rotation))
        if rows and link.start < rows[-1].end:
            continue  # the same words once more on this page
        if not rows or not rows[-1].takes(link, top, bottom):
            rows.append(_Making(link.start))
        rows[-1].add(link, top, bottom)
    return [row.made() for row in rows]


def _sure(links: Iterable[Link]) -> Iterator[Link]:
    return (
        link
        for link in links
        if link.certainty >= _SURE and link.kind is not LinkKind.LINE and link.boxes
    )


def _down(box: Box, rotation: int) -> tuple[float, float]:
    """From where to where the box reaches down the page as it is shown."""
    match rotation % 360:
        case 90:
            return box.left, box.right
        case 180:
            return 1 - box.bottom, 1 - box.top
        case 270:
            return 1 - box.right, 1 - box.left
        case _:
            return box.top, box.bottom


class _Making:
    """A row to which words are added."""

    def __init__(self, start: int) -> None:
        self._start = self.end = start
        self._top = self._bottom = 0.0  # of the last word; a line may lie askew
        self._tops = self._bottoms = 0.0
        self._words = 0

    def takes(self, link: Link, top: float, bottom: float) -> bool:
        """Whether the next word of the text stands beside the last one."""
        shared = min(bottom, self._bottom) - max(top, self._top)
        least = _BESIDE * min(bottom - top, self._bottom - self._top)
        return shared > least and link.start - self.end < _NEAR

    def add(self, link: Link, top: float, bottom: float) -> None:
        self.end = max(self.end, link.end)
        self._top, self._bottom = top, bottom
        self._tops += top
        self._bottoms += bottom
        self._words += 1

    def made(self) -> Row:
        words = self._words
        return Row(self._tops / words, self._bottoms / words, self._start, self.end)

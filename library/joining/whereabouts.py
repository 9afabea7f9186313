"""Where on the other side something would stand that only one side has.

It is told by the words around it that are joined: on the same line, or on the next.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from unicodedata import bidirectional

from library.joining.stretches import Size, Stretch
from library.model.annotation import Region
from library.model.geometry import Box
from library.model.link import Alignment, Link, LinkKind

_SURE = 0.5  # certainty of a link that tells where others are
_FROM_THE_RIGHT = "R", "AL"  # Hebrew, and Arabic
_BESIDE = 0.4  # of the lower box's height, shared by boxes on one line
_ROOM = 0.6  # of the room that words need, for them to be there
_THIN = 0.5  # of a word's height: how wide the place is where a word is missing


@dataclass(frozen=True, slots=True)
class _Placed:
    """One box of a link."""

    box: Box
    link: Link


class Whereabouts:
    """Looks up neighbours in one text and on the pages that are joined with it."""

    def __init__(self, text: str, alignment: Alignment, sizes: Mapping[int, Size]) -> None:
        """`sizes` are those of the pages whose words are known."""
        self._links = [
            link
            for link in alignment.links
            if link.kind is not LinkKind.LINE and link.certainty >= _SURE
        ]
        self._starts = [link.start for link in self._links]
        self._sizes = sizes
        self._on_page: dict[int, list[_Placed]] = {}
        for link in self._links:
            placed = self._on_page.setdefault(link.page, [])
            placed += [_Placed(box, link) for box in link.boxes]
        self._runs_left = any(bidirectional(letter) in _FROM_THE_RIGHT for letter in text)

    def neighbours(self, start: int, end: int) -> tuple[Link | None, Link | None]:
        """The joined words before and after a stretch of the text."""
        before, after = bisect_left(self._starts, start) - 1, bisect_right(self._starts, end - 1)
        return (
            self._links[before] if before >= 0 else None,
            self._links[after] if after < len(self._links) else None,
        )

    @property
    def pages(self) -> frozenset[int]:
        """The pages whose words are known."""
        return frozenset(self._sizes)

    def size(self, page: int) -> Size:
        return self._sizes[page]

    def letters_on(self, page: int) -> int:
        """How many of the text's characters are joined with a page."""
        return sum(
            link.end - link.start for link in {each.link for each in self._on_page.get(page, ())}
        )

    def boxes_on(self, page: int) -> list[Box]:
        """Where the joined words of a page stand."""
        return [each.box for each in self._on_page.get(page, ())]

    def is_in_a_line(self, page: int, box: Box) -> bool:
        """Whether joined words stand beside a box."""
        return any(_beside(other, box) for other in self.boxes_on(page))

    def has_room(self, start: int, end: int) -> bool:
        """Whether the scan has room for these words between their neighbours, on one line."""
        before, after = self.neighbours(start, end)
        if before is None or after is None or before.page != after.page:
            return False
        one, other = before.boxes[-1], after.boxes[0]
        letters = before.end - before.start + after.end - after.start
        pitch = (one.width + other.width) / letters
        room = max(one.left, other.left) - min(one.right, other.right)
        return _beside(one, other) and room >= _ROOM * (end - start) * pitch

    def place_on_scan(self, start: int, end: int) -> Region | None:
        """Between the words before and after a stretch of the text."""
        before, after = self.neighbours(start, end)
        if before is not None:
            last = before.boxes[-1]
            if after is not None and after.page == before.page and _beside(last, after.boxes[0]):
                return Region(before.page, (self._between(before.page, last, after.boxes[0]),))
            return Region(before.page, (self._at_edge(before.page, last, at_end=True),))
        if after is not None:
            return Region(after.page, (self._at_edge(after.page, after.boxes[0], at_end=False),))
        return None

    def place_in_text(self, stretch: Stretch) -> int:
        """Beside the nearest word on its line, else after the line above it."""
        placed, box = self._on_page.get(stretch.page, []), stretch.boxes[0]
        x, y = box.middle
        line = [each for each in placed if _beside(each.box, box)]
        if line:
            nearest = min(line, key=lambda each: _distance(each.box, box))
            is_left = nearest.box.middle[0] < x
            return nearest.link.end if is_left is not self._runs_left else nearest.link.start
        above = [each for each in placed if each.box.middle[1] < y]
        if above:
            lowest = max(above, key=lambda each: each.box.bottom)
            return max(each.link.end for each in above if _beside(each.box, lowest.box))
        if placed:
            return min(each.link.start for each in placed)
        return self._place_of_page(stretch.page)

    def _place_of_page(self, page: int) -> int:
        """Where a page would come of which the text has nothing."""
        earlier = max((each for each in self._on_page if each < page), default=None)
        if earlier is None:
            return 0
        return max(each.link.end for each in self._on_page[earlier])

    def _between(self, page: int, one: Box, other: Box) -> Box:
        """The room between two boxes of a line, or where they meet."""
        left, right = min(one.right, other.right), max(one.left, other.left)
        middle, least = (left + right) / 2, self._width(page, one) / 2
        left, right = min(left, middle - least), max(right, middle + least)
        return Box.between(left, max(one.top, other.top), right, min(one.bottom, other.bottom))

    def _at_edge(self, page: int, box: Box, *, at_end: bool) -> Box:
        """A little room before or after a word."""
        width = self._width(page, box)
        if at_end is not self._runs_left:
            return Box.between(box.right, box.top, box.right + width, box.bottom)
        return Box.between(box.left - width, box.top, box.left, box.bottom)

    def _width(self, page: int, box: Box) -> float:
        width, height = self._sizes[page]
        return _THIN * box.height * height / width


def _beside(one: Box, other: Box) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > _BESIDE * min(one.height, other.height)


def _distance(one: Box, other: Box) -> float:
    return max(one.left - other.right, other.left - one.right)

"""The lines of one page, as far as words are linked there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from operator import itemgetter

from library.model.geometry import Box

_SAME_LINE = 0.5  # of the lower box's height that two boxes share


class Lines:
    """Finds the line that a box stands on; each is looked for once."""

    def __init__(self, boxes: Iterable[Box]) -> None:
        self._boxes = sorted(((box.middle[1], box) for box in boxes), key=itemgetter(0))
        self._tallest = max((box.height for _, box in self._boxes), default=0.0)
        self._known: dict[Box, Box] = {}

    def around(self, box: Box) -> Box:
        """From the first to the last word on the line of a box, as high as the box."""
        if box not in self._known:
            beside = [box, *(other for other in self._near(box) if on_one_line(box, other))]
            left, right = min(b.left for b in beside), max(b.right for b in beside)
            self._known[box] = Box(left, box.top, right, box.bottom)
        return self._known[box]

    def _near(self, box: Box) -> Iterable[Box]:
        """Those whose middle is near enough for them to reach over to the box."""
        y, reach = box.middle[1], (box.height + self._tallest) / 2
        first = bisect_left(self._boxes, y - reach, key=itemgetter(0))
        last = bisect_right(self._boxes, y + reach, first, key=itemgetter(0))
        return (other for _, other in self._boxes[first:last])


def on_one_line(box: Box, other: Box) -> bool:
    shared = min(box.bottom, other.bottom) - max(box.top, other.top)
    return shared > _SAME_LINE * min(box.height, other.height)

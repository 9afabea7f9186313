"""Where words stand along the lines that were seen, in steps, and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np

from library.alignment.normalising import Floats
from library.model.geometry import Box
from library.model.link import ScanWord
from library.model.scan_line import COST_UNIT, ScanLine

_WIDEST = 3.0  # steps of a character, in a line as high as six of them
_SEEN = 0.5  # chance from which a sight is a character

Span = tuple[float, float]  # from where to where along a line, in steps


class Track:
    """A line with its words by number."""

    def __init__(
        self, line: ScanLine, size: tuple[float, float], words: Mapping[int, ScanWord]
    ) -> None:
        """`size` is that of the page, in points."""
        self.line = line
        self._size = np.array(size)
        self._corners = np.array(line.corners)
        self.spans: dict[int, Span] = self._along(words) if words else {}

    @property
    def pitch(self) -> float:
        """The usual width of a character, in steps; in a line with few, of any line."""
        seen = np.frombuffer(self.line.costs, np.uint8) <= -np.log(_SEEN) / COST_UNIT
        return min(self.line.steps / (1 + int(seen.sum())), _WIDEST)

    def free(self, taken: Iterable[int]) -> list[Span]:
        """The stretches of the line that these of its words leave."""
        stretches, at = [], 0.0
        for start, end in sorted(self.spans[number] for number in taken):
            stretches.append((at, start))
            at = max(at, end)
        return [*stretches, (at, self.line.steps)]

    def box(self, span: Span) -> Box:
        """What lies around this part of the line."""
        first, second, third, fourth = self._corners
        shares = np.clip(np.array(span)[:, None] / self.line.steps, 0, 1)
        points = np.concatenate(
            [first + shares * (second - first), fourth + shares * (third - fourth)]
        )
        (left, top), (right, bottom) = points.min(0).tolist(), points.max(0).tolist()
        return Box(left, top, right, bottom)

    def _along(self, words: Mapping[int, ScanWord]) -> dict[int, Span]:
        boxes = np.array(
            [(w.box.left, w.box.top, w.box.right, w.box.bottom) for w in words.values()]
        )
        edges: Floats = boxes[:, [[0, 1], [2, 1], [2, 3], [0, 3]]] * self._size
        corners = self._corners * self._size
        begin, end = (corners[0] + corners[3]) / 2, (corners[1] + corners[2]) / 2
        along = end - begin
        parts = (edges - begin) @ along / max(float(along @ along), 1e-9) * self.line.steps
        spans = zip(parts.min(1).tolist(), parts.max(1).tolist(), strict=True)
        return dict(zip(words, spans, strict=True))

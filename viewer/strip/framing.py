"""How large the pictures of a page's slips are, and where they stand beside each other.

Lengths are in pixels of the view; those of slips and pages in points.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from library.joining.strip.lines import Item, Line, Slip
from library.model.document import Document
from viewer.strip.measure import Measure

_LARGEST = 2.4  # times as large as where a whole page fits the width
_HIGHEST = 220.0  # px of a picture that stands alone


class Framing:
    """Knows the lines of one section, which all lie on one page."""

    def __init__(self, document: Document, items: Sequence[Item], measure: Measure) -> None:
        slips = [item.slip for item in items if isinstance(item, Line) and item.words]
        self._document = document
        self._measure = measure
        self._line = next((slip for slip in slips if slip is not None), None)

    def line(self, slip: Slip, top: float, *, from_right: bool) -> tuple[QRectF, float]:
        """The picture of a line, and its scale: pixels to the point."""
        scale = self.scale(slip)
        width = round(slip.width * scale)
        left = self._measure.width - width if from_right else 0.0
        return QRectF(left, top, width, round(slip.height * scale)), scale

    def alone(self, slip: Slip, top: float) -> tuple[QRectF, float]:
        """A picture that stands alone: no larger than the lines, and where it stands to them."""
        usual = self.scale(self._line) if self._line else self._measure.width / self._wide(slip)
        scale = min(usual, self._measure.width / slip.width, _HIGHEST / slip.height)
        width = round(slip.width * scale)
        beside = (slip.left - self._line.left) * usual if self._line is not None else 0.0
        left = min(max(round(beside), 0), self._measure.width - width)
        return QRectF(left, top, width, round(slip.height * scale)), scale

    def scale(self, slip: Slip) -> float:
        """Of a line: it fits the width, unless that would be very large."""
        width = self._measure.width
        return min(width / slip.width, _LARGEST * width / self._wide(slip))

    def _wide(self, slip: Slip) -> float:
        """The width of the slip's page, as it is turned to be read."""
        leaf = self._document.pages[slip.page]
        return leaf.height if 45 < slip.angle % 180 < 135 else leaf.width

"""Places on a page, in page units.

Page units: x and y run from 0 to 1, origin at the top left of the upright page,
x to the right, y down.  They stay true when the page is zoomed, turned on screen,
or scanned again at another resolution.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle in page units."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def between(cls, x: float, y: float, other_x: float, other_y: float) -> Box:
        """The box with these two corners, in any order, cut to the page."""
        left, right = sorted((_on_page(x), _on_page(other_x)))
        top, bottom = sorted((_on_page(y), _on_page(other_y)))
        return cls(left, top, right, bottom)

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether the point lies in the box or on its edge."""
        return self.left <= x <= self.right and self.top <= y <= self.bottom


def box_around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of these."""
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _on_page(value: float) -> float:
    return min(max(value, 0.0), 1.0)

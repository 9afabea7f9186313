"""Places on a page that is turned so that its writing runs level.

Lengths are in points (1/72 inch).  A point (x, y) of the page lies at (x cos a + y sin a,
y cos a - x sin a) of the turned page, for an angle a by which its writing is turned clockwise.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from math import cos, radians, sin
from typing import NamedTuple

from library.model.geometry import Box


class Spot(NamedTuple):
    """What encloses a word on the turned page."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top


class Turn(NamedTuple):
    """Turns places on a page, and back."""

    angle: float  # degrees clockwise
    size: tuple[float, float]  # points: the page's width and height

    def level(self, x: float, y: float) -> tuple[float, float]:
        """Where a place in page units lies on the turned page."""
        x, y = x * self.size[0], y * self.size[1]
        c, s = _cos_sin(self.angle)
        return x * c + y * s, y * c - x * s

    def on_page(self, u: float, v: float) -> tuple[float, float]:
        """The place in page units of a point of the turned page."""
        c, s = _cos_sin(self.angle)
        return (u * c - v * s) / self.size[0], (u * s + v * c) / self.size[1]

    def around(self, box: Box) -> Spot:
        """What encloses a box of the page."""
        c, s = _cos_sin(self.angle)
        wide, high = box.width * self.size[0] / 2, box.height * self.size[1] / 2
        u, v = self.level((box.left + box.right) / 2, (box.top + box.bottom) / 2)
        across, down = wide * abs(c) + high * abs(s), wide * abs(s) + high * abs(c)
        return Spot(u - across, v - down, u + across, v + down)

    def spots(self, boxes: Iterable[Box]) -> list[Spot]:
        return [self.around(box) for box in boxes]


@lru_cache(maxsize=64)  # a page asks for each of its words
def _cos_sin(angle: float) -> tuple[float, float]:
    return cos(radians(angle)), sin(radians(angle))

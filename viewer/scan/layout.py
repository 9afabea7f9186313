"""Where pages lie in the view.

Lengths are in view pixels (Qt's device-independent ones), origin at the top left of the
whole column; places on a page are in page units (see `library.model.geometry`).  Pages
are counted by their place in the scan, from 0.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from library.model.geometry import Box
from library.model.reading import Fit

MARGIN = 24  # around the column
GAP = 24  # between two pages
LEAST_ZOOM, MOST_ZOOM = 0.1, 8.0
POINTS_PER_INCH = 72
ZOOM_STEPS = (
    *(0.1, 0.125, 0.16, 0.2, 0.25, 0.33, 0.4, 0.5, 0.67, 0.8),
    *(1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.4, 8.0),
)
_SAME = 1.01  # zoom factors closer than this look alike


class Slot(NamedTuple):
    """The room of one page, turned as it is shown."""

    left: int
    top: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.left + self.width

    @property
    def bottom(self) -> int:
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Look:
    """How the reader wants the pages laid out.

    `width` × `height` is the room in the view; `zoom` counts for `Fit.ZOOM`, 1.0 is true
    size on a screen of `dpi`; `rotation` is clockwise: 0, 90, 180, 270.
    """

    width: int
    height: int
    fit: Fit = Fit.WIDTH
    zoom: float = 1.0
    rotation: int = 0
    dpi: float = 96.0

    @property
    def is_turned(self) -> bool:
        """Whether width and height of the pages change places."""
        return self.rotation % 180 != 0


class Layout:
    """A column of pages, or one page alone."""

    def __init__(
        self, slots: Sequence[Slot], scales: Sequence[float], look: Look, first: int = 0
    ) -> None:
        """`slots[0]` is page `first`; `scales` are view pixels to the point."""
        self.look = look
        self.first = first
        self.slots = slots
        self._scales = scales
        self._tops = [slot.top for slot in slots]
        self._bottoms = [slot.top + slot.height for slot in slots]
        self.width = max((slot.right for slot in slots), default=0) + MARGIN
        self.width = max(self.width, look.width)
        self.height = max(self._bottoms[-1] + MARGIN if slots else 0, look.height)

    def __contains__(self, page: int) -> bool:
        return self.first <= page < self.first + len(self.slots)

    def slot(self, page: int) -> Slot:
        return self.slots[page - self.first]

    def zoom(self, page: int) -> float:
        """The factor the page is drawn at; 1.0 is true size."""
        return self._scales[page - self.first] * POINTS_PER_INCH / self.look.dpi

    def visible(self, top: float, bottom: float) -> range:
        """The pages of which something lies between two heights."""
        start = bisect_right(self._bottoms, top)
        end = bisect_left(self._tops, bottom)
        return range(self.first + start, self.first + max(start, end))

    def page_at(self, y: float) -> int:
        """The page at this height; in a gap the one below it, past the end the last."""
        found = bisect_right(self._bottoms, y)
        return self.first + min(found, len(self.slots) - 1)


def lay_out(sizes: Sequence[tuple[float, float]], look: Look, only: int | None = None) -> Layout:
    """Lay pages of these sizes (points, upright) in a column, or page `only` alone."""
    first, shown = (0, sizes) if only is None else (only, sizes[only : only + 1])
    turned = [(h, w) for w, h in shown] if look.is_turned else shown
    scales = _scales(turned, look)
    pixels = [
        (max(1, round(w * scale)), max(1, round(h * scale)))
        for (w, h), scale in zip(turned, scales, strict=True)
    ]
    total = sum(h for _, h in pixels) + GAP * (len(pixels) - 1) + 2 * MARGIN
    widest = max((w for w, _ in pixels), default=0)
    room = max(look.width, widest + 2 * MARGIN)
    top = MARGIN + max(0, (look.height - total) // 2)
    slots = []
    for w, h in pixels:
        slots.append(Slot((room - w) // 2, top, w, h))
        top += h + GAP
    return Layout(slots, scales, look, first)


def _scales(sizes: Sequence[tuple[float, float]], look: Look) -> list[float]:
    """View pixels to the point.  Each page fits by itself: scans of one item differ in size."""
    if look.fit is Fit.ZOOM:
        return [look.zoom * look.dpi / POINTS_PER_INCH] * len(sizes)
    width = max(1, look.width - 2 * MARGIN)
    height = max(1, look.height - 2 * MARGIN)
    most = MOST_ZOOM * look.dpi / POINTS_PER_INCH
    if look.fit is Fit.WIDTH:
        return [min(width / w, most) for w, _ in sizes]
    return [min(width / w, height / h, most) for w, h in sizes]


def next_zoom(zoom: float) -> float:
    """The next larger of the usual factors."""
    return next((step for step in ZOOM_STEPS if step > zoom * _SAME), MOST_ZOOM)


def previous_zoom(zoom: float) -> float:
    """The next smaller of the usual factors."""
    return next((step for step in ZOOM_STEPS[::-1] if step * _SAME < zoom), LEAST_ZOOM)


def turned(rotation: int, u: float, v: float) -> tuple[float, float]:
    """A place on the upright page, as a part of the turned page's width and height."""
    match rotation % 360:
        case 90:
            return 1 - v, u
        case 180:
            return 1 - u, 1 - v
        case 270:
            return v, 1 - u
        case _:
            return u, v


def to_page(slot: Slot, rotation: int, x: float, y: float) -> tuple[float, float]:
    """The place on the upright page, in page units, of a point of the column."""
    return turned(-rotation, (x - slot.left) / slot.width, (y - slot.top) / slot.height)


def to_view(slot: Slot, rotation: int, u: float, v: float) -> tuple[float, float]:
    """The point of the column where a place of the upright page lies."""
    x, y = turned(rotation, u, v)
    return slot.left + x * slot.width, slot.top + y * slot.height


def box_in_view(slot: Slot, rotation: int, box: Box) -> tuple[float, float, float, float]:
    """Left, top, width, height of a box in the column."""
    x, y = to_view(slot, rotation, box.left, box.top)
    other_x, other_y = to_view(slot, rotation, box.right, box.bottom)
    return min(x, other_x), min(y, other_y), abs(other_x - x), abs(other_y - y)

"""What the view shows at one moment, and which pieces of pages that takes.

Pages are counted by their place in the scan; rectangles are view pixels of the column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import NamedTuple

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF

from library.model.geometry import Box
from viewer.drawing.pieces import Piece, pieces_in
from viewer.scan.layout import MARGIN, Layout, Slot, box_in_view, lay_out, to_page

AHEAD = 2  # pages fetched before and after those on the screen
_AROUND = 256  # px of tiles fetched around the view


class Spot(NamedTuple):
    """A point of a page (place in the scan) in page units; outside 0..1 beside the page."""

    place: int
    u: float
    v: float

    @property
    def is_on_page(self) -> bool:
        return 0 <= self.u <= 1 and 0 <= self.v <= 1


@dataclass(frozen=True, slots=True)
class Scene:
    """A layout of pages, and the part of it that is on the screen."""

    layout: Layout
    scan: tuple[int, ...]  # the document's pages
    sizes: Sequence[tuple[float, float]]  # points, upright
    view: QRect
    ratio: float  # device pixels to the view pixel
    current: int  # the page in front

    @property
    def rotation(self) -> int:
        return self.layout.look.rotation

    def visible(self) -> range:
        return self.layout.visible(self.view.top(), self.view.bottom() + 1)

    def pieces_visible(self) -> list[Piece]:
        return [piece for place in self.visible() for piece in self.pieces(place, self.view)]

    def pieces_soon(self, room: int) -> Iterator[Piece]:
        """Tiles around the view, then the pages around it, as far as `room` (bytes) goes."""
        wide = self.view.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)
        around = [piece for place in self.visible() for piece in self.pieces(place, wide)]
        for piece in around + [p for place in self._near() for p in self._top_of(place)]:
            room -= piece.bytes
            if room < 0:
                return
            yield piece

    def _near(self) -> Iterator[int]:
        shown = self.visible() or range(self.current, self.current + 1)
        for far in range(1, AHEAD + 1):
            nearby = shown[-1] + far, shown[0] - far
            yield from (place for place in nearby if 0 <= place < len(self.scan))

    def _top_of(self, place: int) -> list[Piece]:
        """The pieces that a turn to this page will show."""
        layout = self.layout
        if place not in layout:
            layout = lay_out(self.sizes, layout.look, place)
        corner = QPoint(self.view.left(), layout.slot(place).top - MARGIN)
        return self.pieces(place, QRect(corner, self.view.size()), layout)

    def pieces(self, place: int, part: QRect, layout: Layout | None = None) -> list[Piece]:
        """The pieces of a page that cover a part of the column."""
        slot = (layout or self.layout).slot(place)
        width, height = self.upright_size(slot)
        u, v = to_page(slot, self.rotation, part.left(), part.top())
        other_u, other_v = to_page(slot, self.rotation, part.right() + 1, part.bottom() + 1)
        (left, right), (top, bottom) = sorted((u, other_u)), sorted((v, other_v))
        return pieces_in(
            self.scan[place],
            width,
            height,
            (floor(left * width), floor(top * height), ceil(right * width), ceil(bottom * height)),
        )

    def slot_in_view(self, place: int) -> Slot:
        """Where the page lies in the view, in view pixels."""
        slot = self.layout.slot(place)
        return slot._replace(left=slot.left - self.view.left(), top=slot.top - self.view.top())

    def spot(self, point: QPointF) -> Spot:
        """The place of the nearest page at a point of the view."""
        place = self.layout.page_at(point.y() + self.view.top())
        return Spot(place, *self.page_units(place, point))

    def page_units(self, place: int, point: QPointF) -> tuple[float, float]:
        """A point of the view in page units of this page."""
        return to_page(self.slot_in_view(place), self.rotation, point.x(), point.y())

    def box_rect(self, place: int, box: Box) -> QRectF:
        """Where a box of a page lies in the view."""
        return QRectF(*box_in_view(self.slot_in_view(place), self.rotation, box))

    def upright_size(self, slot: Slot) -> tuple[int, int]:
        """Device pixels of the page as it is drawn, before it is turned."""
        width = max(1, round(slot.width * self.ratio))
        height = max(1, round(slot.height * self.ratio))
        return (height, width) if self.layout.look.is_turned else (width, height)

    def device_rect(self, place: int) -> QRect:
        """Where the page lies in the view, in device pixels."""
        slot = self.layout.slot(place)
        width, height = self.upright_size(slot)
        if self.layout.look.is_turned:
            width, height = height, width
        left = round((slot.left - self.view.left()) * self.ratio)
        top = round((slot.top - self.view.top()) * self.ratio)
        return QRect(left, top, width, height)

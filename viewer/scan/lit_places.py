"""The places that are lit on the scan: under the pointer, and of what is selected in the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from library.joining.lighting import Lit, Spot, Sureness
from viewer.joint import Joint
from viewer.lights import REACH, paint_lights
from viewer.theme import LIGHT

if TYPE_CHECKING:
    from viewer.scan.page_view import PageView


class LitPlaces:
    """Paints them over the pages, and repaints no more than what changes."""

    def __init__(self, view: PageView, joint: Joint) -> None:
        self._view = view
        self._joint = joint
        self._hover, self._selection = joint.hover, joint.selection
        joint.hover_changed.connect(self._take_hover)
        joint.selection_changed.connect(self._take_selection)

    def paint(self, painter: QPainter) -> None:
        # The page is light in every scheme.
        for lit in (self._selection, self._hover):
            paint_lights(painter, self._rects(lit.spots), LIGHT)

    def _take_hover(self, lit: Lit) -> None:
        before, self._hover = self._hover, lit
        self._repaint((*before.spots, *lit.spots))

    def _take_selection(self, lit: Lit) -> None:
        before, self._selection = self._selection, lit
        self._repaint((*before.spots, *lit.spots))

    def _repaint(self, spots: Iterable[Spot]) -> None:
        for rect, _ in self._rects(spots):
            part = rect.toAlignedRect().adjusted(-REACH, -REACH, REACH, REACH)
            self._view.viewport().update(part)

    def _rects(self, spots: Iterable[Spot]) -> Iterator[tuple[QRectF, Sureness]]:
        """Where they lie in the view, as far as their pages are laid out."""
        scene = self._view.scene()
        for spot in spots:
            place = self._view.place_of(spot.page)
            if place is not None and place in scene.layout:
                yield scene.box_rect(place, spot.box), spot.sureness

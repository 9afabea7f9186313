"""The marks of differences on the scan."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from library.model.difference import Difference, DifferenceKind
from library.model.geometry import Box
from viewer.difference_marks import paint_caret, paint_outlines
from viewer.differing import Differing
from viewer.theme import LIGHT

if TYPE_CHECKING:
    from viewer.scan.page_view import PageView


class DifferencePlaces:
    """Paints them over the pages, as far as they are in view."""

    def __init__(self, view: PageView, differing: Differing) -> None:
        self._view = view
        self._differing = differing
        self._by_page: dict[int, list[Difference]] = {}
        differing.changed.connect(self._gather)
        self._gather()

    def paint(self, painter: QPainter) -> None:
        scene = self._view.scene()
        room = QRectF(self._view.viewport().rect())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in scene.visible():
            for difference in self._by_page.get(scene.scan[place], ()):
                rects = [scene.box_rect(place, box) for box in _boxes(difference)]
                if any(rect.intersects(room) for rect in rects):
                    self._paint(painter, difference, rects)
        painter.restore()

    def _paint(self, painter: QPainter, difference: Difference, rects: list[QRectF]) -> None:
        # The page is light in every scheme.
        chosen = difference == self._differing.chosen
        if difference.kind is DifferenceKind.IN_TEXT:
            foot = QPointF(rects[0].center().x(), rects[0].bottom() + 3)
            paint_caret(painter, foot, LIGHT, chosen=chosen)
        else:
            paint_outlines(painter, rects, LIGHT, chosen=chosen)

    def _gather(self) -> None:
        by_page: defaultdict[int, list[Difference]] = defaultdict(list)
        for difference in self._differing.in_front() if self._differing.is_marked else ():
            if difference.region is not None:
                by_page[difference.region.page].append(difference)
        if by_page or self._by_page:
            self._by_page = dict(by_page)
            self._view.viewport().update()


def _boxes(difference: Difference) -> tuple[Box, ...]:
    return difference.region.boxes if difference.region is not None else ()

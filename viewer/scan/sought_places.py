"""What is looked for, outlined on the scan and marked along its scroll bar."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPainter

from library.model.geometry import Box
from viewer.scan.layout import to_view
from viewer.scroll_marks import ScrollMarks
from viewer.sought import Sought
from viewer.sought_marks import paint_sought
from viewer.theme import LIGHT

if TYPE_CHECKING:
    from viewer.joint import Joint
    from viewer.scan.page_view import PageView

_ROOM = 3.0  # px around a word
_SLICE = 0.008  # seconds of gathering before the window has its turn


class SoughtPlaces(QObject):
    """Paints the places on the pages in view, as the links tell where they stand."""

    def __init__(self, view: PageView, sought: Sought, joint: Joint) -> None:
        super().__init__(view)
        self._view = view
        self._sought = sought
        self.marks = ScrollMarks(view.verticalScrollBar())
        self._work: Iterator[tuple[float, bool]] = iter(())
        self._found: list[tuple[float, bool]] = []
        self._first = -1  # page of the layout that was gathered
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._gather_on)
        sought.changed.connect(self.gather)
        joint.joined_changed.connect(self.gather)

    def paint(self, painter: QPainter) -> None:
        if not self._sought.count:
            return
        if self._view.layout_.first != self._first:
            self.gather()
        scene = self._view.scene()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in scene.visible():
            for found, spots in self._sought.spots_on(scene.scan[place]):
                rects = [scene.box_rect(place, spot.box) for spot in spots]
                around = (rect.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM) for rect in rects)
                # The page is light in every scheme.
                paint_sought(painter, around, LIGHT, here=found == self._sought.at)
        painter.restore()

    def gather(self) -> None:
        """Mark along the bar where the places are."""
        self._first, self._found = self._view.layout_.first, []
        self._work = self._parts() if self._sought.count else iter(())
        self._timer.start()
        self._gather_on()
        self._view.viewport().update()

    def _gather_on(self) -> None:
        until = time.monotonic() + _SLICE
        for part in self._work:
            self._found.append(part)
            if time.monotonic() > until:
                return
        self._timer.stop()
        here = next((part for part, is_here in self._found if is_here), None)
        self.marks.show_parts((part for part, _ in self._found), here)

    def _parts(self) -> Iterator[tuple[float, bool]]:
        """How far down the column each place stands (0..1), and whether the reader is there."""
        first = self._view.layout_.first
        for place in range(first, first + len(self._view.layout_.slots)):
            for found, spots in self._sought.spots_on(self._view.scan[place]):
                if place not in self._view.layout_:
                    return  # it was laid out anew meanwhile
                yield self._height(place, spots[0].box), found == self._sought.at

    def _height(self, place: int, box: Box) -> float:
        layout = self._view.layout_
        middle = (box.left + box.right) / 2, (box.top + box.bottom) / 2
        _, y = to_view(layout.slot(place), layout.look.rotation, *middle)
        return min(max(y / max(1, layout.height), 0.0), 1.0)

"""The box that the reader draws on a page, while it is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF

from library.model.geometry import Box

if TYPE_CHECKING:
    from viewer.scan.page_view import PageView
    from viewer.scan.scene import Spot

_REACH = 3  # px that its outline reaches out
_LEAST = 4  # px each way; less was a click


class Band:
    """A box from where the mouse was pressed to where it is, on that page."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._start: Spot | None = None
        self._end = QPointF()

    @property
    def is_drawn(self) -> bool:
        return self._start is not None

    @property
    def page(self) -> int | None:
        """The page of the document that it is drawn on."""
        return self._view.scan[self._start.place] if self._start is not None else None

    @property
    def box(self) -> Box | None:
        """In page units; None where it is too small to be meant."""
        start, rect = self._start, self.rect()
        if start is None or rect is None or min(rect.width(), rect.height()) < _LEAST:
            return None
        return self._box(start)

    def rect(self) -> QRectF | None:
        """Where it lies in the view."""
        if self._start is None:
            return None
        return self._view.scene().box_rect(self._start.place, self._box(self._start))

    def begin(self, point: QPointF) -> None:
        self._start, self._end = self._view.scene().spot(point), point

    def draw_to(self, point: QPointF) -> None:
        self._repaint()
        self._end = point
        self._repaint()

    def drop(self) -> bool:
        """Draw it no more; whether there was one."""
        was_drawn = self.is_drawn
        self._repaint()
        self._start = None
        return was_drawn

    def _box(self, start: Spot) -> Box:
        u, v = self._view.scene().page_units(start.place, self._end)
        return Box.between(start.u, start.v, u, v)

    def _repaint(self) -> None:
        rect = self.rect()
        if rect is not None:
            part = rect.toAlignedRect().adjusted(-_REACH, -_REACH, _REACH, _REACH)
            self._view.viewport().update(part)

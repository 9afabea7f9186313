"""What is seen of a page, for the loupe."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF

from viewer.places import Sight
from viewer.scan.layout import POINTS_PER_INCH

if TYPE_CHECKING:
    from viewer.scan.page_view import PageView


def sight_at(view: PageView, point: QPoint) -> Sight | None:
    """The place of a page at a point of the screen; None where the view shows none there."""
    inside = view.viewport().mapFromGlobal(point)
    if not view.isVisible() or not view.viewport().rect().contains(inside) or not view.scan:
        return None
    spot = view.scene().spot(QPointF(inside))
    if not spot.is_on_page:
        return None
    return sight_of(view, view.scan[spot.place], spot.u, spot.v)


def sight_of(view: PageView, page: int, x: float, y: float) -> Sight:
    """A place of a page (of the document), as large and turned as the view shows its pages."""
    place = view.place_of(page)
    is_laid_out = place is not None and place in view.layout_
    zoom = view.layout_.zoom(place) if place is not None and is_laid_out else view.zoom
    return Sight(page, x, y, zoom * view.logicalDpiX() / POINTS_PER_INCH, view.rotation)

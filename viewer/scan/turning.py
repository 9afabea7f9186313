"""What stays where it is while the pages are turned by quarters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from viewer.scan.scene import Spot

if TYPE_CHECKING:
    from viewer.scan.scan_view import ScanView


class Turning:
    """Keeps the spot that is held from one turn to the next.

    Where the column ends, a turned page cannot have the spot at its point of the view.  The
    turn back would then hold another, and the reader would stand elsewhere than before.
    """

    def __init__(self, view: ScanView) -> None:
        self._view = view
        self._held: tuple[Spot | None, QPointF] = (None, QPointF())
        self._after: object = None  # how the view stood after the last turn

    def hold(self, point: QPointF) -> tuple[Spot | None, QPointF]:
        """The spot to hold and its point of the view: `point`, unless nothing moved since."""
        if self._after != self._standing():
            self._held = (self._view.scene().spot(point) if self._view.scan else None), point
        return self._held

    def end(self) -> None:
        """The pages are turned."""
        self._after = self._standing()

    def _standing(self) -> object:
        return self._view.layout_, self._view.origin(), self._view.current

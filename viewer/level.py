"""Heights on the screen, for two views to show the same thing side by side."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Level:
    """A height in one view, in pixels of the screen; `top` and `bottom` are the view's own."""

    at: float
    top: int
    bottom: int

    @classmethod
    def of(cls, view: QWidget, y: float) -> Level:
        """The level of a height in a view."""
        top, bottom = _reach(view)
        return cls(top + y, top, bottom)

    def within(self, view: QWidget) -> float:
        """The height of the level in a view: the same on the screen where the two stand side
        by side, else as far down the one as the other."""
        top, bottom = _reach(view)
        height = bottom - top
        shared = min(bottom, self.bottom) - max(top, self.top)
        if 2 * shared > min(height, self.bottom - self.top):
            return min(max(self.at - top, 0.0), float(height))
        return height * (self.at - self.top) / max(1, self.bottom - self.top)


def _reach(view: QWidget) -> tuple[int, int]:
    top = view.mapToGlobal(QPoint()).y()
    return top, top + view.height()

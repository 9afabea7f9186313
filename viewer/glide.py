"""The movement of a view that is led: quick at first, then slower, wherever it is led meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from math import exp

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer
from PySide6.QtWidgets import QStyle, QWidget

_FRAME = 16  # ms
_SLOWNESS = 60.0  # ms until some two thirds of the way are gone
_LOOKS = 3  # at a way that may turn out longer or shorter when it is gone
_FARTHEST = 3  # view heights that are glided over; what is farther is gone to at once


class Glide(QObject):
    """Moves a view until nothing is left of the way."""

    def __init__(self, view: QWidget, way: Callable[[], int], move: Callable[[int], None]) -> None:
        """`way` tells how many pixels the view has to scroll yet, `move` scrolls it by so many."""
        super().__init__(view)
        self._view = view
        self._way = way
        self._move = move
        self._clock = QElapsedTimer()
        self._timer = QTimer(self, interval=_FRAME, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(lambda: self.step(self._clock.restart()))

    @property
    def is_moving(self) -> bool:
        return self._timer.isActive()

    def go(self) -> None:
        """There is a way to go, or another than before."""
        if self._is_to_jump():
            self.arrive()
        elif not self.is_moving and self._way():
            self._clock.start()
            self._timer.start()
            self.step(_FRAME)

    def step(self, ms: float) -> None:
        """Go as far as one goes in so many milliseconds."""
        way = self._way()
        part = round(way * (1 - exp(-ms / _SLOWNESS)))
        self._move(part or (way > 0) - (way < 0))
        if self._way() in (0, way):  # arrived, or the view goes no further
            self.stop()

    def arrive(self) -> None:
        """Be there at once."""
        self.stop()
        for _ in range(_LOOKS):
            if way := self._way():
                self._move(way)

    def stop(self) -> None:
        self._timer.stop()

    def _is_to_jump(self) -> bool:
        """Where nobody sees it move, or wants to."""
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        is_far = abs(self._way()) > _FARTHEST * self._view.height()
        still = not self._view.style().styleHint(hint, None, self._view)
        return is_far or still or not self._view.isVisible()

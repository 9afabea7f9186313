"""Makes the parts of a tab that can wait, in short steps, once its first page was drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer

_LATEST = 400  # ms until they are made though no page was drawn


class Furnishing(QObject):
    """Takes one step at a time, so that the reader never waits for all of them."""

    def __init__(self, steps: Sequence[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._steps = iter(steps)
        self._timer = QTimer(self, interval=_LATEST)
        self._timer.timeout.connect(self._take_step)

    def begin(self, *, at_once: bool) -> None:
        self._timer.start(0 if at_once else _LATEST)

    def hurry(self) -> None:
        """The first page was drawn."""
        if self._timer.isActive():
            self._timer.start(0)

    def stop(self) -> None:
        """Everything is made."""
        self._timer.stop()

    def _take_step(self) -> None:
        self._timer.setInterval(0)
        step = next(self._steps, self.stop)
        step()

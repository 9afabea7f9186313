"""The light that shows the reader a place they were led to: it goes on and fades, once."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation

from library.model.geometry import Box

_LASTS = 2400  # ms


class Light(QObject):
    """A box on a page, lit for a moment."""

    def __init__(self, repaint: Callable[[int, Box], None], parent: QObject) -> None:
        """`repaint` is given the page's place in the scan and the box."""
        super().__init__(parent)
        self._repaint = repaint
        self.place = 0
        self.box: Box | None = None
        self._fading = QVariantAnimation(self)
        self._fading.setDuration(_LASTS)
        self._fading.setStartValue(1.0)
        self._fading.setEndValue(0.0)
        self._fading.setEasingCurve(QEasingCurve.Type.InQuad)
        self._fading.valueChanged.connect(self._fade)
        self._fading.finished.connect(self.put_out)

    @property
    def strength(self) -> float:
        """From 1, fading to 0."""
        return float(self._fading.currentValue() or 0)

    def show(self, place: int, box: Box) -> None:
        self.put_out()
        self.place, self.box = place, box
        self._fading.start()

    def put_out(self) -> None:
        self._fading.stop()
        box, self.box = self.box, None
        if box is not None:
            self._repaint(self.place, box)

    def _fade(self) -> None:
        if self.box is not None:
            self._repaint(self.place, self.box)

"""Blinks, once, the words in the text that the reader was led to."""

from __future__ import annotations

from PySide6.QtCore import QObject, QVariantAnimation

from viewer.transcript.text_view import TextView

FADE = 1100  # ms until the words have faded


class Blinking(QObject):
    """A passage of a view, lit for a moment."""

    def __init__(self, view: TextView, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._passage = (0, 0)
        self.fading = QVariantAnimation(self)
        self.fading.setDuration(FADE)
        self.fading.setStartValue(1.0)
        self.fading.setEndValue(0.0)
        self.fading.valueChanged.connect(self._fade)

    def show(self, start: int, end: int) -> None:
        """Blink `text[start:end]`."""
        self._passage = (start, end)
        self._fade(1.0)
        self.fading.stop()
        self.fading.start()

    def rest(self) -> None:
        """Another text comes to the front: nothing fades any more."""
        self.fading.stop()
        self._view.painter.shown.flash = None

    def _fade(self, strength: float) -> None:
        if (sheet := self._view.sheet) is not None:
            shown = self._view.painter.shown
            shown.flash = sheet.offsets.positions(*self._passage)
            shown.flash_strength = strength
            self._view.viewport().update()

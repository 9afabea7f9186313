"""Small marks along a scroll bar: where in the whole what is looked for stands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from viewer.theme import tokens

_HEIGHT, _HEIGHT_HERE, _MARGIN = 2, 4, 1  # px


class ScrollMarks(QWidget):
    """Lies over a scroll bar, which it leaves to the mouse."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.rows: tuple[int, ...] = ()  # px from the top, each once
        self.here: int | None = None
        self._parts: tuple[float, ...] = ()
        self._part_here: float | None = None
        bar.installEventFilter(self)
        self.setGeometry(bar.rect())

    def show_parts(self, parts: Iterable[float], here: float | None) -> None:
        """Mark these parts (0..1) of the whole; `here` is the reader's."""
        self._parts, self._part_here = tuple(parts), here
        self._gather()

    def eventFilter(self, bar: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(bar, QScrollBar):
            self.setGeometry(bar.rect())
            self._gather()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, t = QPainter(self), tokens(self.palette())
        wide = self.width() - 2 * _MARGIN
        for row in self.rows:
            painter.fillRect(QRect(_MARGIN, row, wide, _HEIGHT), QColor(t.accent))
        if self.here is not None:
            painter.fillRect(QRect(_MARGIN, self.here - 1, wide, _HEIGHT_HERE), QColor(t.ink))

    def _gather(self) -> None:
        room = max(0, self.height() - _HEIGHT)
        self.rows = tuple(dict.fromkeys(round(part * room) for part in self._parts))
        self.here = None if self._part_here is None else round(self._part_here * room)
        self.setVisible(bool(self.rows))
        self.update()

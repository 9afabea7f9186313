"""Lucide icons in the palette's colour, sharp at every size and on every screen."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from resources import icon_file
from viewer.theme import is_dark, tokens


@cache
def icon(name: str) -> QIcon:
    """The Lucide icon of this name; its colour follows the palette."""
    return QIcon(_LucideEngine(name))


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour: str) -> None:
    """Paint an icon in a colour ("#rrggbb") of its own."""
    _renderer(name, colour).render(painter, rect)


class _LucideEngine(QIconEngine):
    """Paints one icon: ink, soft when it is disabled, accent when it is switched on."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        _renderer(self._name, self._colour(mode, state)).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _LucideEngine(self._name)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> str:
        palette = QApplication.palette()
        if mode is QIcon.Mode.Disabled:
            return _faint(palette).name()
        if mode is QIcon.Mode.Selected:
            return tokens(palette).on_accent
        return tokens(palette).accent if state is QIcon.State.On else tokens(palette).ink


def _faint(palette: QPalette) -> QColor:
    """A little nearer to the ink than a hairline."""
    line = QColor(tokens(palette).line)
    return line.lighter(170) if is_dark(palette) else line.darker(125)


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = icon_file(name).read_text(encoding="utf-8").replace("currentColor", colour)
    return QSvgRenderer(QByteArray(svg.encode()))

"""The eight colours as the reader sees them: their names, samples, and menus of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu

from library.model.annotation import Colour
from viewer.theme import COLOURS

SAMPLE = 16  # px


_own_names: dict[Colour, str] = {}  # that the reader gave: "evidence", "doubt"


def name_colours(names: Mapping[Colour, str]) -> None:
    """Call these colours so from now on, and the others as usual."""
    _own_names.clear()
    _own_names.update(names)


def colour_name(colour: Colour) -> str:
    """What the reader calls the colour."""
    return _own_names.get(colour) or usual_name(colour)


def usual_name(colour: Colour) -> str:
    """The colour's name in the reader's language."""
    names = {
        Colour.YELLOW: QCoreApplication.translate("Colour", "Yellow"),
        Colour.RED: QCoreApplication.translate("Colour", "Red"),
        Colour.GREEN: QCoreApplication.translate("Colour", "Green"),
        Colour.BLUE: QCoreApplication.translate("Colour", "Blue"),
        Colour.PURPLE: QCoreApplication.translate("Colour", "Purple"),
        Colour.MAGENTA: QCoreApplication.translate("Colour", "Magenta"),
        Colour.ORANGE: QCoreApplication.translate("Colour", "Orange"),
        Colour.GREY: QCoreApplication.translate("Colour", "Grey"),
    }
    return names[colour]


def add_colours(menu: QMenu, take: Callable[[Colour], None], chosen: Colour | None = None) -> None:
    """Fill a menu with the colours; `chosen` is checked."""
    for colour in Colour:
        action = menu.addAction(swatch(colour), colour_name(colour))
        action.setCheckable(chosen is not None)
        action.setChecked(colour is chosen)
        action.triggered.connect(lambda _=False, c=colour: take(c))


def swatch(colour: Colour) -> QIcon:
    """A round sample of a colour, sharp on high-resolution screens."""
    sample = QPixmap(2 * SAMPLE, 2 * SAMPLE)
    sample.setDevicePixelRatio(2)
    sample.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sample)
    paint_dot(painter, QPointF(SAMPLE / 2, SAMPLE / 2), SAMPLE / 2 - 1, colour)
    painter.end()
    return QIcon(sample)


def paint_dot(painter: QPainter, centre: QPointF, radius: float, colour: Colour) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(COLOURS[colour]).darker(115), 1.0))
    painter.setBrush(QColor(COLOURS[colour]))
    painter.drawEllipse(centre, radius, radius)

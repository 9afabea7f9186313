"""The eight colours as dots to choose from."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QWidget

from library.model.annotation import Colour
from viewer.theme import COLOURS, tokens


def colour_name(colour: Colour) -> str:
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


def dot_picture(colour: Colour, size: int = 16) -> QPixmap:
    """A dot for a menu."""
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    _paint_dot(painter, QPointF(size / 2, size / 2), size / 2 - 2, colour)
    painter.end()
    return picture


class ColourDot(QAbstractButton):
    """One colour; its number on the keyboard stands in the tip."""

    def __init__(self, colour: Colour, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self.setAccessibleName(self.tr("Highlight {colour}").format(colour=colour_name(colour)))
        self.setToolTip(f"{colour_name(colour)} ({number})")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(26, 32)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        centre = QPointF(self.width() / 2, self.height() / 2)
        _paint_dot(painter, centre, 9.0 if self.underMouse() else 8.0, self.colour)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens(self.palette()).accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, 11.0, 11.0)


def _paint_dot(painter: QPainter, centre: QPointF, radius: float, colour: Colour) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(COLOURS[colour]).darker(115), 1.0))
    painter.setBrush(QColor(COLOURS[colour]))
    painter.drawEllipse(centre, radius, radius)

"""The eight colours as dots to choose from."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from library.model.annotation import Colour
from viewer.colours import colour_name, paint_dot
from viewer.theme import tokens


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
        paint_dot(painter, centre, 9.0 if self.underMouse() else 8.0, self.colour)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens(self.palette()).accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, 11.0, 11.0)

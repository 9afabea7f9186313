"""The small sign at the end of a marked passage: something is written there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from library.model.annotation import Annotation, AnnotationKind, Colour
from viewer.theme import COLOURS, Tokens

_SHEET = 9.0  # px
_DOT = 4.0  # px, radius


def paint_sign(
    painter: QPainter, corner: QPointF, kind: AnnotationKind, colour: Colour, t: Tokens
) -> None:
    """A sheet for a note at a point, a dot for a note to marked words; at their upper end."""
    if kind is AnnotationKind.NOTE:
        place = QRectF(corner.x() - 4, corner.y() - 4, _SHEET, _SHEET)
        painter.setPen(QPen(QColor(t.ink), 1.0))
        painter.setBrush(QColor(COLOURS[colour]))
        painter.drawPath(_sheet_of_paper(place))
    else:
        painter.setPen(QPen(QColor(t.paper), 1.5))
        painter.setBrush(QColor(t.accent))
        painter.drawEllipse(corner + QPointF(0, 3), _DOT, _DOT)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def has_sign(annotation: Annotation) -> bool:
    return annotation.kind is AnnotationKind.NOTE or bool(annotation.note)


def _sheet_of_paper(place: QRectF) -> QPainterPath:
    """A small sheet with a corner folded."""
    fold = place.width() * 0.4
    path = QPainterPath(place.topLeft())
    path.lineTo(place.right(), place.top())
    path.lineTo(place.right(), place.bottom() - fold)
    path.lineTo(place.right() - fold, place.bottom())
    path.lineTo(place.left(), place.bottom())
    path.closeSubpath()
    return path

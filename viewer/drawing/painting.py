"""Paints a page's pieces, sharp where they are there and blurred where not yet.

The painter draws the upright page, one unit to the device pixel, origin at its top left.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QRegion

from viewer.drawing.pictures import Pictures
from viewer.drawing.pieces import Piece

BLANK = QColor("#f7f5ef")  # paper before its pixels come


def paint_pieces(painter: QPainter, pieces: Sequence[Piece], pictures: Pictures) -> None:
    """The pieces that are there, else what is known of the page, blurred."""
    missing = QRegion()
    for piece in pieces:
        if piece not in pictures:
            missing += _rect(piece)
    if not missing.isEmpty():
        _paint_blurred(painter, missing, pieces[0], pictures)
    for piece in pieces:
        picture = pictures.get(piece)
        if picture is not None:
            painter.drawImage(_rect(piece).topLeft(), picture)


def _rect(piece: Piece) -> QRect:
    left, top, right, bottom = piece.part
    return QRect(left, top, right - left, bottom - top)


def _paint_blurred(painter: QPainter, where: QRegion, like: Piece, pictures: Pictures) -> None:
    painter.save()
    painter.setClipRegion(where, Qt.ClipOperation.IntersectClip)
    painter.fillRect(QRect(0, 0, like.width, like.height), BLANK)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for piece, picture in pictures.stand_ins(like.page, like.width):
        across, down = like.width / piece.width, like.height / piece.height
        left, top, right, bottom = piece.part
        place = QRectF(left * across, top * down, (right - left) * across, (bottom - top) * down)
        if where.intersects(place.toAlignedRect()):
            painter.drawImage(place, picture)
    painter.restore()

"""Paints one page: shadow, paper, pictures, or the sentence where it failed.

Rectangles are in device pixels, and pictures are painted one to one, so that edges and
letters stay crisp on every screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import hypot

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter, QPen

from viewer.drawing.painting import paint_pieces
from viewer.drawing.pictures import Pictures
from viewer.drawing.pieces import Piece
from viewer.icons import icon
from viewer.theme import Tokens

_SHADOW = 12  # how far it reaches, px
_BUTTON = QSize(112, 32)
_ICON = 24
_SPACE = 16


def paint_shadow(painter: QPainter, page: QRect, *, dark: bool) -> None:
    """A soft shadow, a little below the page."""
    shadow, far = _shadow(dark=dark), _SHADOW
    page = page.translated(0, 2)
    x, y, w, h = page.x(), page.y(), page.width(), page.height()
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, on=False)
    across = ((x - far, far, 0, far), (x, w, far, 1), (x + w, far, far + 1, far))
    down = ((y - far, far, 0, far), (y, h, far, 1), (y + h, far, far + 1, far))
    for top, height, from_top, from_height in down:
        for left, width, from_left, from_width in across:
            if (from_width, from_height) != (1, 1):
                source = QRect(from_left, from_top, from_width, from_height)
                painter.drawImage(QRect(left, top, width, height), shadow, source)


@cache
def _shadow(*, dark: bool) -> QImage:
    """The shadow of a page of one pixel; its edges are stretched along a real page."""
    strength = 60 if dark else 24
    size = 2 * _SHADOW + 1
    shadow = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    for x in range(size):
        for y in range(size):
            far = hypot(x - _SHADOW, y - _SHADOW) / (_SHADOW + 1)
            shadow.setPixelColor(x, y, QColor(0, 0, 0, round(strength * max(0, 1 - far) ** 2)))
    return shadow


def paint_page(
    painter: QPainter, page: QRect, rotation: int, pieces: Sequence[Piece], pictures: Pictures
) -> None:
    """The page's pieces, turned into their place."""
    painter.save()
    _turn(painter, page, rotation)
    paint_pieces(painter, pieces, pictures)
    painter.restore()


def _turn(painter: QPainter, page: QRect, rotation: int) -> None:
    """Have the painter draw the upright page, turned into its place."""
    x, y, w, h = page.x(), page.y(), page.width(), page.height()
    corner = {0: (x, y), 90: (x + w, y), 180: (x + w, y + h), 270: (x, y + h)}[rotation]
    painter.translate(*corner)
    painter.rotate(rotation)


def button_of(page: QRect, sentence_height: int) -> QRect:
    """Where “Try again” stands on a failed page (view pixels)."""
    top = page.center().y() + sentence_height // 2 + _SPACE
    return QRect(page.center().x() - _BUTTON.width() // 2, top, _BUTTON.width(), _BUTTON.height())


def sentence_rect(page: QRect, sentence: str, metrics: QFontMetrics) -> QRect:
    """The room of the sentence in the middle of a failed page."""
    width = max(80, min(page.width() - 4 * _SPACE, 360))
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    text = metrics.boundingRect(QRect(0, 0, width, 10_000), int(flags), sentence)
    room = QRect(0, 0, width, text.height())
    room.moveCenter(page.center())
    return room


def paint_failed(
    painter: QPainter, page: QRect, sentence: str, button: str, t: Tokens, *, chosen: bool
) -> None:
    """A paper page with what went wrong, and the button that tries again (view pixels)."""
    painter.fillRect(page, QColor(t.paper))
    room = sentence_rect(page, sentence, painter.fontMetrics())
    mark = QRect(0, 0, _ICON, _ICON)
    mark.moveCenter(room.center())
    mark.moveBottom(room.top() - _SPACE)
    icon("triangle-alert").paint(painter, mark)
    painter.setPen(QColor(t.soft))
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
    painter.drawText(room, int(flags), sentence)
    _paint_button(painter, button_of(page, room.height()), button, t, chosen=chosen)


def _paint_button(painter: QPainter, rect: QRect, text: str, t: Tokens, *, chosen: bool) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(t.accent if chosen else t.line), 1.5 if chosen else 1))
    painter.setBrush(QColor(t.field))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)
    painter.setPen(QColor(t.ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()

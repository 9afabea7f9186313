"""The loupe's glass: a part of a page, enlarged, in a rounded frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil, hypot

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QWidget

from library.joining.lighting import Spot
from viewer.drawing.drawings import Drawings
from viewer.drawing.painting import BLANK, paint_pieces
from viewer.drawing.pieces import Part, Piece, pieces_in
from viewer.lights import paint_lights
from viewer.page_source import PageSource
from viewer.places import Sight
from viewer.reading import Reading
from viewer.theme import LIGHT, NIGHT, is_dark, tokens

SIZE = QSize(420, 180)
_ENLARGED = 3.0  # times as large as it is seen
_LEAST, _MOST = 2.0, 24.0  # pixels to the point
_SHADOW = 12  # px around the frame
_RADIUS = 14.0
_ROOM = 32 * 2**20  # bytes of pictures


class Glass(QWidget):
    """Shows the scan around a place."""

    def __init__(
        self,
        reading: Reading,
        pages: PageSource,
        stand_in: Callable[[int], QImage | None],
        parent: QWidget,
    ) -> None:
        """`stand_in` gives a picture of a page, to be seen blurred until it is drawn."""
        super().__init__(parent)
        self._room = parent
        self._reading = reading
        self.drawings = Drawings(reading, pages, _ROOM, self)
        self.drawings.pictures.thumbnail = stand_in
        self.drawings.drawn.connect(self.update)
        self.sight: Sight | None = None
        self._spots: Sequence[Spot] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(SIZE + QSize(2 * _SHADOW, 2 * _SHADOW))
        self.hide()

    def look(self, sight: Sight, spots: Sequence[Spot], at: QPoint) -> None:
        """Show a place, what of it is lit, with the middle of the glass at a point."""
        room = self._room.rect()
        frame = QRect(QPoint(), self.size())
        frame.moveCenter(at)
        frame.moveLeft(min(max(frame.left(), -_SHADOW), room.width() + _SHADOW - self.width()))
        frame.moveTop(min(max(frame.top(), -_SHADOW), room.height() + _SHADOW - self.height()))
        self.sight, self._spots = sight, spots
        self.move(frame.topLeft())
        self.show()
        self.raise_()
        self.update()
        self.drawings.want(self.pieces(), ())

    def put_away(self) -> None:
        """Show nothing, and ask for nothing any more."""
        self.sight = None
        self.hide()
        self.drawings.want((), ())

    @property
    def is_sharp(self) -> bool:
        """Whether what is shown is drawn, or failed."""
        drawings = self.drawings
        return all(p in drawings.pictures or p.page in drawings.problems for p in self.pieces())

    def pieces(self) -> list[Piece]:
        """The pieces of the page that are seen through the glass."""
        if self.sight is None:
            return []
        (width, height), reach = self._size(self.sight), self._reach()
        x, y = self.sight.x * width, self.sight.y * height
        part: Part = (round(x - reach), round(y - reach), round(x + reach), round(y + reach))
        return pieces_in(self.sight.page, width, height, part)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.sight is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(_SHADOW, _SHADOW, SIZE.width(), SIZE.height())
        _paint_shadow(painter, frame, dark=is_dark(self.palette()))
        outline = QPainterPath()
        outline.addRoundedRect(frame, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(outline)
        painter.fillRect(frame, QColor(tokens(self.palette()).desk))
        self._paint_page(painter, self.sight)
        painter.restore()
        painter.setPen(QPen(QColor(tokens(self.palette()).accent), 1.5))
        painter.drawPath(outline)

    def _paint_page(self, painter: QPainter, sight: Sight) -> None:
        ratio, (width, height) = self.devicePixelRatioF(), self._size(sight)
        middle = QPointF(self.width() / 2, self.height() / 2)
        transform = QTransform.fromTranslate(middle.x(), middle.y())
        transform.rotate(sight.turned)
        transform.scale(1 / ratio, 1 / ratio)
        transform.translate(-round(sight.x * width), -round(sight.y * height))
        painter.setTransform(transform, combine=True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        page = QRect(0, 0, width, height)
        painter.fillRect(page, BLANK)
        if pieces := self.pieces():
            paint_pieces(painter, pieces, self.drawings.pictures)
        if is_dark(self.palette()):
            painter.fillRect(page, NIGHT)
        boxes = [spot.box for spot in self._spots if spot.page == sight.page]
        sure = [spot.sureness for spot in self._spots if spot.page == sight.page]
        rects = (
            QRectF(b.left * width, b.top * height, b.width * width, b.height * height)
            for b in boxes
        )
        paint_lights(painter, zip(rects, sure, strict=True), LIGHT, 0.6)

    def _size(self, sight: Sight) -> tuple[int, int]:
        """Device pixels of the enlarged page."""
        leaf = self._reading.document.pages[sight.page]
        scale = min(max(_ENLARGED * sight.scale, _LEAST), _MOST) * self.devicePixelRatioF()
        return max(1, round(leaf.width * scale)), max(1, round(leaf.height * scale))

    def _reach(self) -> float:
        """Device pixels from the middle of the glass to its corners."""
        return ceil(hypot(SIZE.width(), SIZE.height()) / 2 * self.devicePixelRatioF())


def _paint_shadow(painter: QPainter, frame: QRectF, *, dark: bool) -> None:
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for far in range(_SHADOW, 0, -2):
        painter.setBrush(QColor(0, 0, 0, 16 if dark else 7))
        painter.drawRoundedRect(
            frame.adjusted(-far, -far + 2, far, far - 1), _RADIUS + far, _RADIUS + far
        )
    painter.restore()

"""Pictures of slips: where places of a page lie on them, which pieces they need, their paint.

Places within a picture are in view pixels from its top left.  A page is drawn in one size for
all its slips, so pictures are painted one to one, but for slips that lie askew or are seen
smaller.
"""

from __future__ import annotations

from collections.abc import Mapping
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QTransform

from library.joining.strip.lines import Slip
from library.joining.strip.turning import Turn
from library.model.document import Document
from library.model.geometry import Box
from viewer.drawing.painting import BLANK, paint_pieces
from viewer.drawing.pictures import Pictures
from viewer.drawing.pieces import Piece, pieces_in
from viewer.strip.blocks import Block

_EXACT = 2e-3  # scales that differ by less are one


class Cuttings:
    """Cuts slips out of the pages of a document."""

    def __init__(self, document: Document, scales: Mapping[int, float], ratio: float) -> None:
        """`scales` has, by page, the pixels to the point that it is drawn with; `ratio` is
        device pixels to the view pixel."""
        self._document = document
        self._scales = scales
        self._ratio = ratio

    # --- Places ------------------------------------------------------------------------

    def on_page(self, block: Block, x: float, y: float) -> tuple[int, float, float] | None:
        """The page, and the place on it in page units, at a point of a block's picture."""
        slip = block.slip
        if slip is None:
            return None
        u, v = slip.left + x / block.scale, slip.top + y / block.scale
        return slip.page, *self._turn(slip).on_page(u, v)

    def down(self, block: Block) -> float:
        """How far down its page a block's slip begins, from 0 to 1; 0 where it has none."""
        slip = block.slip
        if slip is None:
            return 0.0
        _, y = self._turn(slip).on_page(slip.left + slip.width / 2, slip.top)
        return min(max(y, 0.0), 1.0)

    def on_picture(self, block: Block, page: int, box: Box) -> QRectF | None:
        """Where a box of a page lies on a block's picture; None where it is not its line."""
        slip = block.slip
        if slip is None or slip.page != page:
            return None
        spot = self._turn(slip).around(box)
        x, y = (spot.left + spot.right) / 2 - slip.left, spot.middle - slip.top
        if not (0 <= x <= slip.width and 0 <= y <= slip.height):
            return None
        left, top = spot.left - slip.left, max(spot.top - slip.top, 0.0)
        bottom = min(spot.bottom - slip.top, slip.height)
        scale = block.scale
        return QRectF(
            left * scale, top * scale, (spot.right - spot.left) * scale, (bottom - top) * scale
        )

    # --- Pieces ------------------------------------------------------------------------

    def pieces(self, block: Block) -> list[Piece]:
        """The pieces of its page that show a block's slip."""
        slip = block.slip
        if slip is None:
            return []
        width, height = self._size(slip.page)
        turn = self._turn(slip)
        corners = [
            turn.on_page(u, v)
            for u in (slip.left, slip.left + slip.width)
            for v in (slip.top, slip.top + slip.height)
        ]
        across, down = [x * width for x, _ in corners], [y * height for _, y in corners]
        part = floor(min(across)), floor(min(down)), ceil(max(across)), ceil(max(down))
        return pieces_in(slip.page, width, height, part)

    def paint(self, painter: QPainter, block: Block, at: QPointF, pictures: Pictures) -> None:
        """Paint a block's picture with its top left at this point of the view."""
        slip, picture = block.slip, block.picture
        if slip is None or picture is None:
            return
        ratio = self._ratio
        corner = QPointF(round(at.x() * ratio), round(at.y() * ratio))
        room = QRectF(corner, picture.size() * ratio).toAlignedRect()
        transform = self._transform(block, slip, corner)
        painter.save()
        painter.scale(1 / ratio, 1 / ratio)
        painter.setClipRect(room)
        painter.fillRect(room, BLANK)
        painter.setTransform(transform, combine=True)
        if transform.type() is not QTransform.TransformationType.TxTranslate:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if pieces := self.pieces(block):
            paint_pieces(painter, pieces, pictures)
        painter.restore()

    def _transform(self, block: Block, slip: Slip, corner: QPointF) -> QTransform:
        """From the drawn page to the view, both in device pixels."""
        leaf, (width, height) = self._document.pages[slip.page], self._size(slip.page)
        transform = QTransform.fromTranslate(corner.x(), corner.y())
        transform.scale(block.scale * self._ratio, block.scale * self._ratio)
        transform.translate(-slip.left, -slip.top)
        transform.rotate(-slip.angle)
        transform.scale(leaf.width / width, leaf.height / height)
        return _exact(transform)

    def _size(self, page: int) -> tuple[int, int]:
        """Device pixels of a page as it is drawn."""
        leaf, scale = self._document.pages[page], self._scales[page] * self._ratio
        return max(1, round(leaf.width * scale)), max(1, round(leaf.height * scale))

    def _turn(self, slip: Slip) -> Turn:
        leaf = self._document.pages[slip.page]
        return Turn(slip.angle, (leaf.width, leaf.height))


def _exact(transform: QTransform) -> QTransform:
    """The same to the pixel, where it only moves and turns by quarters."""
    parts = transform.m11(), transform.m12(), transform.m21(), transform.m22()
    across, over, under, down = map(round, parts)
    near = zip(parts, (across, over, under, down), strict=True)
    if any(abs(part - whole) > _EXACT for part, whole in near):
        return transform
    return QTransform(across, over, under, down, round(transform.dx()), round(transform.dy()))

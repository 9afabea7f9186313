"""The lines of a text in a view: what is in view is drawn, and painted."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from viewer.drawing.drawings import Drawings
from viewer.drawing.pieces import Piece
from viewer.page_source import PageSource
from viewer.reading import Reading
from viewer.settings import Typography
from viewer.strip.block_painting import BlockPainter
from viewer.strip.column import Placed
from viewer.strip.column_view import AHEAD, ColumnView
from viewer.strip.cuttings import Cuttings
from viewer.strip.picture_painting import PicturePainter
from viewer.strip.shown import Shown
from viewer.strip.word_painting import WordPainter
from viewer.theme import tokens

_ROOM = 48 * 2**20  # bytes of pictures


class LinesView(ColumnView):
    """Asks for pictures while they are in view, and lets go of them when it is hidden."""

    def __init__(
        self,
        reading: Reading,
        pages: PageSource,
        typography: Typography,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(typography, parent)
        self.shown = Shown()
        self.drawings = Drawings(reading, pages, _ROOM, self)
        self.drawings.drawn.connect(self._show_piece)
        self.drawings.failed.connect(self._show_failure)

    def refresh(self) -> None:
        """Ask for the pictures in view, then for those that may be seen next."""
        if self.column is None or not self.isVisible():
            return
        cuttings, height = self.cuttings(self.column), self.viewport().height()
        visible = _pieces(cuttings, self.visible())
        below = self.column.blocks(self.top, self.top + height * (1 + AHEAD))
        above = self.column.blocks(self.top - height * AHEAD, self.top)
        soon = [*_pieces(cuttings, below), *_pieces(cuttings, above)]
        self.drawings.want(visible, [piece for piece in soon if piece not in visible])

    @property
    def is_sharp(self) -> bool:
        """Whether all pictures in view are drawn, or failed."""
        drawings = self.drawings
        return self.column is not None and all(
            piece in drawings.pictures or piece.page in drawings.problems
            for piece in _pieces(self.cuttings(self.column), self.visible())
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(tokens(self.palette()).paper))
        painting, column = self._painter(), self.column
        if painting is None or column is None:
            return
        left, top = column.setter.measure.left, self.top
        part = event.rect()
        for placed in column.blocks(top + part.top(), top + part.bottom() + 1):
            origin = QPointF(left, round(placed.top - top))
            painting.paint(painter, placed.block, origin, self.shown, self.palette())

    def _painter(self) -> BlockPainter | None:
        content, column = self.content, self.column
        if content is None or column is None:
            return None
        text, version = content.version.text, content.version.id
        return BlockPainter(
            text,
            content.document.scan_pages,
            column.setter.measure,
            self.cuttings(column),
            PicturePainter(self.drawings),
            WordPainter(version),
            content.is_known,
        )

    def _show_piece(self, _piece: Piece) -> None:
        self.viewport().update()
        self.refresh()

    def _show_failure(self, _page: int, _error: object) -> None:
        self.viewport().update()
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.drawings.forget(pictures=True)


def _pieces(cuttings: Cuttings, blocks: Iterable[Placed]) -> list[Piece]:
    """The pieces that show these blocks, each once."""
    return list(dict.fromkeys(piece for each in blocks for piece in cuttings.pieces(each.block)))

"""Lines in a view: set and drawn where the reader looks, and scrolled.

Points are in pixels of the viewport; heights in pixels of the column where that is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from viewer.drawing.drawings import Drawings
from viewer.drawing.pieces import Piece
from viewer.page_source import PageSource
from viewer.reading import Reading
from viewer.settings import Typography
from viewer.strip.block_painting import BlockPainter
from viewer.strip.column import Column, Placed
from viewer.strip.content import Content
from viewer.strip.cuttings import Cuttings
from viewer.strip.picture_painting import PicturePainter
from viewer.strip.shown import Shown
from viewer.strip.word_painting import WordPainter
from viewer.theme import tokens

_ROOM = 48 * 2**20  # bytes of pictures
_STEP = 24  # px; a notch of the wheel is three
_AHEAD = 1.0  # of a screen: what is set and drawn before it is seen
LEAD = 12.0  # px left free above a line that is gone to


class LinesView(QAbstractScrollArea):
    """Shows the lines of one text; the reader's own scrolling is told apart from being led."""

    scrolled = Signal()  # by the reader
    settled = Signal()  # something moved on the screen

    def __init__(
        self,
        reading: Reading,
        pages: PageSource,
        typography: Typography,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.shown = Shown()
        self.drawings = Drawings(reading, pages, _ROOM, self)
        self.content: Content | None = None
        self.column: Column | None = None
        self._typography = typography
        self._anchor = (0, 0.0)  # a section, and how far below its top the view begins
        self._led = 0  # > 0 while the scroll bar moves without the reader
        self._setting = QTimer(self, interval=0)
        self._setting.timeout.connect(self._set_ahead)
        self.drawings.drawn.connect(self._show_piece)
        self.drawings.failed.connect(self._show_failure)
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll_bar)
        self._prepare()

    def _prepare(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # --- The text ----------------------------------------------------------------------

    def show_content(self, content: Content | None, offset: int) -> None:
        """Show these lines, the one with this place of the text at the top."""
        self.content = content
        self._set_anew(offset)

    def set_typography(self, typography: Typography) -> None:
        offset = self.offset_read()
        self._typography = typography
        self._set_anew(offset)

    def _set_anew(self, offset: int) -> None:
        self.column = None
        if self.content is not None and self.viewport().width() > 1:
            size = self.viewport().width(), self.logicalDpiX()
            self.column = self.content.column(self._typography, *size, offset)
        self.go_to(offset)

    # --- Places ------------------------------------------------------------------------

    @property
    def top(self) -> float:
        """The height of the column at the view's top."""
        if self.column is None:
            return 0.0
        return self.column.top(self._anchor[0]) + self._anchor[1]

    def visible(self) -> Iterator[Placed]:
        """The blocks that are in view, from the top."""
        if self.column is not None:
            yield from self.column.blocks(self.top, self.top + self.viewport().height())

    def offset_read(self) -> int:
        """The place of the text that is read: its first line that is well in view."""
        if self.column is None:
            return 0
        read = self.read_block()
        return read.block.item.start if read is not None else 0

    def read_block(self) -> Placed | None:
        """The first block that begins in view, else the one that fills it."""
        blocks = list(self.visible())
        begins = (each for each in blocks if each.top >= self.top and each.block.words)
        return next(begins, blocks[0] if blocks else None)

    def go_to(self, offset: int, down: float = 0.0) -> None:
        """Bring a line to the top, or so far `down` the view (0 to 1)."""
        column = self.column
        placed = column.block_of(offset) if column is not None else None
        if placed is not None and column is not None:
            top = placed.top - column.top(placed.section)
            lead = max(LEAD, down * self.viewport().height())
            self._hold(placed.section, (top if placed.number > 1 else 0.0) - lead)
        self._settle()

    def go_to_page(self, page: int, part: float = 0.0) -> None:
        """Bring the first line of a page to the top that lies so far down it (0 to 1)."""
        column = self.column
        section = column.section_on(page) if column is not None else None
        if column is None or section is None:
            return
        cuttings = self.cuttings(column)
        below = (each for each in column.blocks_of(section) if cuttings.down(each.block) >= part)
        placed = next(below, None) if part > 0 else None
        top = placed.top - column.top(section) if placed is not None else 0.0
        self._hold(section, top - LEAD)
        self._settle()

    def bring_into_view(self, offset: int) -> None:
        """Scroll no further than needed to see a line."""
        placed = self.column.block_of(offset) if self.column is not None else None
        bottom = self.top + self.viewport().height()
        if placed is not None and not (
            self.top <= placed.top and placed.top + placed.block.height <= bottom
        ):
            self.go_to(offset, down=0.3)

    # --- Scrolling ---------------------------------------------------------------------

    @contextmanager
    def _leading(self) -> Iterator[None]:
        self._led += 1
        try:
            yield
        finally:
            self._led -= 1

    def _follow_scroll_bar(self, value: int) -> None:
        if self._led or self.column is None:
            return
        section = self.column.at(value)
        self._hold(section, value - self.column.top(section))
        self._settle()
        self.scrolled.emit()

    def _hold(self, section: int, inside: float) -> None:
        """Have the view begin here; what is above the section's top lies in the one before it."""
        while self.column is not None and inside < 0 and section > 0:
            section -= 1
            inside += self.column.height_of(section)
        self._anchor = (section, inside)

    def _settle(self) -> None:
        """Set what is in view, and keep what is at its top there while heights become true."""
        column = self.column
        if column is not None and column.sections:
            column.set_from(self._anchor[0], self._anchor[1] + self.viewport().height())
            self._tell_height()
            # Where an end was reached, other sections may be in view.
            column.set_from(self._anchor[0], self._anchor[1] + self.viewport().height())
            self._setting.start()
        self._tell_height()
        self.viewport().update()
        self.refresh()
        self.settled.emit()

    def _tell_height(self) -> None:
        """Tell the scroll bar; where the view would show more than there is, it moves."""
        height = round(self.column.height) if self.column is not None else 0
        with self._leading():
            bar = self.verticalScrollBar()
            bar.setRange(0, max(0, height - self.viewport().height()))
            bar.setPageStep(self.viewport().height())
            bar.setValue(round(self.top))
        if self.column is not None and bar.value() != round(self.top):
            section = self.column.at(bar.value())
            self._anchor = (section, bar.value() - self.column.top(section))

    def _set_ahead(self) -> None:
        """Set one section more of those that may be seen next."""
        far = _AHEAD * self.viewport().height()
        column, bottom = self.column, self.top + self.viewport().height()
        if column is None or not column.set_one_of(self.top - far, bottom + far):
            self._setting.stop()
            self.refresh()
            return
        self._tell_height()
        self.viewport().update()

    # --- What is drawn -----------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for the pictures in view, then for those that may be seen next."""
        if self.column is None or not self.isVisible():
            return
        cuttings, height = self.cuttings(self.column), self.viewport().height()
        visible = _pieces(cuttings, self.visible())
        below = self.column.blocks(self.top, self.top + height * (1 + _AHEAD))
        above = self.column.blocks(self.top - height * _AHEAD, self.top)
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

    def cuttings(self, column: Column) -> Cuttings:
        """How slips are cut out of their pages now."""
        ratio = self.viewport().devicePixelRatio()
        return Cuttings(column.setter.document, column.scales, ratio)

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
            WordPainter(text, version),
            content.is_known,
        )

    def _show_piece(self, _piece: Piece) -> None:
        self.viewport().update()
        self.refresh()

    def _show_failure(self, _page: int, _error: object) -> None:
        self.viewport().update()
        self.refresh()

    # --- What Qt tells -----------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        offset = self.offset_read() if self.column is not None else None
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width() and offset is not None:
            self._set_anew(offset)
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle()


def _pieces(cuttings: Cuttings, blocks: Iterable[Placed]) -> list[Piece]:
    """The pieces that show these blocks, each once."""
    return list(dict.fromkeys(piece for each in blocks for piece in cuttings.pieces(each.block)))

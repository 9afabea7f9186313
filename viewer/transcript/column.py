"""The text set as one column: a layout of Qt's that lays out only what is near the eye.

Qt's own layout sets everything above a place before it can show the place: seconds, for a
long text.  Here the heights of blocks that are far away are estimated; the view keeps what
the reader sees in its place while estimates become true.  All lengths are in pixels of the
document, y down.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from viewer.heights import Heights
from viewer.settings import Typography
from viewer.transcript.pieces import Piece

TOP = 28.0
BOTTOM = 96.0
LEAST_MARGIN = 24.0
INDENT = 1.5  # em for each step
AVERAGE_WIDTH = 0.46  # em of a character, for estimates

PaintContext = QAbstractTextDocumentLayout.PaintContext
Paint = Callable[[QPainter, QTextBlock, QPointF], None]


class Column(QAbstractTextDocumentLayout):
    """Sets the pieces of a text in a column, in the middle of the view."""

    def __init__(self, document: QTextDocument, pieces: list[Piece]) -> None:
        """`pieces` grows with the document: one for each block."""
        super().__init__(document)
        self.under: Paint = _paint_nothing  # what is painted before a block's text
        self.over: Paint = _paint_nothing  # and after it
        self.rule: Paint = _paint_nothing  # in place of a page marker's text
        self.is_sought: Callable[[QTextBlock], bool] = lambda _block: False  # then its text
        self._pieces = pieces
        self._typography = Typography()
        self._view_width = 0
        self._heights = Heights()
        self._laid: set[int] = set()
        self._told = QSizeF()

    # --- Measure ---------------------------------------------------------------------

    @property
    def width(self) -> float:
        """Of the lines."""
        margin = max(LEAST_MARGIN, min(56.0, self._view_width * 0.09))
        longest = self._typography.line_length * self._typography.size
        return max(80.0, min(longest, self._view_width - 2 * margin))

    @property
    def left(self) -> float:
        """Where the lines begin."""
        return max(LEAST_MARGIN / 2, math.floor((self._view_width - self.width) / 2))

    @property
    def line(self) -> float:
        """From one line to the next."""
        return round(self._typography.size * self._typography.line_height)

    def measure(self, typography: Typography, view_width: int) -> None:
        """Set everything anew for this measure."""
        self._typography, self._view_width = typography, view_width
        for number in self._laid:
            self.document().findBlockByNumber(number).clearLayout()
        self._laid.clear()
        self._heights = Heights()
        self.extend()

    def extend(self) -> None:
        """Make room for the pieces that were added."""
        size, line = self._typography.size, self.line
        in_a_line = self.width / (AVERAGE_WIDTH * size)
        self._heights.extend(
            max(1, math.ceil((piece.end - piece.start) / in_a_line)) * line + piece.gap * size
            for piece in self._pieces[len(self._heights) :]
        )
        self.tell_size()

    def tell_size(self) -> None:
        """Tell the view how much there is to scroll, where that changed."""
        if self.documentSize() != self._told:
            self._told = self.documentSize()
            self.documentSizeChanged.emit(self._told)

    def top(self, number: int) -> float:
        """Where a block begins."""
        return TOP + self._heights.top(number)

    def area(self, number: int) -> QRectF:
        """Where a block stands."""
        return self.blockBoundingRect(self.document().findBlockByNumber(number))

    def at(self, y: float) -> int:
        """The number of the block at this height."""
        return self._heights.at(y - TOP)

    def positions(self, top: float, bottom: float) -> tuple[int, int]:
        """Qt's positions between which everything from `top` to `bottom` lies."""
        first = self.document().findBlockByNumber(self.at(top))
        last = self.document().findBlockByNumber(self.at(bottom))
        return first.position(), last.position() + last.length()

    # --- Laying out ------------------------------------------------------------------

    def set_around(self, number: int, above: float, below: float) -> None:
        """Lay out the blocks so far above and below the top of a block, and let the rest go."""
        first, height = number, 0.0
        while first > 0 and height < above:
            first -= 1
            self.laid(first)
            height += self._heights[first]
        last, height = number, 0.0
        while last < len(self._heights) and height < below:
            self.laid(last)
            height += self._heights[last]
            last += 1
        self._forget_outside(first - 40, last + 40)
        self.tell_size()

    def laid(self, number: int) -> QTextBlock:
        """The block, laid out."""
        block = self.document().findBlockByNumber(number)
        if number not in self._laid and number < len(self._heights):
            self._laid.add(number)
            lines = self._lay_out(block, self._pieces[number])
            gap = self._pieces[number].gap * self._typography.size
            self._heights.change(number, lines * self.line + gap)
        return block

    def set_again(self, numbers: Iterable[int]) -> None:
        """These blocks say something else now."""
        for number in numbers:
            self.document().findBlockByNumber(number).clearLayout()
            self._laid.discard(number)
            self.laid(number)
        self.tell_size()

    def _lay_out(self, block: QTextBlock, piece: Piece) -> int:
        layout = block.layout()
        from_right = block.textDirection() is Qt.LayoutDirection.RightToLeft
        layout.setTextOption(_option(piece, from_right=from_right))
        indent = min(piece.indent * INDENT * self._typography.size, self.width / 2)
        layout.beginLayout()
        line, count = layout.createLine(), 0
        while line.isValid():
            line.setLineWidth(self.width - indent)
            y = count * self.line + (self.line - line.height()) / 2
            line.setPosition(QPointF(0 if from_right else indent, y))
            line, count, indent = layout.createLine(), count + 1, 0
        layout.endLayout()
        return max(1, count)

    def _forget_outside(self, first: int, last: int) -> None:
        far = {number for number in self._laid if not first <= number <= last}
        for number in far:
            self.document().findBlockByNumber(number).clearLayout()
        self._laid -= far

    # --- What Qt asks ----------------------------------------------------------------

    def documentChanged(self, _position: int, _removed: int, _added: int) -> None:
        """Nothing: the view says when there is more (`extend`) or another measure."""

    def documentSize(self) -> QSizeF:
        return QSizeF(self._view_width, TOP + self._heights.total + BOTTOM)

    def pageCount(self) -> int:
        return 1

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        return QRectF(QPointF(), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        number = block.blockNumber()
        if not 0 <= number < len(self._heights):
            return QRectF(self.left, TOP, self.width, self.line)
        self.laid(number)
        return QRectF(self.left, self.top(number), self.width, self._heights[number])

    def hitTest(self, point: QPointF, accuracy: Qt.HitTestAccuracy) -> int:  # type: ignore[override]
        block, line, place = self._line_at(point)
        if line is None:
            return max(0, block.position())
        if accuracy is Qt.HitTestAccuracy.ExactHit:
            return self.character_at(point)
        return block.position() + line.xToCursor(place.x())

    def character_at(self, point: QPointF) -> int:
        """Qt's position of the character under a point, -1 where there is none."""
        block, line, place = self._line_at(point)
        if line is None or not 0 <= place.y() < self._lines_height(block):
            return -1
        text = line.naturalTextRect()
        if not text.left() <= place.x() <= text.right():
            return -1
        on = QTextLine.CursorPosition.CursorOnCharacter
        return block.position() + line.xToCursor(place.x(), on)

    def _line_at(self, point: QPointF) -> tuple[QTextBlock, QTextLine | None, QPointF]:
        number = self.at(point.y())
        block = self.laid(number)
        layout = block.layout()
        place = point - QPointF(self.left, self.top(number)) if len(self._heights) else point
        if layout is None or not layout.lineCount():
            return block, None, place
        row = min(max(int(place.y() // self.line), 0), layout.lineCount() - 1)
        return block, layout.lineAt(row), place

    def _lines_height(self, block: QTextBlock) -> float:
        return block.layout().lineCount() * self.line

    # --- Painting --------------------------------------------------------------------

    def draw(self, painter: QPainter, context: PaintContext) -> None:
        if not len(self._heights):
            return
        clip = context.clip if context.clip.isValid() else QRectF(QPointF(), self.documentSize())
        number = self.at(clip.top())
        while number < len(self._heights) and self.top(number) < clip.bottom():
            self._draw_block(painter, context, number)
            number += 1

    def _draw_block(self, painter: QPainter, context: PaintContext, number: int) -> None:
        block = self.laid(number)
        origin = QPointF(self.left, self.top(number))
        painter.setPen(context.palette.text().color())
        chosen = _selections(context, block)
        if self._pieces[number].marker and not chosen and not self.is_sought(block):
            self.rule(painter, block, origin)
            return
        self.under(painter, block, origin)
        painter.setPen(context.palette.text().color())
        block.layout().draw(painter, origin, chosen)
        self.over(painter, block, origin)
        caret = context.cursorPosition - block.position()
        if 0 <= caret < block.length():
            block.layout().drawCursor(painter, origin, caret, 1)


def _selections(context: PaintContext, block: QTextBlock) -> list[QTextLayout.FormatRange]:
    """The part of the reader's selection that lies in the block."""
    ranges = []
    for selection in context.selections:
        start = max(selection.cursor.selectionStart() - block.position(), 0)
        end = min(selection.cursor.selectionEnd() - block.position(), block.length() - 1)
        if start < end:
            part = QTextLayout.FormatRange()
            part.start, part.length, part.format = start, end - start, selection.format
            ranges.append(part)
    return ranges


def _option(piece: Piece, *, from_right: bool) -> QTextOption:
    direction, alignment = Qt.LayoutDirection, Qt.AlignmentFlag
    option = QTextOption(alignment.AlignRight if from_right else alignment.AlignLeft)
    option.setTextDirection(direction.RightToLeft if from_right else direction.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if piece.marker:
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return option


def _paint_nothing(_painter: QPainter, _block: QTextBlock, _origin: QPointF) -> None:
    """Before the view gave its paint."""

"""Paints the words of a block: marks and light under them, then the words themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from library.joining.lighting import Lit, Sureness
from library.joining.strip.lines import Item, Line
from library.model.difference import Difference
from viewer.difference_marks import paint_corrected, paint_underlines
from viewer.lights import paint_lights
from viewer.strip.blocks import Block
from viewer.strip.marks import Mark, is_line
from viewer.strip.measure import Measure
from viewer.strip.shown import Shown, Stretch
from viewer.strip.words import Word
from viewer.theme import COLOURS, Tokens

_BAR = 2.0  # px beside words that stand alone
_LINE = 2.0  # px
_INSET = 2.0  # px of a row's height that light leaves free, above and below


class WordPainter:
    """Knows which text it is, by its id."""

    def __init__(self, version: str) -> None:
        self._version = version

    def paint(
        self, painter: QPainter, block: Block, measure: Measure, shown: Shown, t: Tokens
    ) -> None:
        """Paint with the painter's origin at the block's top left."""
        for mark in shown.marks.in_text(block.item.start, block.item.end):
            self._paint_mark(painter, block, mark, t, chosen=mark.annotation.id == shown.chosen)
        self._paint_selection(painter, block, shown.selection, t)
        paint_lights(painter, self._lit(block, shown.hover), t)
        self._paint_place(painter, block, shown.place, t)
        if block.picture is None:
            self._paint_bar(painter, block, measure, t)
        self._paint_text(painter, block, measure, t)
        for place in shown.corrected:
            if place[0] < block.item.end and block.item.start < place[1]:
                paint_corrected(painter, rects_of(block.words, place), t)
        for each in _within(shown.differences, block.item):
            rects = rects_of(block.words, (each.start, each.end))
            paint_underlines(painter, rects, t, chosen=each == shown.difference)

    def _paint_text(self, painter: QPainter, block: Block, measure: Measure, t: Tokens) -> None:
        metrics = measure.metrics
        down = (measure.row - metrics.height()) / 2 + metrics.ascent()
        painter.setFont(measure.font)
        painter.setPen(QColor(t.ink))
        for word in block.words:
            painter.drawText(QPointF(word.rect.left(), word.rect.top() + down), word.shown)
        if _is_broken(block):
            rect = block.words[-1].rect
            x = rect.left() - metrics.horizontalAdvance("-") if block.from_right else rect.right()
            painter.setPen(QColor(t.soft))
            painter.drawText(QPointF(x, rect.top() + down), "-")

    def _paint_mark(
        self, painter: QPainter, block: Block, mark: Mark, t: Tokens, *, chosen: bool
    ) -> None:
        colour = QColor(COLOURS[mark.annotation.colour])
        for rect in rects_of(block.words, (mark.start, mark.end)):
            if is_line(mark.annotation):
                painter.setPen(QPen(colour, _LINE))
                painter.drawLine(
                    rect.bottomLeft() - QPointF(0, 3), rect.bottomRight() - QPointF(0, 3)
                )
            else:
                filling = QColor(colour)
                filling.setAlphaF(t.highlight)
                painter.fillRect(rect.adjusted(0, _INSET, 0, -_INSET), filling)
            if chosen:
                painter.setPen(QPen(colour.darker(140), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(-2, 1, 2, -1), 3, 3)

    def _paint_selection(
        self, painter: QPainter, block: Block, selection: Stretch, t: Tokens
    ) -> None:
        colour = QColor(t.accent)
        colour.setAlphaF(2 * t.hover)
        for rect in rects_of(block.words, selection):
            painter.fillRect(rect, colour)

    def _paint_place(self, painter: QPainter, block: Block, place: Stretch, t: Tokens) -> None:
        """A line under the word that the reader clicked: the place to come back to."""
        painter.setPen(QPen(QColor(t.accent), _LINE))
        for rect in rects_of(block.words, place):
            y = rect.bottom() - 2
            painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))

    def _paint_bar(self, painter: QPainter, block: Block, measure: Measure, t: Tokens) -> None:
        top, bottom = block.words[0].rect.top(), block.words[-1].rect.bottom()
        x = measure.width - _BAR if block.from_right else 0.0
        painter.fillRect(QRectF(x, top + 4, _BAR, bottom - top - 8), QColor(t.line))

    def _lit(self, block: Block, lit: Lit) -> Iterator[tuple[QRectF, Sureness]]:
        sureness = lit.spots[0].sureness if lit.spots else Sureness.SOLID
        for span in lit.spans:
            if span.version == self._version:
                for rect in rects_of(block.words, (span.start, span.end)):
                    yield rect.adjusted(0, _INSET + 1, 0, -_INSET - 1), sureness


def _is_broken(block: Block) -> bool:
    """Whether the last word goes on in the next line: not where it is corrected as a whole."""
    item = block.item
    return isinstance(item, Line) and item.goes_on and block.words[-1].end == item.end


def _within(differences: Sequence[Difference], item: Item) -> Sequence[Difference]:
    """Those of an item; they are in order and do not overlap."""
    first = bisect_left(differences, item.start, key=attrgetter("start"))
    last = bisect_left(differences, item.end, key=attrgetter("start"))
    before = first > 0 and differences[first - 1].end > item.start
    return differences[first - before : last]


def rects_of(words: Sequence[Word], stretch: Stretch) -> Iterator[QRectF]:
    """What the words of a stretch of the text take up, a rectangle for each row."""
    start, end = stretch
    row: QRectF | None = None
    for word in words:
        if word.start < end and start < word.end:
            if row is not None and row.top() == word.rect.top():
                row = row.united(word.rect)
                continue
            if row is not None:
                yield row
            row = QRectF(word.rect)
    if row is not None:
        yield row

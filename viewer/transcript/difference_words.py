"""The marks of differences in a text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtCore import QObject, QPointF
from PySide6.QtGui import QPainter, QTextBlock

from viewer.difference_marks import paint_caret, paint_underlines
from viewer.differing import Differing
from viewer.theme import tokens
from viewer.transcript.regions import boxes_of
from viewer.transcript.text_view import TextView


@dataclass(frozen=True, slots=True)
class Stretch:
    """From `start` to `end` in Qt's positions: words, or a place where some are missing."""

    start: int
    end: int
    chosen: bool


class DifferenceWords(QObject):
    """Marks in a view what its text has alone, and where it lacks something."""

    def __init__(self, differing: Differing, view: TextView, parent: QObject) -> None:
        super().__init__(parent)
        self._differing = differing
        self._view = view
        self.stretches: Sequence[Stretch] = ()
        view.painter.more.append(self._paint)
        view.grew.connect(self._gather)
        differing.changed.connect(self._gather)
        self._gather()

    def _gather(self) -> None:
        sheet, before = self._view.sheet, self.stretches
        self.stretches = ()
        if sheet is not None and self._differing.is_marked:
            positions = sheet.offsets.positions
            self.stretches = [
                Stretch(*positions(each.start, each.end), each == self._differing.chosen)
                for each in self._differing.of(sheet.version.id)
            ]
        if self.stretches or before:
            self._view.viewport().update()

    def _paint(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        t = tokens(self._view.palette())
        for each in self._in(block):
            start, end = each.start - block.position(), each.end - block.position()
            if start < end:
                rects = boxes_of(block, max(start, 0), min(end, block.length() - 1), origin)
                paint_underlines(painter, rects, t, chosen=each.chosen)
            else:
                paint_caret(painter, foot_of(block, start, origin), t, chosen=each.chosen)

    def _in(self, block: QTextBlock) -> Iterator[Stretch]:
        """Those that touch a block; they are in order and do not overlap."""
        first, last = block.position(), block.position() + block.length()
        start = bisect_left(self.stretches, first, key=attrgetter("start"))
        if start and self.stretches[start - 1].end > first:
            start -= 1
        end = bisect_left(self.stretches, last, key=attrgetter("start"))
        yield from self.stretches[start:end]


def foot_of(block: QTextBlock, at: int, origin: QPointF) -> QPointF:
    """The middle under the space at a place of a block, at its end behind the last letter."""
    if spaces := boxes_of(block, at, at + 1, origin):
        return QPointF(spaces[0].center().x(), spaces[0].bottom())
    if letters := boxes_of(block, max(at - 1, 0), at, origin):
        return QPointF(letters[-1].right() + 4, letters[-1].bottom())
    return origin

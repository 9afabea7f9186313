"""Paints blocks: pictures and words, the rules between pages, and captions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPalette

from library.joining.strip.lines import PageBreak
from viewer.page_rule import page_of_scan, paint_rule
from viewer.strip.blocks import ALONE, CAPTION, Block
from viewer.strip.cuttings import Cuttings
from viewer.strip.measure import Measure
from viewer.strip.picture_painting import PicturePainter
from viewer.strip.shown import Shown
from viewer.strip.word_painting import WordPainter
from viewer.theme import Tokens, is_dark, tokens

_LETTERS = 11  # px of captions
_CONTEXT = "StripView"


@dataclass(frozen=True, slots=True)
class BlockPainter:
    """Paints the blocks of one text as they are set now."""

    text: str
    scan: Sequence[int]  # the document's pages that are its scan
    measure: Measure
    cuttings: Cuttings
    pictures: PicturePainter
    words: WordPainter
    is_known: bool  # whether the words of all pages have been looked for

    def paint(
        self, painter: QPainter, block: Block, origin: QPointF, shown: Shown, palette: QPalette
    ) -> None:
        """Paint a block with its top left at `origin` of the view."""
        t = tokens(palette)
        if block.picture is not None:
            dark = is_dark(palette)
            self.pictures.paint(painter, block, origin, self.cuttings, shown, t, dark=dark)
        painter.save()
        painter.translate(origin)
        if isinstance(block.item, PageBreak):
            area = QRectF(0, 0, self.measure.width, block.height)
            paint_rule(painter, area, self._rule_words(block.item), t)
        if block.words:
            self.words.paint(painter, block, self.measure, shown, t)
        if block.caption is not None:
            self._paint_caption(painter, block, block.caption, t)
        painter.restore()

    def _rule_words(self, page_break: PageBreak) -> str:
        if page_break.page is None:
            return self.text[page_break.start : page_break.end].strip()
        number = self._number(page_break.page)
        if page_break.like is None:
            return page_of_scan(number)
        words = QCoreApplication.translate(
            _CONTEXT, "page {number} of the scan shows the same words as page {other}"
        )
        return words.format(number=number, other=self._number(page_break.like))

    def _number(self, page: int) -> int:
        return self.scan.index(page) + 1 if page in self.scan else page + 1

    def _paint_caption(self, painter: QPainter, block: Block, top: float, t: Tokens) -> None:
        font = painter.font()
        font.setPixelSize(_LETTERS)
        painter.setFont(font)
        painter.setPen(QColor(t.soft))
        inset = ALONE if block.picture is None else 0.0
        area = QRectF(inset, top, self.measure.width - 2 * inset, CAPTION)
        side = Qt.AlignmentFlag.AlignRight if block.from_right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(side | Qt.AlignmentFlag.AlignVCenter), self._caption(block))

    def _caption(self, block: Block) -> str:
        if block.picture is not None:
            return QCoreApplication.translate(_CONTEXT, "only on the scan")
        if self.is_known:
            return QCoreApplication.translate(_CONTEXT, "only in the text")
        return QCoreApplication.translate(_CONTEXT, "not found on the scan yet")

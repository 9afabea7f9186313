"""Paints what lies under and over the text: marks, search hits, the rules of pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPen, QTextBlock

from library.joining.lighting import Sureness
from library.model.annotation import AnnotationKind
from viewer.icons import icon
from viewer.lights import paint_lights
from viewer.note_signs import paint_sign
from viewer.page_rule import page_of_scan, paint_rule
from viewer.theme import COLOURS, is_dark, tokens
from viewer.transcript.column import Paint
from viewer.transcript.mark_index import MarkIndex
from viewer.transcript.marks import Mark, Ribbon
from viewer.transcript.pieces import Piece
from viewer.transcript.regions import boxes_of, painted_stretch

STEP = 3.0  # px between marks that overlap
DEEPEST = 3
RADIUS = 3.0
GLYPH = 14


@dataclass(slots=True)
class Shown:
    """What is to be painted, at Qt's positions."""

    marks: Sequence[Mark] = ()
    ribbons: Sequence[Ribbon] = ()
    chosen: str = ""
    hits: Sequence[tuple[int, int]] = ()  # those that may be in view
    hit: tuple[int, int] | None = None  # the one the reader is at
    lit: Sequence[tuple[int, int, Sureness]] = ()  # words under the pointer, on either side
    flash: tuple[int, int] | None = None
    flash_strength: float = 0.0  # 1 to 0


class MarkPainter:
    """Paints the marks of one block at a time."""

    def __init__(self, palette: QPalette) -> None:
        self.palette = palette
        self.shown = Shown()
        self._index = MarkIndex(())
        self.more: list[Paint] = []  # what else is painted over the text

    def under(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        """What lies under the text."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in self._seen(painter, block, origin):
            if mark.kind is AnnotationKind.HIGHLIGHT:
                colour = _faded(COLOURS[mark.colour], tokens(self.palette).highlight)
                inset = min(mark.depth, DEEPEST) * STEP
                for box in self._boxes(block, mark.start, mark.end, origin):
                    painter.fillRect(box.adjusted(0, inset, 0, -inset), colour)
        self._paint_lit(painter, block, origin)
        self._paint_flash(painter, block, origin)
        painter.restore()

    def over(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        """What lies over the text: lines and small marks, never a filling."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for mark in self._seen(painter, block, origin):
            self._paint_over(painter, block, origin, mark)
        for paint in self.more:
            paint(painter, block, origin)
        self._paint_hits(painter, block, origin)
        self._paint_ribbons(painter, block, origin)
        painter.restore()

    # --- Marks -----------------------------------------------------------------------

    def _seen(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> list[Mark]:
        """The marks on those lines of a block that are painted now."""
        if self._index.marks is not self.shown.marks:
            self._index = MarkIndex(self.shown.marks)
        return self._index.between(*painted_stretch(painter, block, origin))

    def _paint_over(
        self, painter: QPainter, block: QTextBlock, origin: QPointF, mark: Mark
    ) -> None:
        boxes = self._boxes(block, mark.start, mark.end, origin)
        if mark.kind in (AnnotationKind.UNDERLINE, AnnotationKind.NOTE):
            self._paint_line(painter, boxes, mark)
        elif mark.kind is AnnotationKind.AREA:
            fine = self._line_colour(mark).darker(115)
            _outline(painter, boxes, QPen(fine, 1.0, Qt.PenStyle.DashLine))
        if mark.note == self.shown.chosen:
            colour = self._line_colour(mark)
            clear = colour.lighter(125) if is_dark(self.palette) else colour.darker(140)
            _outline(painter, boxes, QPen(clear, 1.5))
        if boxes and mark.end <= block.position() + block.length():
            self._paint_sign(painter, boxes[-1], mark, block)

    def _paint_line(self, painter: QPainter, boxes: list[QRectF], mark: Mark) -> None:
        dots = Qt.PenStyle.DotLine if mark.kind is AnnotationKind.NOTE else Qt.PenStyle.SolidLine
        painter.setPen(QPen(self._line_colour(mark), 2.0, dots))
        down = 1.0 - min(mark.depth, DEEPEST) * STEP
        for box in boxes:
            painter.drawLine(
                QPointF(box.left(), box.bottom() - 1 - down),
                QPointF(box.right(), box.bottom() - 1 - down),
            )

    def _paint_sign(self, painter: QPainter, box: QRectF, mark: Mark, block: QTextBlock) -> None:
        """The small mark at the end that says that something is written there."""
        if mark.kind is AnnotationKind.NOTE or mark.has_note:
            from_right = block.textDirection() is Qt.LayoutDirection.RightToLeft
            x = box.left() - 2 if from_right else box.right() + 2
            corner = QPointF(x, box.top())
            paint_sign(painter, corner, mark.kind, mark.colour, tokens(self.palette))

    def _line_colour(self, mark: Mark) -> QColor:
        colour = QColor(COLOURS[mark.colour])
        return colour if is_dark(self.palette) else colour.darker(112)

    # --- Places to look at -----------------------------------------------------------

    def _paint_lit(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        rects = (
            (box.adjusted(1, 2, -1, -2), sureness)
            for start, end, sureness in self.shown.lit
            for box in self._boxes(block, start, end, origin)
        )
        paint_lights(painter, rects, tokens(self.palette))

    def _paint_flash(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        if self.shown.flash is None or self.shown.flash_strength <= 0:
            return
        t = tokens(self.palette)
        colour = _faded(t.accent, t.hover * 1.6 * self.shown.flash_strength)
        painter.setBrush(colour)
        for box in self._boxes(block, *self.shown.flash, origin):
            painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def has_hit(self, block: QTextBlock) -> bool:
        """Whether words that are sought stand in the block."""
        return any(_touches(hit, block) for hit in self.shown.hits)

    def _paint_hits(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        for hit in self.shown.hits:
            if not _touches(hit, block):
                continue
            boxes = self._boxes(block, *hit, origin)
            width = 2.5 if hit == self.shown.hit else 1.2
            _outline(painter, boxes, QPen(QColor(tokens(self.palette).accent), width))

    def _paint_ribbons(self, painter: QPainter, block: QTextBlock, origin: QPointF) -> None:
        for ribbon in self.shown.ribbons:
            if place := ribbon_place(block, ribbon, origin):
                middle, mode = Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal
                icon("bookmark").paint(painter, place.toRect(), middle, mode, QIcon.State.On)

    # --- Pages -----------------------------------------------------------------------

    def rule(self, painter: QPainter, area: QRectF, words: str, line_height: float) -> None:
        """Where a page begins."""
        line = QRectF(area.topLeft(), QSizeF(area.width(), line_height))
        paint_rule(painter, line, words, tokens(self.palette))

    # --- Geometry --------------------------------------------------------------------

    def _boxes(self, block: QTextBlock, start: int, end: int, origin: QPointF) -> list[QRectF]:
        first = block.position()
        start, end = max(start - first, 0), min(end - first, block.length() - 1)
        return boxes_of(block, start, end, origin) if start < end else []


def rule_words(piece: Piece, text: str, scan_pages: int) -> str:
    """What stands in the rule of a page marker, for a scan with so many pages."""
    if piece.number is None:
        return text.strip()
    if piece.number <= scan_pages:
        return page_of_scan(piece.number)
    return QCoreApplication.translate("TextView", "page {number}").format(number=piece.number)


def ribbon_place(block: QTextBlock, ribbon: Ribbon, origin: QPointF) -> QRectF | None:
    """Where in the margin a bookmark's glyph stands, if its passage begins in this block."""
    start = ribbon.start - block.position()
    if not 0 <= start < block.length():
        return None
    line = block.layout().lineForTextPosition(start)
    top = origin.y() + (line.y() + (line.height() - GLYPH) / 2 if line.isValid() else 0)
    return QRectF(origin.x() - GLYPH - 6, top, GLYPH, GLYPH)


def _touches(hit: tuple[int, int], block: QTextBlock) -> bool:
    return hit[0] < block.position() + block.length() and hit[1] > block.position()


def _outline(painter: QPainter, boxes: list[QRectF], pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for box in boxes:
        painter.drawRoundedRect(box.adjusted(-1.5, 0.5, 1.5, -0.5), RADIUS, RADIUS)


def _faded(colour: str, opacity: float) -> QColor:
    faded = QColor(colour)
    faded.setAlphaF(min(opacity, 1.0))
    return faded

"""A note's card as it is painted: ground, head, words, tags."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPalette, QPen

from library.model.annotation import Annotation
from viewer.icons import icon
from viewer.places import Note
from viewer.sidebar.arranging import Row
from viewer.sidebar.naming import kind_icon, kind_name, state_title, unsaved_words
from viewer.sidebar.note_card import BAR, ICON, INSET_LEFT, RADIUS, Block, Card, Fonts, Pill
from viewer.sidebar.rich_words import paint_rich
from viewer.theme import COLOURS, tokens


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a card as it is now."""

    paper: QColor
    line: QColor
    ink: QColor
    soft: QColor
    accent: QColor
    wash: QColor
    chosen: bool
    focused: bool

    @classmethod
    def of(cls, palette: QPalette, *, chosen: bool, focused: bool) -> Look:
        t = tokens(palette)
        return cls(
            QColor(t.paper),
            QColor(t.line),
            QColor(t.ink),
            QColor(t.soft),
            QColor(t.accent),
            QColor(t.wash),
            chosen,
            focused,
        )


def paint_card(
    painter: QPainter, card: Card, row: Row, page: str, rect: QRectF, fonts: Fonts, look: Look
) -> None:
    """The card of a row that has a note."""
    note = row.note
    if note is None:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    _paint_ground(painter, note, QRectF(0, 0, rect.width(), card.height), look)
    _paint_head(painter, card.head, row, page, fonts.soft, look)
    if card.quote:
        _paint_block(painter, card.quote, look.soft)
    if card.words:
        _paint_block(painter, card.words, look.ink)
    if card.rich:
        paint_rich(painter, card.rich, card.words_rect.topLeft(), look.ink)
    if card.warning:
        _paint_sign(painter, card.warning, "triangle-alert")
        _paint_beside_sign(painter, card.warning, unsaved_words(), fonts.soft, look.ink)
    for pill in card.pills:
        _paint_pill(painter, pill, fonts.soft, look)
    painter.restore()


def _paint_ground(painter: QPainter, note: Note, rect: QRectF, look: Look) -> None:
    path = QPainterPath()
    path.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
    painter.fillPath(path, look.paper)
    painter.save()
    painter.setClipPath(path)
    bar = COLOURS[note.colour] if isinstance(note, Annotation) else look.soft
    painter.fillRect(QRectF(0, 0, BAR, rect.height()), QColor(bar))
    painter.restore()
    width = 2.0 if look.chosen and look.focused else 1.0
    painter.setPen(QPen(look.accent if look.chosen else look.line, width))
    painter.drawPath(path)


def _paint_head(
    painter: QPainter, rect: QRectF, row: Row, page: str, font: QFont, look: Look
) -> None:
    """What kind of note it is, or that its place is in doubt; and its page."""
    if row.doubt is not None:
        _paint_sign(painter, rect, "triangle-alert")
        _paint_beside_sign(painter, rect, state_title(row.doubt), font, look.ink)
        painter.setPen(look.soft)
    elif row.note is not None:
        painter.setOpacity(0.65)
        _paint_sign(painter, rect, kind_icon(row.note))
        painter.setOpacity(1)
        _paint_beside_sign(painter, rect, kind_name(row.note), font, look.soft)
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, page)


def _paint_sign(painter: QPainter, rect: QRectF, name: str) -> None:
    square = QRectF(rect.left(), rect.center().y() - ICON / 2, ICON, ICON)
    icon(name).paint(painter, square.toRect())


def _paint_beside_sign(
    painter: QPainter, rect: QRectF, words: str, font: QFont, colour: QColor
) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect.adjusted(ICON + 6, 0, 0, 0), place, words)


def _paint_block(painter: QPainter, block: Block, colour: QColor) -> None:
    painter.setPen(colour)
    origin = QPointF(INSET_LEFT, block.top)
    count = block.layout.lineCount() - (1 if block.elided else 0)
    for number in range(count):
        block.layout.lineAt(number).draw(painter, origin)
    if block.elided:
        _paint_ellipsis(painter, block, count - 1, origin)


def _paint_ellipsis(painter: QPainter, block: Block, number: int, origin: QPointF) -> None:
    line = block.layout.lineAt(number)
    words = line.naturalTextRect()
    painter.setFont(block.layout.font())
    leftward = words.left() > line.rect().left() + 1
    room = QFontMetricsF(block.layout.font()).horizontalAdvance("…")
    x = words.left() - room if leftward else words.right()
    painter.drawText(origin + QPointF(x, line.y() + line.ascent()), "…")


def _paint_pill(painter: QPainter, pill: Pill, font: QFont, look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.wash)
    painter.drawRoundedRect(pill.rect, pill.rect.height() / 2, pill.rect.height() / 2)
    painter.setFont(font)
    painter.setPen(look.ink)
    painter.drawText(pill.rect, Qt.AlignmentFlag.AlignCenter, pill.text)

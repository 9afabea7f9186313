"""A note's card: where its parts lie, and how they are painted.

Lengths are in pixels, origin at the card's top left.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPalette,
    QPen,
    QTextLayout,
    QTextOption,
)

from library.model.annotation import Annotation
from viewer.icons import icon
from viewer.places import Note
from viewer.sidebar.naming import kind_icon, kind_name, unsaved_words
from viewer.sidebar.notes_model import quotation, wording
from viewer.theme import COLOURS, tokens

INSET_LEFT, INSET, BAR, RADIUS = 15, 12, 3, 7
GAP = 8  # between the parts of a card
QUOTE_LINES = 3
_ICON = 14
_PILL_PADDING, _PILL_GAP = 8, 4


@dataclass(frozen=True, slots=True)
class Fonts:
    """The faces of a card, after the view's own font."""

    note: QFont
    quote: QFont
    soft: QFont
    name: QFont

    @classmethod
    def after(cls, font: QFont) -> Fonts:
        size = font.pixelSize() if font.pixelSize() > 0 else 13
        quote, soft, name = QFont(font), QFont(font), QFont(font)
        quote.setFamilies(["Gentium Plus", *font.families()])
        quote.setPixelSize(round(size * 15 / 13))
        soft.setPixelSize(round(size * 11 / 13))
        name.setWeight(QFont.Weight.DemiBold)
        return cls(font, quote, soft, name)


@dataclass(frozen=True, slots=True)
class Block:
    """Text laid out at its place."""

    layout: QTextLayout
    top: float
    height: float
    elided: bool


@dataclass(frozen=True, slots=True)
class Pill:
    text: str
    rect: QRectF


@dataclass(frozen=True, slots=True)
class Card:
    """A note laid out in a card of this width."""

    head: QRectF
    quote: Block | None
    words: Block | None
    words_rect: QRectF  # where the note is written
    warning: QRectF | None  # where it says that this is not saved yet
    pills: tuple[Pill, ...]
    height: float


def lay_out_card(
    note: Note,
    width: float,
    fonts: Fonts,
    writing: float | None = None,
    *,
    unsaved: bool = False,
) -> Card:
    """`writing` is the height of the editor that stands in for the note's words."""
    inner = max(40.0, width - INSET_LEFT - INSET)
    line = max(_ICON, QFontMetricsF(fonts.soft).height())
    head = QRectF(INSET_LEFT, INSET - 2, inner, line)
    top = head.bottom() + GAP - 2
    quote = words = warning = None
    if text := quotation(note):
        quote = _block(f"“{text}”", fonts.quote, inner, top, QUOTE_LINES)
        top += quote.height + GAP
    words_rect = QRectF(INSET_LEFT, top, inner, writing or 0)
    if writing is not None:
        top += writing + GAP
    elif text := wording(note):
        words = _block(text, _words_font(note, fonts), inner, top)
        words_rect.setHeight(words.height)
        top += words.height + GAP
    if unsaved:
        warning = QRectF(INSET_LEFT, top, inner, line)
        top += line + GAP
    pills, top = _pills(note, fonts.soft, inner, top)
    return Card(head, quote, words, words_rect, warning, pills, top - GAP + INSET)


def paint_card(
    painter: QPainter, card: Card, note: Note, page: str, rect: QRectF, fonts: Fonts, look: Look
) -> None:
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    _paint_ground(painter, note, QRectF(0, 0, rect.width(), card.height), look)
    _paint_head(painter, card.head, note, page, fonts.soft, look)
    if card.quote:
        _paint_block(painter, card.quote, look.soft)
    if card.words:
        _paint_block(painter, card.words, look.ink)
    if card.warning:
        _paint_sign(painter, card.warning, "triangle-alert")
        _paint_beside_sign(painter, card.warning, unsaved_words(), fonts.soft, look.ink)
    for pill in card.pills:
        _paint_pill(painter, pill, fonts.soft, look)
    painter.restore()


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


def _words_font(note: Note, fonts: Fonts) -> QFont:
    return fonts.note if isinstance(note, Annotation) else fonts.name


def text_height(text: str, font: QFont, width: float) -> float:
    """The height of the text in lines of this width, with a line for what comes next."""
    return _block(text + "\u200b", font, width, 0).height


def _block(text: str, font: QFont, width: float, top: float, most: int = 0) -> Block:
    """The text in lines of this width; with `most`, in no more lines than that."""
    layout = QTextLayout(text.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    if _break_lines(layout, width, most):
        return Block(layout, top, _height(layout), elided=False)
    room = QFontMetricsF(font).horizontalAdvance("…")
    _break_lines(layout, width, most, room)
    return Block(layout, top, _height(layout, most), elided=True)


def _break_lines(layout: QTextLayout, width: float, most: int, room: float = 0) -> bool:
    """Break into lines, the last of `most` shorter by `room`; whether all of the text fits."""
    height, count = 0.0, 0
    layout.beginLayout()
    try:
        while (line := layout.createLine()).isValid():
            count += 1
            if most and count > most:
                line.setLineWidth(width)
                return False
            line.setLineWidth(width - (room if count == most else 0))
            line.setPosition(QPointF(0, height))
            height += line.height()
        return True
    finally:
        layout.endLayout()


def _height(layout: QTextLayout, most: int = 0) -> float:
    lines = layout.lineCount()
    return sum(layout.lineAt(n).height() for n in range(min(lines, most) if most else lines))


def _pills(note: Note, font: QFont, width: float, top: float) -> tuple[tuple[Pill, ...], float]:
    tags = note.tags if isinstance(note, Annotation) else ()
    metrics = QFontMetricsF(font)
    height = metrics.height() + 4
    pills, left = [], 0.0
    for tag in tags:
        text = metrics.elidedText(
            tag, Qt.TextElideMode.ElideRight, round(width - 2 * _PILL_PADDING)
        )
        length = metrics.horizontalAdvance(text) + 2 * _PILL_PADDING
        if left and left + length > width:
            left, top = 0.0, top + height + _PILL_GAP
        pills.append(Pill(text, QRectF(INSET_LEFT + left, top, length, height)))
        left += length + _PILL_GAP
    return tuple(pills), top + height + GAP if pills else top


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
    painter: QPainter, rect: QRectF, note: Note, page: str, font: QFont, look: Look
) -> None:
    painter.setOpacity(0.65)
    _paint_sign(painter, rect, kind_icon(note))
    painter.setOpacity(1)
    _paint_beside_sign(painter, rect, kind_name(note), font, look.soft)
    painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, page)


def _paint_sign(painter: QPainter, rect: QRectF, name: str) -> None:
    square = QRectF(rect.left(), rect.center().y() - _ICON / 2, _ICON, _ICON)
    icon(name).paint(painter, square.toRect())


def _paint_beside_sign(
    painter: QPainter, rect: QRectF, words: str, font: QFont, colour: QColor
) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    place = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(rect.adjusted(_ICON + 6, 0, 0, 0), place, words)


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

"""A note's card: where its parts lie, and how they are painted.

Lengths are in pixels, origin at the card's top left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextDocument,
    QTextLayout,
    QTextOption,
)

from library.model.annotation import Annotation
from viewer.note_words import quotation, wording
from viewer.places import Note

INSET_LEFT, INSET, BAR, RADIUS = 15, 12, 3, 7
GAP = 8  # between the parts of a card
QUOTE_LINES = 3
ICON = 14
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
    rich: QTextDocument | None  # the words, where they are more than a plain line
    words_rect: QRectF  # where the note is written
    warning: QRectF | None  # where it says that this is not saved yet
    pills: tuple[Pill, ...]
    height: float


RichOf = Callable[[Note, float], QTextDocument | None]  # for a width


def never_rich(_note: Note, _width: float) -> None:
    """Every note is a plain line."""


def lay_out_card(
    note: Note,
    width: float,
    fonts: Fonts,
    writing: float | None = None,
    *,
    unsaved: bool = False,
    rich_of: RichOf = never_rich,
) -> Card:
    """`writing` is the height of the editor that stands in for the note's words."""
    inner = max(40.0, width - INSET_LEFT - INSET)
    line = max(ICON, QFontMetricsF(fonts.soft).height())
    head = QRectF(INSET_LEFT, INSET - 2, inner, line)
    top = head.bottom() + GAP - 2
    quote = words = rich = warning = None
    if text := quotation(note):
        quote = _block(f"“{text}”", fonts.quote, inner, top, QUOTE_LINES)
        top += quote.height + GAP
    words_rect = QRectF(INSET_LEFT, top, inner, writing or 0)
    if writing is not None:
        top += writing + GAP
    elif rich := rich_of(note, inner):
        words_rect.setHeight(rich.size().height())
        top += rich.size().height() + GAP
    elif text := wording(note):
        words = _block(text, _words_font(note, fonts), inner, top)
        words_rect.setHeight(words.height)
        top += words.height + GAP
    if unsaved:
        warning = QRectF(INSET_LEFT, top, inner, line)
        top += line + GAP
    pills, top = _pills(note, fonts.soft, inner, top)
    return Card(head, quote, words, rich, words_rect, warning, pills, top - GAP + INSET)


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

"""What the strip shows, set: pictures and words with their places.

A block is one item of the strip.  Lengths are in view pixels, x from the left edge of the
strip, y from the top of the block.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRectF

from library.joining.strip.lines import Item, Line, PageBreak, Slip
from library.model.document import Document
from viewer.places import Side
from viewer.strip.framing import Framing
from viewer.strip.measure import Measure
from viewer.strip.typesetting import Width, set_words

RULE = 52.0  # of a page break
CAPTION = 18.0
PARAGRAPH = 10.0  # above the first line of a paragraph
UNDER_PICTURE = 3.0
BELOW = 14.0  # between two blocks
ALONE = 18.0  # by which words that stand alone are set in

_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # written without spaces
_WORD = re.compile(f"[{_IDEOGRAPH}]|[^\\s{_IDEOGRAPH}]+")


@dataclass(frozen=True, slots=True)
class Word:
    """`text[start:end]`, as it is set."""

    start: int
    end: int
    rect: QRectF


@dataclass(frozen=True, slots=True)
class Block:
    """One item of the strip."""

    item: Item
    height: float
    picture: QRectF | None = None
    scale: float = 1.0  # pixels to the point of the picture
    words: tuple[Word, ...] = ()
    caption: float | None = None  # where it is said on which side alone this stands
    from_right: bool = False

    @property
    def slip(self) -> Slip | None:
        return self.item.slip if isinstance(self.item, Line) else None

    @property
    def is_alone(self) -> bool:
        """Whether only one side has it."""
        return isinstance(self.item, Line) and (self.picture is None or not self.words)


class Setter:
    """Sets the items of one text in a measure."""

    def __init__(self, document: Document, text: str, measure: Measure) -> None:
        self.measure = measure
        self.document = document
        self._text = text

    def blocks(self, items: Sequence[Item]) -> Iterator[Block]:
        """The items of a section, one below the other."""
        framing, before = Framing(self.document, items, self.measure), None
        for item in items:
            side = _only_side(item)
            if isinstance(item, PageBreak):
                yield Block(item, RULE)
            elif side is Side.TEXT:
                yield self._text_alone(item, captioned=side is not before)
            elif item.slip is not None and side is Side.SCAN:
                yield _picture_alone(item, item.slip, framing, captioned=side is not before)
            elif item.slip is not None:
                yield self._line(item, item.slip, framing)
            before = side

    def _line(self, line: Line, slip: Slip, framing: Framing) -> Block:
        """The picture, and the words below it."""
        from_right = _is_from_right(self._text[line.start : line.end])
        above = PARAGRAPH if line.opens else 0.0
        picture, scale = framing.line(slip, above, from_right=from_right)
        top = picture.bottom() + UNDER_PICTURE
        words = tuple(self._placed(line, picture, scale, top, from_right=from_right))
        return Block(line, _below(words, picture), picture, scale, words, from_right=from_right)

    def _text_alone(self, line: Line, *, captioned: bool) -> Block:
        top, caption = (CAPTION, 0.0) if captioned else (0.0, None)
        from_right = _is_from_right(self._text[line.start : line.end])
        words = tuple(self._flowed(line, top, from_right=from_right))
        return Block(line, _below(words, None), words=words, caption=caption, from_right=from_right)

    def _placed(
        self, line: Line, picture: QRectF, scale: float, top: float, *, from_right: bool
    ) -> Iterator[Word]:
        """The words of a line, under their places."""
        spans = list(self._spans(line, self.measure.width))
        targets = _targets(line, spans, scale, picture.width(), from_right=from_right)
        yield from self._set(spans, targets, 0.0, top, from_right=from_right)

    def _flowed(self, line: Line, top: float, *, from_right: bool) -> Iterator[Word]:
        """Words that stand alone, set in a little."""
        spans = list(self._spans(line, self.measure.width - 2 * ALONE))
        yield from self._set(spans, [None] * len(spans), ALONE, top, from_right=from_right)

    def _set(
        self,
        spans: Sequence[tuple[int, int]],
        targets: Sequence[float | None],
        inset: float,
        top: float,
        *,
        from_right: bool,
    ) -> Iterator[Word]:
        measure, room = self.measure, self.measure.width - 2 * inset
        widths = [self._width(*span) for span in spans]
        space = 0.0 if _is_unspaced(self._text, spans) else measure.space
        rows = set_words(list(map(Width, widths, targets)), room, space)
        numbers = iter(range(len(spans)))
        for nth, row in enumerate(rows):
            for start, number in zip(row, numbers, strict=False):
                left = room - start - widths[number] if from_right else start
                rect = QRectF(inset + left, top + nth * measure.row, widths[number], measure.row)
                yield Word(*spans[number], rect)

    def _spans(self, line: Line, room: float) -> Iterator[tuple[int, int]]:
        """The words of a line, very long ones in parts that fit the room."""
        for found in _WORD.finditer(self._text, line.start, line.end):
            start, end = found.span()
            wide = self._width(start, end)
            step = end - start if wide <= room else max(1, int((end - start) * room / wide * 0.9))
            for first in range(start, end, step):
                yield first, min(first + step, end)

    def _width(self, start: int, end: int) -> float:
        return self.measure.metrics.horizontalAdvance(self._text[start:end])


def word_at(words: Sequence[Word], point: QPointF) -> Word | None:
    """The word at a point of its block."""
    return next((word for word in words if word.rect.contains(point)), None)


def nearest_word(words: Sequence[Word], point: QPointF) -> Word | None:
    """The word that is nearest to a point of its block: on the nearest row first."""
    return min(words, key=lambda word: _distance(word.rect, point), default=None)


def _distance(rect: QRectF, point: QPointF) -> tuple[float, float]:
    across = max(rect.left() - point.x(), point.x() - rect.right(), 0.0)
    return max(rect.top() - point.y(), point.y() - rect.bottom(), 0.0), across


def _picture_alone(line: Line, slip: Slip, framing: Framing, *, captioned: bool) -> Block:
    top, caption = (CAPTION, 0.0) if captioned else (0.0, None)
    picture, scale = framing.alone(slip, top)
    return Block(line, picture.bottom() + BELOW, picture, scale, caption=caption)


def _only_side(item: Item) -> Side | None:
    """The side that alone has a line."""
    if isinstance(item, PageBreak) or (item.slip is not None and item.start < item.end):
        return None
    return Side.TEXT if item.slip is None else Side.SCAN


def _below(words: Sequence[Word], picture: QRectF | None) -> float:
    bottom = picture.bottom() if picture is not None else 0.0
    return max((word.rect.bottom() for word in words), default=bottom) + BELOW


def _targets(
    line: Line,
    spans: Sequence[tuple[int, int]],
    scale: float,
    picture_width: float,
    *,
    from_right: bool,
) -> list[float | None]:
    """Where the place of each word begins on the picture, from the line's beginning."""
    targets: list[float | None] = []
    placed = list(line.words)
    for _, end in spans:
        here = placed[0] if placed and placed[0].start < end else None
        if here is None:
            targets.append(None)
        else:
            targets.append(picture_width - here.right * scale if from_right else here.left * scale)
        while placed and placed[0].start < end:
            placed.pop(0)
    return targets


def _is_from_right(text: str) -> bool:
    """Whether its first letter belongs to a script that is written from the right."""
    kinds = (bidirectional(character) for character in text)
    return next((kind for kind in kinds if kind in ("L", "R", "AL")), "L") != "L"


def _is_unspaced(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether most of its words are ideographs."""
    single = sum(end - start == 1 and text[start] > "\u3040" for start, end in spans)
    return 2 * single > len(spans)

"""What the strip shows, set: pictures and words with their places.

A block is one item of the strip.  Lengths are in view pixels, x from the left edge of the
strip, y from the top of the block.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from library.correcting.correcting import Corrected
from library.joining.strip.lines import Item, Line, PageBreak, Slip
from library.model.document import Document
from viewer.places import Side
from viewer.strip.framing import Framing
from viewer.strip.measure import Measure
from viewer.strip.words import Word, Words

RULE = 52.0  # of a page break
CAPTION = 18.0
PARAGRAPH = 10.0  # above the first line of a paragraph
UNDER_PICTURE = 3.0
BELOW = 14.0  # between two blocks
ALONE = 18.0  # by which words that stand alone are set in


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

    def __init__(self, document: Document, corrected: Corrected, measure: Measure) -> None:
        self.measure = measure
        self.document = document
        self._words = Words(corrected, measure)

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
        from_right = self._words.are_from_right(line)
        above = PARAGRAPH if line.opens else 0.0
        picture, scale = framing.line(slip, above, from_right=from_right)
        words = self._words.placed(line, picture, scale, picture.bottom() + UNDER_PICTURE)
        return Block(line, _below(words, picture), picture, scale, words, from_right=from_right)

    def _text_alone(self, line: Line, *, captioned: bool) -> Block:
        top, caption = (CAPTION, 0.0) if captioned else (0.0, None)
        words, from_right = self._words.flowed(line, ALONE, top), self._words.are_from_right(line)
        return Block(line, _below(words, None), words=words, caption=caption, from_right=from_right)


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

"""The pieces that a text is set in: its paragraphs, and very long ones in parts.

Offsets are in code points into `Version.text`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from library.model.document import Paragraph, ParagraphRole, Version

LONGEST = 6000  # code points; a block is laid out at one go, so it must stay short
SHORT = 60  # code points: lines of a head stand close together

_BLANK_LINE = re.compile(r"\n\n+")
_SPACE = re.compile(r"\s")
# What Qt's document takes for its own structure, or cannot hold.
_RESERVED = re.compile("[\u2029\r\ufdd0\ufdd1\ufffc\ud800-\udfff\\x00]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One block: `text[start:end]`."""

    start: int
    end: int
    indent: int = 0  # steps, of its first line
    marker: bool = False
    number: int | None = None  # of the page, where a marker names one
    gap: float = 0.75  # em below it


def for_qt(words: str) -> str:
    """What Qt's document holds for the words of a piece: as many code points, as wide."""
    return _RESERVED.sub(" ", words.replace("\n", "\u2028"))


def pieces_of(version: Version) -> Iterator[Piece]:
    """The pieces of a text, in order."""
    paragraphs = iter(version.paragraphs or _found(version.text))
    this = next(paragraphs, None)
    while this is not None:
        following = next(paragraphs, None)
        yield from _parts(version.text, this, _gap(this, following))
        this = following


def _gap(this: Paragraph, following: Paragraph | None) -> float:
    if this.role is ParagraphRole.PAGE_MARKER:
        return 0.75
    return 0.2 if _stands_alone(this) and following and _stands_alone(following) else 0.75


def _stands_alone(paragraph: Paragraph) -> bool:
    """Whether it looks like a line of a head."""
    is_body = paragraph.role is ParagraphRole.BODY
    return is_body and not paragraph.indent and paragraph.end - paragraph.start <= SHORT


def _parts(text: str, paragraph: Paragraph, gap: float) -> Iterator[Piece]:
    marker = paragraph.role is ParagraphRole.PAGE_MARKER
    start, indent = paragraph.start, paragraph.indent
    while paragraph.end - start > LONGEST:
        space = _SPACE.search(text, start + LONGEST, paragraph.end)
        end, following = space.span() if space else (start + LONGEST, start + LONGEST)
        if end > start + 2 * LONGEST:
            end = following = start + LONGEST
        yield Piece(start, end, indent, gap=0.0)
        start, indent = following, 0
    yield Piece(start, paragraph.end, indent, marker, paragraph.number, gap)


def _found(text: str) -> Iterable[Paragraph]:
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        yield Paragraph(start, blank.start())
        start = blank.end()
    yield Paragraph(start, len(text))

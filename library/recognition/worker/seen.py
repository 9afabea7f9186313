"""The words that Tesseract saw in a picture, from the table in which it tells them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

_WORD = "5"  # the level of words; those above are pages, blocks, paragraphs, lines
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c"))  # of the direction of writing


@dataclass(frozen=True, slots=True)
class Seen:
    """A word in a picture."""

    text: str
    left: int  # pixels, as the other edges
    top: int
    right: int
    bottom: int
    line: int  # words of one line share this number, from 0
    certainty: float  # 0..1


def words_of(table: str) -> Iterator[Seen]:
    """The words of a table (`GetTSVText`), each with its letters in the order of writing."""
    lines: dict[tuple[str, ...], int] = {}
    for row in table.splitlines():
        level, *place, _, left, top, width, height, percent, text = row.split("\t")
        text = text.translate(_MARKS).strip()
        if level == _WORD and text:
            yield Seen(
                text,
                left=int(left),
                top=int(top),
                right=int(left) + int(width),
                bottom=int(top) + int(height),
                line=lines.setdefault(tuple(place), len(lines)),
                certainty=float(percent) / 100,
            )

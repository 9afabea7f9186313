"""The words of a text as the search index holds them, and where each stands.

A word is a run of letters and digits of the folded text; an ideograph is one of its own.
Offsets are in code points of the exact text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from library.model.folding import IDEOGRAPHS, end_of, fold, fold_with_places

_WORD = re.compile(rf"[{IDEOGRAPHS}]|[^\W_{IDEOGRAPHS}]+")
_BLANK_LINE = re.compile(r"\n\s*\n")
_PLAIN_WORD = re.compile(r"[a-z0-9]+")  # the same in a folded text of ASCII, in half the time


@dataclass(frozen=True, slots=True)
class Word:
    """`text` is folded; it comes from start to end of the exact text."""

    text: str
    start: int
    end: int


def words_of(text: str) -> list[str]:
    """The folded words, in their order."""
    folded = fold(text)
    return (_PLAIN_WORD if folded.isascii() else _WORD).findall(folded)


def placed_words(text: str) -> list[Word]:
    """The same words, each with its place."""
    words: list[Word] = []
    start = 0
    for end, next_start in (*(gap.span() for gap in _BLANK_LINE.finditer(text)), (len(text),) * 2):
        words += _placed(text[start:end], start)  # no word goes over a blank line
        start = next_start
    return words


def _placed(text: str, start: int) -> Iterator[Word]:
    """The words of a text that begins at `start` of another."""
    folded, places = fold_with_places(text)
    if isinstance(places, range):  # each character is one of the folded text
        pattern = _PLAIN_WORD if folded.isascii() else _WORD
        for found in pattern.finditer(folded):
            yield Word(found[0], start + found.start(), start + found.end())
        return
    for found in _WORD.finditer(folded):
        first, last = places[found.start()], places[found.end() - 1]
        yield Word(found[0], start + first, start + end_of(text, last))


def spelt_words(text: str) -> list[str]:
    """The words as they are written."""
    return _WORD.findall(text)

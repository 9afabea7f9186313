"""Words without a place between two words that have one: with which line do they stand?

A few stand with the line before them; those that open a paragraph, with the line after them.
Many, and whole paragraphs, stand alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from library.model.document import ParagraphRole, Version

_MANY = 6  # words
_LONGEST = 1500  # code points that stand alone as one

_BLANK_LINE = re.compile(r"\n\n+")
_BLANK = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Gap:
    """Up to `before`, words stand with the line before; from `after`, with the line after.

    What lies between stands alone.
    """

    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Alone:
    """`text[start:end]` stands alone; `marker` where it says that a page begins."""

    start: int
    end: int
    marker: bool = False


class Gaps:
    """Knows the paragraphs of a text."""

    def __init__(self, version: Version) -> None:
        self._text = text = version.text
        known = [(p.start, p.end, p.role) for p in version.paragraphs] or list(_found(text))
        written = [(start, role) for start, end, role in known if text[start:end].strip()]
        self._starts = [start for start, _ in written]
        self._markers = {start for start, role in written if role is ParagraphRole.PAGE_MARKER}

    def opens_paragraph(self, at: int) -> bool:
        return self._starts[bisect_left(self._starts, at) :][:1] == [at]

    def word_start(self, at: int, least: int) -> int:
        """Where the characters begin that cling to a word from before it."""
        while at > least and not self._text[at - 1].isspace():
            at -= 1
        return at

    def word_end(self, at: int, most: int) -> int:
        """Where the characters end that cling to a word."""
        while at < most and not self._text[at].isspace():
            at += 1
        return at

    def between(self, start: int, end: int) -> Gap:
        """What to do with `text[start:end]`, which has no place.

        `start` is the end of a word, or of nothing; `end` the start of one, or the text's end.
        """
        is_first, is_last = start == 0, end == len(self._text)
        if not self._text[start:end].strip():
            return Gap(start, start) if is_first else Gap(end, end)
        begins = self._starts[bisect_left(self._starts, start) : bisect_right(self._starts, end)]
        if is_first:
            begins = [0, *begins[1:]]
        if not begins:
            return Gap(start if self._has_many(start, end) else end, end)
        before, after = begins[0], begins[-1]
        if is_last or after in self._markers or self._has_many(after, end):
            after = end
        return Gap(start if self._has_many(start, before) else before, after)

    def alone(self, start: int, end: int) -> list[Alone]:
        """What stands alone, paragraph by paragraph, no more at once than can be set at once."""
        first, last = bisect_right(self._starts, start), bisect_left(self._starts, end)
        edges = [start, *self._starts[first:last], end]
        return [part for edge in pairwise(edges) for part in self._parts(*edge)]

    def _has_many(self, start: int, end: int) -> bool:
        return len(self._text[start:end].split(maxsplit=_MANY)) >= _MANY

    def _parts(self, start: int, end: int) -> Iterator[Alone]:
        marker = start in self._markers
        while end - start > _LONGEST:
            blank = _BLANK.search(self._text, start + _LONGEST, end)
            cut = min(blank.end() if blank else end, start + 2 * _LONGEST)
            yield Alone(start, cut, marker)
            start = cut
        if start < end:
            yield Alone(start, end, marker)


def _found(text: str) -> Iterator[tuple[int, int, ParagraphRole]]:
    """The paragraphs of a text that does not tell them."""
    start = 0
    for blank in _BLANK_LINE.finditer(text):
        yield start, blank.start(), ParagraphRole.BODY
        start = blank.end()
    yield start, len(text), ParagraphRole.BODY

"""A text cut into passages, each of which the index knows by itself.

Paragraphs stay whole as far as they are not too long, and short ones come together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Stretch = tuple[int, int]  # start and end, in code points

SHORT = 600  # code points
LONGEST = 3000  # a paragraph with more is cut, at white space where there is some
_BREAK = re.compile(r"\n\s*\n\s*")
_CUT = re.compile(rf"\S.{{0,{LONGEST - 1}}}(?=\s|\Z)|\S.{{0,{LONGEST - 1}}}", re.DOTALL)


def passages_of(text: str, short: int = SHORT) -> Iterator[Stretch]:
    """In order, without overlap; all but white space is in one of them.

    One that has `short` code points is not made longer.
    """
    start = end = 0
    for first, last in _paragraphs(text):
        if end > start and (end - start >= short or last - start > LONGEST * short // SHORT):
            yield start, end
            start = first
        elif end == start:
            start = first
        end = last
    if end > start:
        yield start, end


def _paragraphs(text: str) -> Iterator[Stretch]:
    for start, end in _whole_paragraphs(text):
        if end - start <= LONGEST:
            yield start, end
        else:
            yield from (cut.span() for cut in _CUT.finditer(text, start, end))


def _whole_paragraphs(text: str) -> Iterator[Stretch]:
    at, last = len(text) - len(text.lstrip()), len(text.rstrip())
    for found in _BREAK.finditer(text, at, last):
        yield at, found.start()
        at = found.end()
    if at < last:
        yield at, last

"""Words of a line that reach over each other, parted.  Loads no engine.

Where letters of two words touch, as they often do in Arabic print, Tesseract gives the ink
of both to one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from library.recognition.worker.seen import Seen

_Span = tuple[int, int]  # where a word begins and ends, along the direction of writing


def parted(seen: Sequence[Seen]) -> Iterator[Seen]:
    """The words, each ending where the next of its line begins, or before."""
    for _, line in groupby(seen, lambda word: word.line):
        yield from _line_parted(tuple(line))


def _line_parted(words: Sequence[Seen]) -> Iterator[Seen]:
    sign = 1 if _runs_to_the_right(words) else -1
    spans = [_turned((word.left, word.right), sign) for word in words]
    for k, (first, second) in enumerate(pairwise(words)):
        share = len(first.text) / (len(first.text) + len(second.text))
        spans[k], spans[k + 1] = _apart(spans[k], spans[k + 1], share)
    for word, span in zip(words, spans, strict=True):
        left, right = _turned(span, sign)
        yield replace(word, left=left, right=right)


def _runs_to_the_right(words: Sequence[Seen]) -> bool:
    """As most of its words do: numbers and foreign words may run otherwise."""
    middles = [word.left + word.right for word in words]
    return sum(1 if first <= second else -1 for first, second in pairwise(middles)) >= 0


def _turned(span: _Span, sign: int) -> _Span:
    return span if sign > 0 else (-span[1], -span[0])


def _apart(first: _Span, second: _Span, share: float) -> tuple[_Span, _Span]:
    """`share` is the part of the letters of both that the first has."""
    (begin, end), (next_begin, next_end) = first, second
    if next_begin >= end:
        return first, second
    if next_begin <= begin:  # the second reaches over the whole of the first
        cut = end
    elif next_end <= end:  # the first over the whole of the second
        cut = next_begin
    else:
        likely = round(begin + share * (next_end - begin))
        cut = min(max(likely, next_begin), end)
    if begin < cut < next_end:
        return (begin, min(end, cut)), (max(next_begin, cut), next_end)
    return first, second  # they do not stand in the order in which they are read

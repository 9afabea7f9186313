"""Words that letters alone do not join, by their place between words that are joined.

A mark without letters (“(”, “&”), or a word that was misread altogether, is joined with the
scan word that stands in its place, where as many are left on the scan as in the text and
their widths fit.  Where that does not hold, the lines are known and no more: a hint.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from rapidfuzz.distance import Levenshtein

from library.alignment.joined_words import Found, Joins, Scan
from library.alignment.normalising import plain
from library.model.link import LinkKind

_MOST = 4  # words filled at once
_MOST_HINTED = 8
_NEAR = 40  # scan words between the two that are joined
_MOST_LINES = 3
_HINT = 0.6  # the most that a line is worth
_WIDTH = 2.5  # times wider or narrower than its letters would be

Gap = tuple[int, int]  # the joined words before and after the words that are not


def fill(joins: Joins, scan: Scan, words: Sequence[str]) -> None:
    """Join words with the scan words that are left over in the same place."""
    for before, after in list(gaps_between(joins)):
        first, last = joins[before], joins[after]
        if first is None or last is None or after - before - 1 > _MOST:
            continue
        left = list(range(first.words[-1] + 1, last.words[0]))
        lines = {int(scan.lines[first.words[-1]]), int(scan.lines[last.words[0]])}
        if len(left) > 2 * _MOST:
            continue
        left = [word for word in left if int(scan.lines[word]) in lines]
        if len(left) != after - before - 1:
            continue
        pitch = _pitch(scan, (*first.words, *last.words))
        for word, theirs in zip(range(before + 1, after), left, strict=True):
            if _fits(scan, theirs, len(words[word]), pitch):
                joins[word] = _filled(first, last, scan, theirs, words[word])


def hint(joins: Joins, scan: Scan) -> dict[int, tuple[list[int], float]]:
    """For words without a place: a scan word of each line on which they may be, and how sure."""
    hints = {}
    for before, after in gaps_between(joins):
        first, last = joins[before], joins[after]
        if first is None or last is None or after - before - 1 > _MOST_HINTED:
            continue
        begin, end = first.words[-1], last.words[0]
        sure = min(first.certainty, last.certainty)
        if not 0 < end - begin <= _NEAR or scan.pages[begin] != scan.pages[end] or sure < 0.5:
            continue
        _, at = np.unique(scan.lines[begin : end + 1], return_index=True)
        if len(at) <= _MOST_LINES:
            where = [begin + int(place) for place in sorted(at)]
            hints.update(dict.fromkeys(range(before + 1, after), (where, min(_HINT, sure))))
    return hints


def gaps_between(joins: Joins) -> Iterator[Gap]:
    before = None
    for here, found in enumerate(joins):
        if found is not None:
            if before is not None and here - before > 1:
                yield before, here
            before = here


def _pitch(scan: Scan, around: Sequence[int]) -> float:
    """The width of a character, from the words around."""
    widths = [
        (scan.boxes[word, 2] - scan.boxes[word, 0]) / max(len(scan.words[word].text), 1)
        for word in around
    ]
    return float(np.median(widths))


def _fits(scan: Scan, word: int, length: int, pitch: float) -> bool:
    width = float(scan.boxes[word, 2] - scan.boxes[word, 0])
    return length * pitch / _WIDTH <= width <= length * pitch * _WIDTH


def _filled(first: Found, last: Found, scan: Scan, theirs: int, word: str) -> Found:
    other = scan.words[theirs].text
    alike = Levenshtein.normalized_similarity(plain(word) or word, plain(other) or other)
    sure = min(first.certainty, last.certainty) * (0.5 + 0.45 * alike)
    return Found([theirs], [(0.0, 1.0)], alike, LinkKind.WORD, sure)

"""What an engine reads for the characters of a document: for its type, or its hand.

Counted in the words that are joined, and believed the more the more there are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import Levenshtein

from library.alignment.laying.glyphs import glyphs

_PRIOR = 4.0  # characters that what is believed of any document counts for
_RIGHT = 0.9


class Misreadings:
    def __init__(self, joined: Iterable[tuple[str, str]] = ()) -> None:
        """`joined`: words of the text, each with what was read for it."""
        self._counts: dict[str, Counter[str]] = {}
        for word, other in joined:
            for true, read in _pairs(glyphs(word), glyphs(other)):
                self._counts.setdefault(true, Counter())[read] += 1

    def chances(self, true: str) -> dict[str, float]:
        """The glyphs that are read for this one, and how often."""
        counts = self._counts.get(true, Counter())
        total = counts.total() + _PRIOR
        believed = {true: _RIGHT}
        again = {read for read, times in counts.items() if times > 1}
        return {
            read: (counts[read] + _PRIOR * believed.get(read, 0.0)) / total
            for read in {*believed, *again}
        }


def _pairs(word: str, other: str) -> Iterator[tuple[str, str]]:
    for step in Levenshtein.opcodes(word, other):
        ours = word[step.src_start : step.src_end]
        theirs = other[step.dest_start : step.dest_end]
        if len(ours) == len(theirs):
            yield from zip(ours, theirs, strict=True)

"""Where what is looked for stands in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from library.searching.query import Leaf, Near, Words
from library.searching.words import Word

Place = tuple[int, int]  # start and end, in code points of the exact text
_Run = tuple[int, int]  # the first and the last word


def places_of(leaves: Iterable[Leaf], words: Sequence[Word]) -> list[Place]:
    """Each place once, in order."""
    runs = {run for leaf in leaves for run in _runs(leaf, words)}
    return sorted({(words[first].start, words[last].end) for first, last in runs})


def _runs(leaf: Leaf, words: Sequence[Word]) -> Iterator[_Run]:
    return _runs_of_words(leaf, words) if isinstance(leaf, Words) else _clumps(leaf, words)


def _runs_of_words(leaf: Words, words: Sequence[Word]) -> Iterator[_Run]:
    *whole, last = leaf.tokens
    for first in range(len(words) - len(whole)):
        end = first + len(whole)
        text = words[end].text
        if (text.startswith(last) if leaf.begins else text == last) and all(
            words[first + at].text == token for at, token in enumerate(whole)
        ):
            yield first, end


def _clumps(near: Near, words: Sequence[Word]) -> Iterator[_Run]:
    """For each place of the first part, the nearest of the others, where all are near enough."""
    first, *others = ([*_runs_of_words(part, words)] for part in near.parts)
    for run in first:
        clump = [run, *(_nearest(run, runs) for runs in others if runs)]
        left, right = min(clump), max(clump)
        if len(clump) == len(near.parts) and right[0] - left[1] - 1 <= near.distance:
            yield left[0], max(each[1] for each in clump)


def _nearest(run: _Run, runs: Sequence[_Run]) -> _Run:
    return min(runs, key=lambda other: max(other[0] - run[1], run[0] - other[1]))

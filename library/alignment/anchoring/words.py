"""Words of an old and a new text that stand for each other, in order.

Found as in patience diff (Cohen 2003): rows of words that either text has but once are
fixed points, and between them shorter rows are looked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from library.alignment.anchoring.blocks import Block, Stretch, in_order

_ROWS = 5, 2, 1  # words in a row that must stand only once on either side
_ALONE = 60  # words between two fixed points, up to which a word alone may be one
_IDEOGRAPH = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"  # written without spaces
WORD = re.compile(rf"[{_IDEOGRAPH}]|[^\W{_IDEOGRAPH}]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Words:
    """Words and marks in order, with the place of each; borders are words that match none."""

    words: list[str]
    starts: list[int]


def words_of(text: str, stretches: Iterable[Stretch], side: str) -> Words:
    """Those of some stretches of a text; `side` tells its borders from those of the other."""
    words, starts = [], []
    for nth, (start, end) in enumerate(stretches):
        for found in WORD.finditer(text, start, end):
            words.append(found[0])
            starts.append(found.start())
        words.append(f"\n{side}{nth}")
        starts.append(end)
    return Words(words, starts)


def equal_words(old: Words, new: Words) -> Iterator[Block]:
    """The words that both have, one block each, in the order of both."""
    for here, there, count in _rows(old.words, new.words):
        for nth in range(count):
            word = old.words[here + nth]
            yield Block(old.starts[here + nth], new.starts[there + nth], len(word))


def _rows(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Equal rows: number of the first word in old and in new, and how many."""
    waiting = [(0, len(old), 0, len(new), 0)]
    while waiting:
        start, end, new_start, new_end, step = waiting.pop()
        same = _same(old, new, (start, end), (new_start, new_end), 1)
        yield start, new_start, same
        start, new_start = start + same, new_start + same
        same = _same(old, new, (start, end), (new_start, new_end), -1)
        end, new_end = end - same, new_end - same
        yield end, new_end, same
        if start == end or new_start == new_end or step == len(_ROWS):
            continue
        size = _ROWS[step]
        if size == 1 and max(end - start, new_end - new_start) > _ALONE:
            continue
        points = _fixed_points(old, new, (start, end), (new_start, new_end), size)
        for point in points:
            waiting.append((start, point.old, new_start, point.new, step + 1))
            start, new_start = point.old, point.new
        waiting.append((start, end, new_start, new_end, step + 1))


def _fixed_points(
    old: Sequence[str], new: Sequence[str], within: Stretch, new_within: Stretch, size: int
) -> list[Block]:
    """Where rows of so many words begin that stand once on either side."""
    here, there = _once(old, *within, size), _once(new, *new_within, size)
    shared = (Block(at, there[row], size) for row, at in here.items() if row in there)
    return in_order(sorted(shared))


def _once(words: Sequence[str], start: int, end: int, size: int) -> dict[tuple[str, ...], int]:
    found: dict[tuple[str, ...], int] = {}
    several = set()
    rows = zip(*(words[start + nth : end] for nth in range(size)), strict=False)
    for at, row in enumerate(rows, start):
        if row in found:
            several.add(row)
        found[row] = at
    return {row: at for row, at in found.items() if row not in several}


def _same(
    old: Sequence[str], new: Sequence[str], within: Stretch, new_within: Stretch, step: int
) -> int:
    """How many words are the same from the start on, or with `step` -1 back from the end."""
    here, there = (within[0], new_within[0]) if step > 0 else (within[1] - 1, new_within[1] - 1)
    most = min(within[1] - within[0], new_within[1] - new_within[0])
    for count in range(most):
        if old[here + count * step] != new[there + count * step]:
            return count
    return most

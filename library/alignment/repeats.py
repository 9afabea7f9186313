"""Repeated text, and stray islands: links that their neighbours must vouch for.

Text that stands several times on the scan or in the transcript could be joined the wrong
way round; it is trusted only where unique words before or after continue on the same spot.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from library.alignment.joined_words import Joins, Scan, linked
from library.alignment.normalising import Flags, Ints, Stream
from library.alignment.seeding import hashes

_K = 14
_UNVOUCHED = 0.45  # the most that repeated text is worth on its own
_FLANK = 12  # words looked at on either side
_VOUCHERS = 4  # unique words that must continue there
_FEWEST = 5  # words of an island
_FEWEST_CHARACTERS = 22
_IN_COMMON = 0.2  # of the letters, by certainty, of what is shorter: text or scan


def distrust_repeats(joins: Joins, scan: Scan, text: Stream) -> None:
    """Lower the certainty of repeated text that no unique neighbour continues."""
    words = linked(joins)
    founds = [found for found in joins if found]
    in_text, in_scan = _repeated(text), _repeated(scan.stream)
    repeated = np.array(
        [
            in_text[word] or any(in_scan[theirs] for theirs in found.words)
            for word, found in zip(words, founds, strict=True)
        ],
        bool,
    )
    spots = [(found.words[0], found.words[-1]) for found in founds]
    for begin, end in _runs(words, repeated):
        if end - begin >= 3 and not (
            _vouched(words, spots, repeated, begin, -1) or _vouched(words, spots, repeated, end, 1)
        ):
            for found in founds[begin : end + 1]:
                found.certainty = min(found.certainty, _UNVOUCHED)


def _repeated(stream: Stream) -> Flags:
    """The words of which most characters lie in strings that stand there more than once."""
    hashed = hashes(stream.codes, _K)
    _, which, count = np.unique(hashed, return_inverse=True, return_counts=True)
    begins = np.flatnonzero(count[which] > 1)
    steps = np.zeros(len(stream.codes) + 1, np.int64)
    np.add.at(steps, begins, 1)
    np.add.at(steps, begins + _K, -1)
    inside = np.cumsum(steps[:-1]) > 0
    repeated = np.bincount(stream.owner, inside, minlength=len(stream.lengths))
    most: Flags = repeated > 0.5 * stream.lengths
    return most


def _runs(words: Ints, repeated: Flags) -> list[tuple[int, int]]:
    """First and last of the links in each run of repeated text, small holes allowed."""
    runs: list[tuple[int, int]] = []
    for here in np.flatnonzero(repeated).tolist():
        if runs and here - runs[-1][1] <= 6 and words[here] - words[runs[-1][1]] <= 12:
            runs[-1] = runs[-1][0], here
        else:
            runs.append((here, here))
    return runs


def _vouched(
    words: Ints, spots: list[tuple[int, int]], repeated: Flags, edge: int, step: int
) -> bool:
    """Whether enough unique words beyond the edge continue on the same spot of the scan."""
    vouchers, before = 0, edge
    for here in range(edge + step, edge + step * (_FLANK + 1), step):
        if not 0 <= here < len(words) or abs(words[here] - words[before]) > 6:
            break
        first, second = sorted((here, before))
        if not -1 <= spots[second][0] - spots[first][1] <= 8:
            break
        vouchers += not repeated[here]
        before = here
    return vouchers >= _VOUCHERS


def drop_islands(joins: Joins, lengths: Ints) -> None:
    """Take away links that do not stand in a run: they come from a foreign text, or chance."""
    islands = _islands(joins)
    sizes = [_size(joins, lengths, island) for island in islands]
    shared = list(sizes)
    for nth, (one, other) in enumerate(pairwise(islands)):
        if _continues(joins, one[-1], other[0]):
            shared[nth] = _sum(shared[nth], sizes[nth + 1])
            shared[nth + 1] = _sum(shared[nth + 1], sizes[nth])
    for island, (words, characters) in zip(islands, shared, strict=True):
        if words < _FEWEST or characters < _FEWEST_CHARACTERS:
            for word in island:
                joins[word] = None


def drop_foreign(joins: Joins, scan: Scan, text: Stream) -> None:
    """Take away all links where text and scan have little in common: a translation, say.

    Names and numbers stand in both, but tell nothing of the words between them.
    """
    linked_letters = sum(
        found.certainty * length
        for found, length in zip(joins, text.lengths.tolist(), strict=True)
        if found
    )
    if linked_letters < _IN_COMMON * min(len(text.text), len(scan.stream.text)):
        joins[:] = [None] * len(joins)


Size = tuple[int, float]  # words, and characters by certainty


def _sum(one: Size, other: Size) -> Size:
    return one[0] + other[0], one[1] + other[1]


def _islands(joins: Joins) -> list[list[int]]:
    islands: list[list[int]] = []
    for word in linked(joins).tolist():
        if islands and _follows(joins, islands[-1][-1], word):
            islands[-1].append(word)
        else:
            islands.append([word])
    return islands


def _size(joins: Joins, lengths: Ints, island: list[int]) -> Size:
    certainties = ((joins[word], lengths[word]) for word in island)
    return len(island), sum(found.certainty * float(size) for found, size in certainties if found)


def _steps(joins: Joins, word: int, other: int) -> tuple[int, int]:
    """How far the words lie from each other, in the text and on the scan."""
    first, second = joins[word], joins[other]
    if first is None or second is None:
        raise ValueError("Only linked words have a place.")
    return other - word, second.words[0] - first.words[-1]


def _follows(joins: Joins, word: int, other: int) -> bool:
    along, on_scan = _steps(joins, word, other)
    return along <= 6 and -1 <= on_scan <= along + 8


def _continues(joins: Joins, word: int, other: int) -> bool:
    """Whether an island goes on after a moderate hole on both sides."""
    along, on_scan = _steps(joins, word, other)
    return along <= 40 and 0 < on_scan <= 60 and abs(on_scan - along) <= 20

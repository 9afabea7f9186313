"""How alike texts are, by their words in threes; told from short sketches of them.

MinHash (Broder 1997): of each of many orders of all threes the first that a text has.  Two
texts have the same first in the share of orders in which they have threes in common (Jaccard).
Sketches that agree in one of their bands (Leskovec, Rajaraman and Ullman, chapter 3) are worth
being compared, so that not every text need be compared with every other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Sketch = NDArray[np.uint32]  # `_BANDS * _ROWS` long
Band = tuple[int, bytes]

_BANDS, _ROWS = 32, 3  # half of the threes in common: compared in 98 of 100
_RUN = 3  # words
FEWEST = 12  # words of a text that is compared at all

_DICE = np.random.default_rng(1838)
_MIXES = _DICE.integers(0, 2**64, _BANDS * _ROWS, np.uint64)
_FACTORS = _DICE.integers(0, 2**64, _BANDS * _ROWS, np.uint64) | np.uint64(1)
_PLACES = _DICE.integers(0, 2**64, _RUN, np.uint64) | np.uint64(1)
_HALF = np.uint64(32)


def sketch_of(words: Sequence[str]) -> Sketch | None:
    """Of the folded words of a text; None where there are too few."""
    if len(words) < FEWEST:
        return None
    marks = np.fromiter((crc32(word.encode()) for word in words), np.uint64, len(words))
    runs = np.zeros(len(words) - _RUN + 1, np.uint64)
    for nth, factor in enumerate(_PLACES):
        runs = (runs ^ (runs >> _HALF)) * factor + marks[nth : nth + len(runs)]
    runs = np.unique(runs * _PLACES[0])
    firsts = (
        ((runs ^ mix) * factor >> _HALF).min() for mix, factor in zip(_MIXES, _FACTORS, strict=True)
    )
    return np.fromiter(firsts, np.uint32, len(_MIXES))


def bands_of(sketch: Sketch) -> Iterator[Band]:
    """Parts of the sketch, one of which those of like texts have in common."""
    for nth in range(_BANDS):
        yield nth, sketch[nth * _ROWS : (nth + 1) * _ROWS].tobytes()


def likeness(one: Sketch, other: Sketch) -> float:
    """The share (0..1) of their threes of words that the texts have in common, about."""
    return float(np.count_nonzero(one == other)) / len(one)

"""Short strings that scan and text share: where an alignment may begin.

A seed is a k-mer, k characters that stand at `scan` in the one stream and at `text` in the
other.  Rare ones tell most; those that stand in many places are left out.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from library.alignment.normalising import Ints

_MIX = np.uint64(0x9E3779B97F4A7C15)
_SPREAD = np.uint64(0xBF58476D1CE4E5B9)


@dataclass(frozen=True, eq=False)
class Matches:
    """Equal stretches: `length` characters from `scan` and from `text` on."""

    scan: Ints
    text: Ints
    length: Ints

    def __len__(self) -> int:
        return len(self.scan)

    def at(self, which: Ints | slice) -> Matches:
        return Matches(self.scan[which], self.text[which], self.length[which])


def hashes(codes: NDArray[np.uint64], k: int) -> NDArray[np.uint64]:
    """A number for the k characters from each place on; equal strings have equal numbers."""
    count = max(len(codes) - k + 1, 0)
    mixed = np.zeros(count, np.uint64)
    for step in range(k):
        mixed = mixed * _MIX + codes[step : step + count] * _SPREAD
    mixed ^= mixed >> np.uint64(29)
    mixed *= _MIX
    mixed ^= mixed >> np.uint64(32)
    return mixed


class Index:
    """Where in a text its k-mers stand, sorted once for many look-ups."""

    def __init__(self, codes: NDArray[np.uint64], k: int) -> None:
        hashed = hashes(codes, k)
        self._k = k
        self._order = np.argsort(hashed, kind="stable")
        self._hashes = hashed[self._order]

    def seeds(self, scan: NDArray[np.uint64], most: int) -> tuple[Ints, Ints]:
        """Where both have the same k-mer, if the text has it `most` times at most."""
        wanted = hashes(scan, self._k)
        low = np.searchsorted(self._hashes, wanted, "left")
        count = np.searchsorted(self._hashes, wanted, "right") - low
        rare = np.flatnonzero((count > 0) & (count <= most))
        low, count = low[rare], count[rare]
        places = np.repeat(rare, count)
        nth = np.arange(len(places)) - np.repeat(np.cumsum(count) - count, count)
        return places, self._order[np.repeat(low, count) + nth]


def exact_matches(scan: Ints, text: Ints, k: int) -> Matches:
    """Seeds that overlap on one diagonal, as one match each."""
    diagonal = text - scan
    order = np.lexsort((scan, diagonal))
    scan, diagonal = scan[order], diagonal[order]
    breaks = np.flatnonzero((np.diff(diagonal) != 0) | (np.diff(scan) > 1)) + 1
    first = np.concatenate([[0], breaks]).astype(np.int64)
    last = np.concatenate([breaks, [len(scan)]]).astype(np.int64) - 1
    if not len(scan):
        return Matches(scan, scan, scan)
    begin = scan[first]
    return Matches(begin, begin + diagonal[first], scan[last] - begin + k)

"""Numbers, names and words that two texts have in common, and in which paragraphs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from library.alignment.normalising import Floats, Ints
from library.alignment.translation.band import Band, Bead

Found = Sequence[Collection[str]]  # the traits of each paragraph of a text
Weights = Mapping[str, float]
Matches = Mapping[str, Weights]  # for a trait of the first text, those of the second it may be


@dataclass(frozen=True)
class SharedTraits:
    """Traits of one kind, of two texts, and which are the same.

    `weights` say for each text what a trait tells that one side alone has.
    """

    first: Found
    second: Found
    matches: Matches
    weights: tuple[Weights, Weights]

    def shared(self, bead: Bead, band: Band) -> Floats:
        """The weight of the traits that both sides of each bead have, where the bead ends."""
        table = np.zeros(band.cells.shape)
        best = np.zeros(len(self.second) + 1)
        for trait in sorted(self.matches):  # the same sums each time, to the last bit
            best[:] = 0.0
            for other, weight in self.matches[trait].items():
                ends = _ends(self._columns[other], bead[1], len(self.second))
                best[ends] = np.maximum(best[ends], weight)
            columns = np.flatnonzero(best)
            ends = _ends(self._rows[trait], bead[0], len(self.first))
            band.add(table, ends, columns, best[columns])
        return table

    def lone(self, bead: Bead, band: Band, shared: Floats) -> Floats:
        """The weight of the traits that one side alone has, though the other might."""
        ours = _summed(self.first, self.weights[0], bead[0])
        theirs = _summed(self.second, self.weights[1], bead[1])
        return ours[:, None] + theirs[band.cells] - 2 * shared

    def unique(self) -> Iterator[tuple[int, int]]:
        """The two paragraphs of each trait that stands once, and alone, in either text."""
        for trait, others in self.matches.items():
            columns = [column for other in others for column in self._columns[other]]
            if len(self._rows[trait]) == len(columns) == 1:
                yield self._rows[trait][0], columns[0]

    @cached_property
    def _rows(self) -> Mapping[str, list[int]]:
        return _places(self.first)

    @cached_property
    def _columns(self) -> Mapping[str, list[int]]:
        return _places(self.second)


def _places(found: Found) -> Mapping[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for nth, traits in enumerate(found):
        for trait in traits:
            places[trait].append(nth)
    return places


def _ends(places: Sequence[int], count: int, last: int) -> Ints:
    """Where, up to `last`, runs of `count` paragraphs may end that hold one of these."""
    ends = np.unique(np.add.outer(np.array(places), np.arange(1, count + 1)))
    return ends[ends <= last]


def _summed(found: Found, weights: Weights, count: int) -> Floats:
    """For each place, the weight of all traits of the `count` paragraphs that end there."""
    sums = np.zeros(len(found) + 1)
    for end in range(count, len(sums)):
        distinct = {trait for traits in found[end - count : end] for trait in traits}
        sums[end] = sum(weights.get(trait, 0.0) for trait in distinct)
    return sums

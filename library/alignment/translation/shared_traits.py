"""Numbers, names and words of two texts that are the same, or nearly so, and where they stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

import numpy as np
from rapidfuzz.distance import Levenshtein, Prefix

from library.alignment.normalising import Floats, Ints
from library.alignment.translation.band import Band, Bead

Traits = Sequence[Collection[str]]  # of each paragraph
Weighted = tuple[str, float]  # a trait of the second text, and what it tells


@dataclass(frozen=True)
class Likeness:
    """How alike two words must be to count as one."""

    least: float  # of the letters, in order
    start: int  # or so many letters at the start, and most of the longer word
    most: float = 0.6

    def between(self, word: str, other: str) -> float:
        """0 to 1; 0 where they are not alike."""
        likeness = Levenshtein.normalized_similarity(word, other)
        start = Prefix.similarity(word, other)
        same_start = start >= self.start and start >= self.most * max(len(word), len(other))
        return likeness if likeness >= self.least or same_start else 0.0


@dataclass(frozen=True)
class SharedTraits:
    """Traits of one kind, of two texts; without a likeness only the very same match."""

    first: Traits
    second: Traits
    likeness: Likeness | None = None

    def shared(self, bead: Bead, band: Band) -> Floats:
        """The weight of the traits that both sides of each bead have, where the bead ends."""
        table = np.zeros(band.cells.shape)
        best = np.zeros(len(self.second) + 1)
        for trait, rows in self._rows.items():
            best[:] = 0.0
            for other, weight in self._matches.get(trait, ()):
                ends = _ends(self._columns[other], bead[1], len(self.second))
                best[ends] = np.maximum(best[ends], weight)
            if len(columns := np.flatnonzero(best)):
                ends = _ends(rows, bead[0], len(self.first))
                band.add(table, ends, columns, best[columns])
        return table

    def lone(self, bead: Bead, band: Band, shared: Floats) -> Floats:
        """The weight of the traits that one side alone has, though the other might."""
        ours = _weights(self.first, self._own_weights[0], bead[0])
        theirs = _weights(self.second, self._own_weights[1], bead[1])
        return ours[:, None] + theirs[band.cells] - 2 * shared

    def unique(self) -> Iterator[tuple[int, int]]:
        """The two paragraphs of each trait that stands once, and alone, in either text."""
        for trait, others in self._matches.items():
            columns = self._columns[others[0][0]]
            if len(self._rows[trait]) == len(others) == len(columns) == 1:
                yield self._rows[trait][0], columns[0]

    @cached_property
    def _rows(self) -> Mapping[str, list[int]]:
        return _places(self.first)

    @cached_property
    def _columns(self) -> Mapping[str, list[int]]:
        return _places(self.second)

    @cached_property
    def _rarity(self) -> Mapping[str, float]:
        """Of each trait, the logarithm of one in how many paragraphs has it."""
        counts = Counter(trait for traits in (*self.first, *self.second) for trait in traits)
        total = len(self.first) + len(self.second)
        return {trait: log(total / count) for trait, count in counts.items()}

    @cached_property
    def _matches(self) -> Mapping[str, Sequence[Weighted]]:
        if self.likeness is None:
            both = self._rows.keys() & self._columns.keys()
            return {trait: [(trait, self._rarity[trait])] for trait in both}
        by_start: dict[str, list[str]] = defaultdict(list)
        for word in self._columns:
            by_start[_start(word)].append(word)
        found = {word: self._alike(word, by_start.get(_start(word), ())) for word in self._rows}
        return {word: others for word, others in found.items() if others}

    def _alike(self, word: str, others: Iterable[str]) -> Sequence[Weighted]:
        if self.likeness is None:
            return ()
        return [
            (other, likeness * min(self._rarity[word], self._rarity[other]))
            for other in others
            if (likeness := self.likeness.between(word, other))
        ]

    @cached_property
    def _own_weights(self) -> tuple[Mapping[str, float], Mapping[str, float]]:
        """What each trait of either text would tell if it were shared."""
        if self.likeness is None:
            return self._rarity, self._rarity
        ours: dict[str, float] = {}
        theirs: dict[str, float] = {}
        for word, others in self._matches.items():
            for other, weight in others:
                ours[word] = max(ours.get(word, 0.0), weight)
                theirs[other] = max(theirs.get(other, 0.0), weight)
        return ours, theirs


def _start(word: str) -> str:
    """What words that are alike begin with; Russian writes Hitler with a G."""
    return word[:2].replace("g", "h")


def _places(traits: Traits) -> Mapping[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for nth, some in enumerate(traits):
        for trait in some:
            places[trait].append(nth)
    return places


def _ends(places: Sequence[int], count: int, last: int) -> Ints:
    """Where, up to `last`, runs of `count` paragraphs may end that hold one of these."""
    ends = np.unique(np.add.outer(np.array(places), np.arange(1, count + 1)))
    return ends[ends <= last]


def _weights(traits: Traits, weights: Mapping[str, float], count: int) -> Floats:
    """For each place, the weight of all traits of the `count` paragraphs that end there."""
    sums = np.zeros(len(traits) + 1)
    for end in range(count, len(sums)):
        distinct = {trait for some in traits[end - count : end] for trait in some}
        sums[end] = sum(weights.get(trait, 0.0) for trait in distinct)
    return sums

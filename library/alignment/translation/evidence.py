"""What speaks for paragraphs belonging together: shared numbers, names, cognates and marks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

import numpy as np
from rapidfuzz.distance import Levenshtein, Prefix

from library.alignment.normalising import Floats, Ints
from library.alignment.translation.band import Band
from library.alignment.translation.traits import MARKS, Traits

_NUMBER, _NAME, _WORD, _MARK, _LIST = 1.0, 1.0, 0.6, 0.35, 2.0  # weights
_MISSING = 0.3  # of a number's weight, where one side alone has it

Weighted = list[tuple[str, float]]


@dataclass(frozen=True, eq=False)
class Evidence:
    """The traits of the paragraphs of two texts."""

    first: Sequence[Traits]
    second: Sequence[Traits]

    def table(self, bead: tuple[int, int], band: Band) -> Floats:
        """How much speaks for each bead of this kind, at the cell where it ends."""
        table = np.zeros(band.cells.shape)
        self._add_numbers(table, bead, band)
        for key in ("names", "words"):
            self._add_fuzzy(table, bead, band, key)
        self._add_marks(table, bead, band)
        return table

    def _add_numbers(self, table: Floats, bead: tuple[int, int], band: Band) -> None:
        ours, theirs = _rows(self.first, "numbers"), _rows(self.second, "numbers")
        for number, rows in ours.items():
            if number in theirs:
                weight = (_NUMBER + 2 * _MISSING) * self._rarity[number]
                _add(
                    table,
                    band,
                    _ends(rows, bead[0], len(self.first)),
                    _ends(theirs[number], bead[1], len(self.second)),
                    weight,
                )
        table -= _MISSING * self._numbers(self.first, bead[0])[:, None]
        table -= _MISSING * self._numbers(self.second, bead[1])[band.cells]

    def _numbers(self, texts: Sequence[Traits], count: int) -> Floats:
        """The weight of all numbers in the `count` paragraphs that end at each place."""
        weights = np.zeros(len(texts) + 1)
        for end in range(count, len(texts) + 1):
            numbers = frozenset[str]().union(*(t.numbers for t in texts[end - count : end]))
            weights[end] = sum(self._rarity[number] for number in numbers)
        return weights

    def _add_fuzzy(self, table: Floats, bead: tuple[int, int], band: Band, key: str) -> None:
        ours, theirs = _rows(self.first, key), _rows(self.second, key)
        for word, rows in ours.items():
            best = np.zeros(len(self.second) + 1)
            for other, weight in self._alike[key].get(word, ()):
                ends = _ends(theirs[other], bead[1], len(self.second))
                best[ends] = np.maximum(best[ends], weight)
            columns = np.flatnonzero(best)
            if len(columns):
                _add(table, band, _ends(rows, bead[0], len(self.first)), columns, best[columns])

    def _add_marks(self, table: Floats, bead: tuple[int, int], band: Band) -> None:
        for nth in range(len(MARKS)):
            ours = _sums([each.marks[nth] for each in self.first], bead[0])
            theirs = _sums([each.marks[nth] for each in self.second], bead[1])
            shared = np.minimum(ours[:, None], theirs[band.cells])
            table += _MARK * self._rarity[MARKS[nth]] * shared
        self._add_list_marks(table, bead, band)

    def _add_list_marks(self, table: Floats, bead: tuple[int, int], band: Band) -> None:
        ours, theirs = _rows(self.first, "list_mark"), _rows(self.second, "list_mark")
        for mark, rows in ours.items():
            if mark in theirs:
                ends, their_ends = np.array(rows) + bead[0], np.array(theirs[mark]) + bead[1]
                inside = ends[ends < len(table)], their_ends[their_ends <= band.columns]
                _add(table, band, *inside, _LIST * self._rarity[f"list {mark}"])

    @cached_property
    def _rarity(self) -> dict[str, float]:
        """Of each trait, the logarithm of one in how many paragraphs has it."""
        counts: Counter[str] = Counter()
        texts = [*self.first, *self.second]
        for text in texts:
            counts.update(text.numbers | text.names | text.words)
            counts.update(mark for mark, many in zip(MARKS, text.marks, strict=True) if many)
            counts.update([f"list {text.list_mark}"] if text.list_mark else ())
        return defaultdict(float, {key: log(len(texts) / n) for key, n in counts.items()})

    @cached_property
    def _alike(self) -> Mapping[str, Mapping[str, Weighted]]:
        """For each name and word of the first text, those of the second that are alike."""
        return {
            "names": self._matches("names", _NAME, 0.7, 5),
            "words": self._matches("words", _WORD, 0.8, 6),
        }

    def _matches(
        self, key: str, weight: float, least: float, shared: int
    ) -> Mapping[str, Weighted]:
        by_start: dict[str, list[str]] = defaultdict(list)
        for word in _rows(self.second, key):
            by_start[word[:2]].append(word)
        matches: dict[str, Weighted] = {}
        for word in _rows(self.first, key):
            found = [
                (other, weight * likeness * min(self._rarity[word], self._rarity[other]))
                for other in by_start.get(word[:2], ())
                if (likeness := _likeness(word, other, least, shared))
            ]
            if found:
                matches[word] = found
        return matches


def _likeness(word: str, other: str, least: float, shared: int) -> float:
    likeness = Levenshtein.normalized_similarity(word, other)
    start = Prefix.similarity(word, other)
    if likeness >= least or (start >= shared and start >= 0.6 * max(len(word), len(other))):
        return likeness
    return 0.0


def _rows(texts: Sequence[Traits], key: str) -> dict[str, list[int]]:
    """For each trait, the paragraphs that have it."""
    rows: dict[str, list[int]] = defaultdict(list)
    for nth, text in enumerate(texts):
        value = getattr(text, key)
        for trait in (value,) if isinstance(value, str) else value:
            if trait:
                rows[trait].append(nth)
    return rows


def _ends(rows: Sequence[int], count: int, last: int) -> Ints:
    """Where, up to `last`, runs of `count` paragraphs may end that hold one of these."""
    ends = np.unique(np.add.outer(np.array(rows), np.arange(1, count + 1)))
    return ends[ends <= last]


def _sums(counts: Sequence[int], count: int) -> Floats:
    sums = np.concatenate(([0.0], np.cumsum(counts, dtype=float)))
    together = np.zeros(len(sums))
    together[count:] = sums[count:] - sums[: len(sums) - count]
    return together


def _add(table: Floats, band: Band, rows: Ints, columns: Ints, weights: Floats | float) -> None:
    places = columns - band.starts[rows][:, None]
    inside = (places >= 0) & (places < band.width)
    at = np.broadcast_to(rows[:, None], places.shape)[inside], places[inside]
    table[at] += np.broadcast_to(weights, places.shape)[inside]

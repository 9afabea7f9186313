"""What speaks for and against paragraphs belonging together, as tables over a band.

Each table has a name; `scoring` says what it counts for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

import numpy as np

from library.alignment.normalising import Floats
from library.alignment.paging import longest_increasing
from library.alignment.translation.band import Band, Bead
from library.alignment.translation.lexicon import lexicon
from library.alignment.translation.matching import Likeness, alike, identical
from library.alignment.translation.shared_traits import Found, SharedTraits
from library.alignment.translation.traits import MARKS, Traits

_NAMES, _WORDS = Likeness(0.7, 5), Likeness(0.8, 6)
_MOST_MARKS = 6.0  # that marks count for
_MOST_TELLING = 1.5  # that an ending or a list mark counts for, however rare it is

Named = tuple[str, Floats]


@dataclass(frozen=True)
class Evidence:
    """The traits of the paragraphs of two texts."""

    first: Sequence[Traits]
    second: Sequence[Traits]

    def tables(self, bead: Bead, band: Band) -> Iterator[Named]:
        """Each kind of evidence, for the beads of this kind, at the cells where they end."""
        for name, kind in self._kinds.items():
            yield from told_by(name, kind, bead, band)
        yield from self._marks(bead, band)
        yield from self._sentences(bead, band)
        yield "goes on", self._goes_on(bead, band)
        yield from _compared(
            "ending",
            ["", *(traits.ending for traits in self.first)],
            ["", *(traits.ending for traits in self.second)],
            band,
        )
        ours, theirs = (
            _first([t.list_mark for t in texts], count)
            for texts, count in zip((self.first, self.second), bead, strict=True)
        )
        yield from _compared("list mark", ours, theirs, band)

    def lexicon(self, pairs: Sequence[tuple[int, int]]) -> SharedTraits | None:
        """The words of these pairs of paragraphs that seem to be translations."""
        return lexicon(*self._each(lambda traits: traits.names | traits.words), pairs)

    def landmarks(self, points: Sequence[tuple[int, int]] = ()) -> list[tuple[int, int]]:
        """Cells that the way goes by, in order: these points, and where paragraphs begin that
        have two traits in common which no others have.
        """
        counts = Counter(pair for kind in self._kinds.values() for pair in kind.unique())
        sure = [*points, *(pair for pair, count in counts.items() if count > 1)]
        return [(row, column) for column, row in longest_increasing([c[::-1] for c in sure])]

    @cached_property
    def _kinds(self) -> dict[str, SharedTraits]:
        return {
            "numbers": identical(*self._each(lambda traits: _long(traits.numbers))),
            "digits": identical(*self._each(lambda traits: traits.numbers - _long(traits.numbers))),
            "names": alike(*self._each(lambda traits: traits.names), _NAMES),
            "words": alike(*self._each(lambda traits: traits.words), _WORDS),
        }

    def _each(self, some: Callable[[Traits], Collection[str]]) -> tuple[Found, Found]:
        """Some of the traits of each paragraph of either text."""
        return [some(traits) for traits in self.first], [some(traits) for traits in self.second]

    def _marks(self, bead: Bead, band: Band) -> Iterator[Named]:
        shared, lone = np.zeros(band.cells.shape), np.zeros(band.cells.shape)
        texts = [*self.first, *self.second]
        for nth in range(len(MARKS)):
            having = sum(bool(traits.marks[nth]) for traits in texts)
            weight = log(len(texts) / having) if having else 0.0
            ours = sums([traits.marks[nth] for traits in self.first], bead[0])[:, None]
            theirs = sums([traits.marks[nth] for traits in self.second], bead[1])[band.cells]
            shared += weight * np.minimum(ours, theirs)
            lone += weight * np.abs(ours - theirs)
        yield "shared marks", np.minimum(shared, _MOST_MARKS)
        yield "lone marks", np.minimum(lone, _MOST_MARKS)

    def _goes_on(self, bead: Bead, band: Band) -> Floats:
        """How much speaks for one paragraph having been parted, within the beads."""
        ours = sums([traits.goes_on for traits in self.first], bead[0] - 1)
        theirs = sums([traits.goes_on for traits in self.second], bead[1] - 1)
        return ours[:, None] + theirs[band.cells]

    def _sentences(self, bead: Bead, band: Band) -> Iterator[Named]:
        ours = sums([traits.sentences for traits in self.first], bead[0])[:, None]
        theirs = sums([traits.sentences for traits in self.second], bead[1])[band.cells]
        yield "sentences", np.abs(ours - theirs) / np.sqrt(np.maximum(ours + theirs, 1.0))


def told_by(name: str, kind: SharedTraits, bead: Bead, band: Band) -> Iterator[Named]:
    """What both sides have of a kind of traits, and what one of them alone."""
    shared = kind.shared(bead, band)
    yield f"shared {name}", shared
    yield f"lone {name}", kind.lone(bead, band, shared)


def sums(numbers: Sequence[int], count: int) -> Floats:
    """For each place, the sum of the `count` numbers that end there; 0 where there are fewer."""
    so_far = np.concatenate(([0.0], np.cumsum(numbers, dtype=float)))
    together = np.zeros(len(so_far))
    together[count:] = so_far[count:] - so_far[: len(so_far) - count]
    return together


def _long(numbers: frozenset[str]) -> frozenset[str]:
    """Those of more than one digit, and months; the others are often spelt out."""
    return frozenset(number for number in numbers if len(number) > 1)


def _first(traits: Sequence[str], count: int) -> list[str]:
    """For each place, the trait of the first of the `count` paragraphs that end there."""
    return ([""] * count + list(traits))[: len(traits) + 1]


def _compared(
    name: str, first: Sequence[str], second: Sequence[str], band: Band
) -> Iterator[Named]:
    """Where both have the same, by how rare it is, and where they differ."""
    counts = Counter((*first, *second))
    rarity = {trait: log(counts.total() / count) for trait, count in counts.items()}
    numbers = {trait: nth for nth, trait in enumerate(counts)}
    ours = np.array([numbers[trait] for trait in first])[:, None]
    theirs = np.array([numbers[trait] for trait in second])[band.cells]
    same = ours == theirs
    telling = np.array([min(rarity[trait], _MOST_TELLING) for trait in first])[:, None]
    yield f"same {name}", np.where(same, telling, 0.0)
    yield f"other {name}", np.where(same, 0.0, 1.0)

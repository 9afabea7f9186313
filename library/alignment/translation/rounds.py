"""How probable it is that paragraphs belong together, in rounds that learn from each other.

Lengths, names and numbers join what is plain.  From these pairs is learnt which words are
translations, and how much longer one language is; with that, more is joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import exp

import numpy as np

from library.alignment.normalising import Floats
from library.alignment.translation.band import Band, Bead, band_of
from library.alignment.translation.evidence import Evidence
from library.alignment.translation.fixed_points import FixedPoint, strain
from library.alignment.translation.probabilities import Scores, bead_probabilities
from library.alignment.translation.scoring import (
    LONGER,
    OPENED,
    evident,
    with_lengths,
    with_lexicon,
)

LEAST = 0.5  # less probable pairs are not worth keeping

_SURE = 0.9  # pairs that something is learnt from
_ENOUGH = 5  # of them, to tell how much longer one language is
_ROUNDS = 2
_NOTHING = 0.01  # less probable beads do not count
_RELATED = 0.6  # of the paragraphs: so many at least have a partner in a translation
_DOUBT = 10.0  # a logarithm of odds, for what is lacking of them

Pair = tuple[int, int]  # a paragraph of the first text, and one of the second
Pairs = Mapping[Pair, float]


def probabilities(evidence: Evidence, points: Sequence[FixedPoint]) -> Pairs:
    """How probable it is, for each two paragraphs, that one says what the other does."""
    band = band_of(len(evidence.first), len(evidence.second), evidence.landmarks(points))
    known = {
        bead: score - strain(points, bead, band) for bead, score in evident(evidence, band).items()
    }
    found: Pairs = {}
    for _ in range(_ROUNDS):
        sure = [pair for pair, probability in found.items() if probability >= _SURE]
        scores = with_lengths(known, evidence, band, _ratio(evidence, sure))
        scores = with_lexicon(scores, evidence.lexicon(sure), band)
        found = _pairs(bead_probabilities(Scores(scores, OPENED, LONGER), band), band)
    return doubted(found, min(len(evidence.first), len(evidence.second)))


def doubted(pairs: Pairs, shorter: int) -> Pairs:
    """The pairs less probable, where few of a text's `shorter` paragraphs have a partner.

    Such texts may have nothing to do with each other.  Of 120 pairs of texts that had not,
    nineteen in twenty found partners for less than `_RELATED` of the shorter one; of 150
    translations, none.
    """
    partners: dict[int, float] = defaultdict(float)
    for (one, _), probability in pairs.items():
        partners[one] += probability if probability >= LEAST else 0.0
    share = sum(min(each, 1.0) for each in partners.values()) / shorter
    doubt = exp(-_DOUBT * max(0.0, _RELATED - share))
    return {
        pair: probability * doubt / (probability * doubt + 1 - min(probability, 1.0))
        for pair, probability in pairs.items()
    }


def _ratio(evidence: Evidence, sure: Sequence[Pair]) -> float:
    """How much longer the second text is: of the sure pairs, or of all where there are few.

    A text of which much was left out is shorter, and its paragraphs are not.
    """
    ours, theirs = ({pair[side] for pair in sure} for side in (0, 1))
    if len(sure) < _ENOUGH:
        ours, theirs = set(range(len(evidence.first))), set(range(len(evidence.second)))
    first = sum(evidence.first[one].length for one in ours)
    return max(sum(evidence.second[two].length for two in theirs), 1) / max(first, 1)


def _pairs(beads: Mapping[Bead, Floats], band: Band) -> Pairs:
    """For each two paragraphs the probability that some bead holds both."""
    found: dict[Pair, float] = {}
    for (rows, columns), table in beads.items():
        for i, k in np.argwhere(table > _NOTHING).tolist():
            j = int(band.starts[i]) + k
            for one in range(i - rows, i):
                for two in range(j - columns, j):
                    found[one, two] = found.get((one, two), 0.0) + float(table[i, k])
    return found

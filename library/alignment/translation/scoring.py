"""The weights of the evidence: what speaks for each bead, as the logarithm of odds.

The figures were learnt, as those of a conditional random field (Lafferty, McCallum and
Pereira 2001), from some 500 passages with their translations into a dozen languages in four
scripts, of which paragraphs had been left out and joined.  So the probabilities that come of
them are meant as such; `tests/bench/bench_translations.py` shows whether they are.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from library.alignment.normalising import Floats
from library.alignment.translation.band import Band, Bead
from library.alignment.translation.evidence import Evidence, sums, told_by
from library.alignment.translation.lengths import length_tables
from library.alignment.translation.shared_traits import SharedTraits

OPENED, LONGER = -3.57, -2.77  # a gap, and each further paragraph in it
_BEADS: Mapping[Bead, float] = {
    (1, 1): 0.0,
    (1, 2): -3.98,
    (2, 1): -3.98,
    (2, 2): -7.93,
    (1, 3): -6.82,
    (3, 1): -6.82,
}
WEIGHTS: Mapping[str, float] = {
    "shared numbers": 2.87,
    "lone numbers": -0.42,
    "shared digits": 1.49,
    "lone digits": -0.37,
    "shared names": 0.59,
    "lone names": -0.41,
    "shared words": 0.46,
    "lone words": -0.09,
    "shared lexicon": 0.32,
    "lone lexicon": -0.28,
    "shared marks": 0.81,
    "lone marks": -0.24,
    "sentences": -0.89,
    "goes on": 2.5,
    "same ending": 3.25,
    "other ending": -0.45,
    "same list mark": 3.85,
    "other list mark": 0.09,
    "deviation": 0.36,
    "deviation squared": -0.21,
    "ratio": -3.2,
    "ratio squared": -0.01,
}


def evident(evidence: Evidence, band: Band) -> Mapping[Bead, Floats]:
    """What all but the lengths tells of each kind of bead at each cell where it may end."""
    return {
        bead: sum(
            (WEIGHTS[name] * table for name, table in evidence.tables(bead, band)),
            start=np.full(band.cells.shape, score),
        )
        for bead, score in _BEADS.items()
    }


def with_lexicon(
    scores: Mapping[Bead, Floats], lexicon: SharedTraits | None, band: Band
) -> Mapping[Bead, Floats]:
    """The same with what is told by words that have been learnt."""
    if lexicon is None:
        return scores
    return {
        bead: sum(
            (WEIGHTS[name] * table for name, table in told_by("lexicon", lexicon, bead, band)),
            start=score,
        )
        for bead, score in scores.items()
    }


def with_lengths(
    evident: Mapping[Bead, Floats], evidence: Evidence, band: Band, ratio: float
) -> Mapping[Bead, Floats]:
    """The same with what lengths tell, where `ratio` is that of the second text to the first."""
    first = [traits.length for traits in evidence.first]
    second = [traits.length for traits in evidence.second]
    scores: dict[Bead, Floats] = {}
    for bead, score in evident.items():
        ours, theirs = sums(first, bead[0])[:, None], sums(second, bead[1])[band.cells]
        tables = length_tables(ours, theirs, ratio)
        scores[bead] = sum((WEIGHTS[name] * table for name, table in tables), start=score)
    return scores

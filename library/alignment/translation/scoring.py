"""The weights of the evidence: what speaks for each bead, as the logarithm of odds.

The figures were learnt, as those of a conditional random field (Lafferty, McCallum and
Pereira 2001), from some 330 passages with their translations into a dozen languages in four
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

OPENED, LONGER = -3.63, -2.78  # a gap, and each further paragraph in it
_BEADS: Mapping[Bead, float] = {
    (1, 1): 0.0,
    (1, 2): -4.14,
    (2, 1): -4.14,
    (2, 2): -7.83,
    (1, 3): -7.12,
    (3, 1): -7.12,
}
WEIGHTS: Mapping[str, float] = {
    "shared numbers": 2.82,
    "lone numbers": -0.42,
    "shared digits": 2.31,
    "lone digits": -0.32,
    "shared names": 0.45,
    "lone names": -0.44,
    "shared words": 0.34,
    "lone words": -0.15,
    "shared lexicon": 0.26,
    "lone lexicon": -0.08,
    "shared marks": 0.84,
    "lone marks": -0.21,
    "sentences": -0.91,
    "goes on": 2.5,
    "same ending": 3.53,
    "other ending": -0.32,
    "same list mark": 4.1,
    "other list mark": 0.28,
    "deviation": 0.27,
    "deviation squared": -0.19,
    "ratio": -2.89,
    "ratio squared": -0.12,
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

"""Paragraphs that belong together, as beads on a string, and what each bead costs.

A bead (a, b) holds a paragraphs of one text and the b of the other that say the same (Gale
and Church 1993).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log

import numpy as np

from library.alignment.normalising import Floats
from library.alignment.translation.band import Band
from library.alignment.translation.evidence import Evidence
from library.alignment.translation.lengths import length_costs

Bead = tuple[int, int]

PRIORS: dict[Bead, float] = {
    (1, 1): 0.84,
    (1, 0): 0.03,
    (0, 1): 0.03,
    (1, 2): 0.04,
    (2, 1): 0.04,
    (2, 2): 0.006,
    (1, 3): 0.007,
    (3, 1): 0.007,
}
_ALONE = 2.0  # the cost of what has no counterpart
_MOST = 12.0
_LENGTH_WEIGHT = 0.7
_EVIDENCE_WEIGHT = 0.8


def scores(
    first: Sequence[int], second: Sequence[int], evidence: Evidence, band: Band
) -> Mapping[Bead, Floats]:
    """For each kind of bead, the logarithm of its weight at each cell where it may end.

    `first` and `second` are the lengths of the paragraphs, in characters.
    """
    ratio = (sum(second) or 1) / (sum(first) or 1)
    table: dict[Bead, Floats] = {}
    for bead, prior in PRIORS.items():
        score = np.full(band.cells.shape, log(prior))
        if 0 in bead:
            score -= _ALONE
        else:
            ours = _lengths(first, bead[0])[:, None]
            theirs = _lengths(second, bead[1])[band.cells]
            cost = np.minimum(length_costs(ours, theirs, ratio), _MOST)
            score += _EVIDENCE_WEIGHT * evidence.table(bead, band) - _LENGTH_WEIGHT * cost
        table[bead] = score
    return table


def _lengths(lengths: Sequence[int], count: int) -> Floats:
    """For each place, the length of the `count` paragraphs that end there."""
    sums = np.concatenate(([0.0], np.cumsum(lengths, dtype=float)))
    together = np.zeros(len(sums))
    together[count:] = sums[count:] - sums[: len(sums) - count]
    return together

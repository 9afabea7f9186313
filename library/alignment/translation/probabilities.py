"""How probable each bead is, over all ways to join two texts (forward-backward)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from library.alignment.normalising import Floats
from library.alignment.translation.band import Band
from library.alignment.translation.beads import Bead


def bead_probabilities(scores: Mapping[Bead, Floats], band: Band) -> Mapping[Bead, Floats]:
    """For each kind of bead, its probability at each cell where it may end."""
    before, after = _forward(scores, band), _backward(scores, band)
    whole = before[-1, band.columns - band.starts[-1]]
    probabilities: dict[Bead, Floats] = {}
    for (rows, columns), score in scores.items():
        found = np.zeros_like(score)
        for i in range(rows, len(found)):
            came = band.shifted(before[i - rows], i, rows, columns)
            found[i] = np.exp(np.minimum(came + score[i] + after[i] - whole, 0.0))
        probabilities[rows, columns] = found
    return probabilities


def _forward(scores: Mapping[Bead, Floats], band: Band) -> Floats:
    """The logarithm of the weight of all ways to each cell."""
    sums = np.full(band.cells.shape, -np.inf)
    for i in range(len(sums)):
        row = np.full(band.width, -np.inf)
        if i == 0:
            row[0] = 0.0
        for (rows, columns), score in scores.items():
            if 0 < rows <= i:
                came = band.shifted(sums[i - rows], i, rows, columns)
                row = np.logaddexp(row, came + score[i])
        sums[i] = _along(row, scores[0, 1][i])
    return sums


def _backward(scores: Mapping[Bead, Floats], band: Band) -> Floats:
    """The logarithm of the weight of all ways from each cell to the end."""
    sums = np.full(band.cells.shape, -np.inf)
    last = len(sums) - 1
    for i in range(last, -1, -1):
        row = np.full(band.width, -np.inf)
        if i == last:
            row[band.columns - band.starts[i]] = 0.0
        for (rows, columns), score in scores.items():
            if 0 < rows <= last - i:
                further = sums[i + rows] + score[i + rows]
                row = np.logaddexp(row, band.unshifted(further, i, rows, columns))
        step = np.append(scores[0, 1][i][1:], 0.0)
        sums[i] = _along(row[::-1], step[::-1])[::-1]
    return sums


def _along(row: Floats, steps: Floats) -> Floats:
    """Each cell of the row with what comes to it from the one before it by its step."""
    so_far = np.cumsum(steps)
    with np.errstate(invalid="ignore"):
        return np.logaddexp.accumulate(row - so_far) + so_far

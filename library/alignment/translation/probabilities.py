"""How probable each bead is, over all ways to join two texts (forward-backward).

Between beads, paragraphs may lack a counterpart: first those of the first text, then those of
the second, so that there is one way only to leave out the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from library.alignment.normalising import Floats
from library.alignment.translation.band import Band, Bead

_DOWN, _RIGHT = (1, 0), (0, 1)


@dataclass(frozen=True, eq=False)
class Scores:
    """Logarithms of weights: of each kind of bead at each cell where it may end, and of gaps.

    A gap costs more to open than to go on.
    """

    beads: Mapping[Bead, Floats]
    opened: float
    longer: float


@dataclass(frozen=True, eq=False)
class Ways:
    """The logarithms of the weight of all ways to a cell, or from it.

    `beads` is for ways that are at the end of a bead there, `first` and `second` for those
    within a gap of either text, `any` for all of them.
    """

    beads: Floats
    first: Floats
    second: Floats
    any: Floats


def bead_probabilities(scores: Scores, band: Band) -> Mapping[Bead, Floats]:
    """For each kind of bead, its probability at each cell where it may end."""
    to, onward = ways_to(scores, band), ways_onward(scores, band)
    whole = to.any[-1, -1]
    probabilities: dict[Bead, Floats] = {}
    for bead, score in scores.beads.items():
        found = np.zeros_like(score)
        for i in range(bead[0], len(found)):
            came = band.before(to.any[i - bead[0]], i, bead)
            found[i] = np.exp(np.minimum(came + score[i] + onward.beads[i] - whole, 0.0))
        probabilities[bead] = found
    return probabilities


def ways_to(scores: Scores, band: Band) -> Ways:
    ways = _no_ways(band)
    ways.beads[0, 0] = 0.0
    for i in range(len(ways.any)):
        for bead, score in scores.beads.items():
            if bead[0] <= i:
                came = band.before(ways.any[i - bead[0]], i, bead)
                np.logaddexp(ways.beads[i], came + score[i], out=ways.beads[i])
        if i:
            opened = band.before(ways.beads[i - 1], i, _DOWN) + scores.opened
            longer = band.before(ways.first[i - 1], i, _DOWN) + scores.longer
            ways.first[i] = np.logaddexp(opened, longer)
        reached = np.logaddexp(ways.beads[i], ways.first[i])
        ways.second[i] = _along(_moved_right(reached) + scores.opened, scores.longer)
        ways.any[i] = np.logaddexp(reached, ways.second[i])
    return ways


def ways_onward(scores: Scores, band: Band) -> Ways:
    ways = _no_ways(band)
    last = len(ways.any) - 1
    ways.any[last, -1] = 0.0  # here `any` is what comes after any kind of step
    for i in range(last, -1, -1):
        for bead, score in scores.beads.items():
            if bead[0] <= last - i:
                end = i + bead[0]
                going = band.after(ways.beads[end] + score[end], i, bead)
                np.logaddexp(ways.any[i], going, out=ways.any[i])
        ways.second[i] = _along(ways.any[i][::-1], scores.longer)[::-1]
        gap = _moved_right(ways.second[i][::-1])[::-1]
        reached = np.logaddexp(ways.any[i], gap + scores.opened)
        down = np.full(band.width, -np.inf)
        if i < last:
            down = band.after(ways.first[i + 1], i, _DOWN)
        ways.first[i] = np.logaddexp(reached, down + scores.longer)
        ways.beads[i] = np.logaddexp(reached, down + scores.opened)
    return ways


def _no_ways(band: Band) -> Ways:
    return Ways(*(np.full(band.cells.shape, -np.inf) for _ in range(4)))


def _moved_right(row: Floats) -> Floats:
    return np.concatenate(([-np.inf], row[:-1]))


def _along(row: Floats, step: float) -> Floats:
    """Each cell of the row with what comes to it from the one before it by a step."""
    so_far = step * np.arange(len(row))
    summed: Floats = np.logaddexp.accumulate(row - so_far)
    return summed + so_far

"""The probabilities of beads are those over all ways to join two texts."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.alignment.translation.band import Band, band_of
from library.alignment.translation.probabilities import Scores, bead_probabilities

BEADS = (1, 1), (1, 2), (2, 1), (2, 2)
OPENED, LONGER = -1.5, -0.5


def ways(scores, rows, columns, i=0, j=0, gap=0):
    """All ways from a cell to the end, each with its beads and its score, one after the other.

    `gap` is 1 within a gap of the first text, 2 within one of the second.
    """
    if (i, j) == (rows, columns):
        yield (), 0.0
    for a, b in BEADS:
        if i + a <= rows and j + b <= columns:
            here = scores[a, b][i + a, j + b]
            for beads, score in ways(scores, rows, columns, i + a, j + b):
                yield ((a, b, i + a, j + b), *beads), here + score
    if i < rows and gap < 2:
        for beads, score in ways(scores, rows, columns, i + 1, j, 1):
            yield beads, (LONGER if gap == 1 else OPENED) + score
    if j < columns:
        for beads, score in ways(scores, rows, columns, i, j + 1, 2):
            yield beads, (LONGER if gap == 2 else OPENED) + score


@given(st.integers(0, 3), st.integers(0, 3), st.randoms(use_true_random=False))
def test_they_are_the_weight_of_all_ways_with_the_bead_among_all(rows, columns, chance):
    scores = {
        bead: np.array(
            [[chance.uniform(-3, 3) for _ in range(columns + 1)] for _ in range(rows + 1)]
        )
        for bead in BEADS
    }
    found = bead_probabilities(Scores(scores, OPENED, LONGER), band_of(rows, columns))
    weights = [(beads, np.exp(score)) for beads, score in ways(scores, rows, columns)]
    whole = sum(weight for _, weight in weights)
    for (a, b), table in found.items():
        for i, j in np.ndindex(table.shape):
            with_bead = sum(weight for beads, weight in weights if (a, b, i, j) in beads)
            assert table[i, j] == pytest.approx(with_bead / whole, abs=1e-9)


def test_a_band_gives_what_the_whole_table_does_where_the_texts_are_in_step():
    chance = np.random.default_rng(1)
    size, width = 30, 11
    whole = band_of(size, size)
    scores = {bead: chance.normal(-6, 1, whole.cells.shape) for bead in BEADS}
    scores[1, 1] += 9 * np.eye(size + 1)
    starts = np.clip(np.arange(size + 1) - width // 2, 0, size + 1 - width)
    band = Band(starts, width, size)
    cut = {bead: np.take_along_axis(table, band.cells, 1) for bead, table in scores.items()}
    full = bead_probabilities(Scores(scores, OPENED, LONGER), whole)
    banded = bead_probabilities(Scores(cut, OPENED, LONGER), band)
    for bead in BEADS:
        assert banded[bead] == pytest.approx(
            np.take_along_axis(full[bead], band.cells, 1), abs=1e-6
        )

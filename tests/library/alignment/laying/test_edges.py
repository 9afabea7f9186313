"""Words begin and end at spaces and ends of lines, or far from other letters."""

import numpy as np

from library.alignment.laying.columns import columns_of
from library.alignment.laying.edges import edges_of
from tests.library.alignment.laying.typed import seen_line


def edges(*lines):
    parts = [(line, 0, int(line.steps)) for line in lines]
    return [np.flatnonzero(costs < 0).tolist() for costs in edges_of(columns_of(parts))]


def test_a_letter_nearby_is_in_the_way_and_a_space_is_not():
    entering, leaving = edges(seen_line("ab cd"))  # letters at the columns 1, 3, 7 and 9
    assert entering == [2, 3, 4, 5, 8, 9]
    assert leaving == [1, 2, 3, 6, 7, 8, 9]


def test_a_new_line_begins_free():
    entering, leaving = edges(seen_line("ab"), seen_line("cd", row=1))
    assert 4 not in entering
    assert 4 not in leaving

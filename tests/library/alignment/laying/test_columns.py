"""Parts of lines become columns of chances, one part after another."""

import pytest

from library.alignment.laying.columns import columns_of
from tests.library.alignment.laying.typed import seen_line


def chance(columns, row, look):
    return columns.chances[row, columns.alphabet.index(look)]


def test_each_column_has_what_was_seen_at_its_step():
    line = seen_line("Äb c", doubts={1: {"b": 0.6, "h": 0.3}})
    columns = columns_of([(line, 0, 8)])
    assert chance(columns, 1, "a") == pytest.approx(1, abs=0.02)
    assert chance(columns, 3, "b") == pytest.approx(0.6, abs=0.02)
    assert chance(columns, 3, "h") == pytest.approx(0.3, abs=0.02)
    assert columns.none[3] == pytest.approx(0.1, abs=0.04)
    assert columns.none[0] == columns.none[5] == pytest.approx(1)
    assert columns.spaces[5] > 0.9 > columns.spaces[4]


def test_parts_follow_one_another_and_know_their_steps():
    line, other = seen_line("abcd"), seen_line("efgh", row=1)
    columns = columns_of([(line, 4, 8), (other, 0, 2)])
    assert columns.parts.tolist() == [0, 0, 0, 0, 1, 1]
    assert columns.steps.tolist() == [4, 5, 6, 7, 0, 1]
    assert chance(columns, 1, "c") > 0.9
    assert chance(columns, 5, "e") > 0.9


def test_the_mark_of_a_broken_word_counts_as_nothing_at_the_end_of_its_line_alone():
    line = seen_line("a-b-")
    columns = columns_of([(line, 0, 8)])
    assert columns.none[7] > 0.9
    assert columns.none[3] < 0.1

"""Where in a view its reader reads."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.reading_height import ReadingHeight

heights = st.integers(1, 2000)
mosts = st.integers(0, 5000)
shares = st.lists(st.floats(0, 1), min_size=2, max_size=20)


def passed(values, most, height, at=0.0):
    """What of the whole is read, in pixels from its top, as the view is scrolled."""
    line = ReadingHeight()
    line.rest(at, values[0])
    line.scroll(values[0], most, height)
    return [value + line.scroll(value, most, height) for value in values]


@given(mosts, heights, shares)
def test_scrolling_down_never_reads_further_up(most, height, parts):
    values = sorted(round(part * most) for part in parts)
    read = passed(values, most, height)
    assert all(before <= after + 1e-6 for before, after in pairwise(read))


@given(mosts, heights, shares)
def test_scrolling_up_never_reads_further_down(most, height, parts):
    values = sorted((round(part * most) for part in parts), reverse=True)
    read = passed(values, most, height)
    assert all(before >= after - 1e-6 for before, after in pairwise(read))


@given(mosts.filter(bool), heights, shares, st.floats(0, 1))
def test_the_ends_are_read_where_the_scrolling_ends(most, height, parts, at):
    line = ReadingHeight()
    line.rest(at * height, round(parts[0] * most))
    for part in parts:
        assert 0 <= line.scroll(round(part * most), most, height) <= height
    assert line.scroll(most, most, height) == height
    assert line.scroll(0, most, height) == 0


def test_in_the_middle_a_third_down_is_read():
    line = ReadingHeight()
    for value in range(0, 3000, 100):
        line.scroll(value, 6000, 900)
    assert line.at == 300


def test_after_a_jump_the_line_comes_back_to_a_third_as_the_reader_scrolls():
    line = ReadingHeight()
    line.rest(0.0, 2000)
    assert line.scroll(2100, 6000, 900) == 25
    assert line.scroll(2000, 6000, 900) == 50
    assert line.scroll(4000, 6000, 900) == 300


@pytest.mark.parametrize("value", [0, 5])
def test_what_cannot_be_scrolled_is_read_from_its_top(value):
    line = ReadingHeight()
    assert line.scroll(0, 0, 900) == 0

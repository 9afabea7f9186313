"""Words under their places: never overlapping, never out of their line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.strip.typesetting import Width, set_words

SPACE = 4.0
ROOM = 300.0

widths = st.lists(st.builds(Width, st.floats(1, 120), st.none() | st.floats(-50, 400)), max_size=12)


@given(widths)
def test_words_never_overlap_and_never_run_out_of_the_line(words):
    rows = set_words(words, ROOM, SPACE)
    assert sum(map(len, rows)) == len(words)
    remaining = iter(words)
    for row in rows:
        reached = 0.0
        for start in row:
            assert start >= reached - 1e-6
            reached = start + next(remaining).width + SPACE
        assert reached - SPACE <= ROOM + 1e-6


@given(widths.filter(bool))
def test_one_row_is_enough_where_the_words_fit(words):
    needed = sum(word.width for word in words) + SPACE * (len(words) - 1)
    assert (len(set_words(words, ROOM, SPACE)) == 1) == (needed <= ROOM)


def test_words_stand_under_their_places():
    words = [Width(30, 10), Width(40, 60), Width(20, 250)]
    assert set_words(words, ROOM, SPACE) == [[10, 60, 250]]


def test_a_word_gives_way_to_the_one_before_it():
    assert set_words([Width(80, 10), Width(40, 60)], ROOM, SPACE) == [[10, 94]]


def test_words_move_back_from_the_end_of_the_line():
    assert set_words([Width(80, 180), Width(60, 270)], ROOM, SPACE) == [[156, 240]]


def test_words_without_a_place_follow_the_word_before_them():
    assert set_words([Width(30, 10), Width(20), Width(30, 150)], ROOM, SPACE) == [[10, 44, 150]]


def test_words_before_the_first_place_stand_close_before_it():
    (row,) = set_words([Width(20), Width(30), Width(30, 100)], ROOM, SPACE)
    assert row == pytest.approx([42, 66, 100])


def test_more_words_than_there_is_room_for_flow_on_in_another_row():
    words = [Width(90, 0), Width(90, 100), Width(90, 200), Width(90)]
    assert set_words(words, ROOM, SPACE) == [[0, 94, 188], [0]]

"""Words of a line that reach over each other are parted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.recognition.worker.parting import parted
from library.recognition.worker.seen import Seen


def line(*words, number=0):
    return [
        Seen(text, left, 10, right, 30, line=number, certainty=0.9) for text, left, right in words
    ]


def spans(words):
    return [(word.left, word.right) for word in parted(words)]


def test_words_that_stand_apart_are_left_alone():
    words = line(("one", 0, 30), ("two", 40, 70))
    assert list(parted(words)) == words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # The ink of both was given to the first, to the second, a part of it to either.
        ([("one", 0, 70), ("two", 40, 70)], [(0, 40), (40, 70)]),
        ([("one", 0, 30), ("two", 0, 70)], [(0, 30), (30, 70)]),
        ([("demonstration", 0, 140), ("made", 120, 170)], [(0, 130), (130, 170)]),
        ([("one", 0, 60), ("three", 55, 90)], [(0, 55), (55, 90)]),
    ],
)
def test_the_letters_that_touch_are_shared_out(words, expected):
    assert spans(line(*words)) == expected


def test_lines_that_run_to_the_left_are_parted_as_well():
    words = line(("كان", 810, 860), ("زادي", 733, 802), ("مقدما", 630, 960), ("ويا", 500, 560))
    assert spans(words) == [(810, 860), (733, 802), (630, 733), (500, 560)]


def test_words_of_different_lines_do_not_touch():
    words = [*line(("one", 0, 70)), *line(("two", 40, 70), number=1)]
    assert list(parted(words)) == words


boxes = st.tuples(st.integers(0, 500), st.integers(1, 200)).map(lambda b: (b[0], b[0] + b[1]))


@given(st.lists(boxes, max_size=6))
def test_every_word_keeps_a_place_within_its_own(places):
    words = line(*(("word", left, right) for left, right in places))
    for (left, right), word in zip(places, parted(words), strict=True):
        assert left <= word.left < word.right <= right

"""Words stand on the page where the engine saw their letters, whichever way the page lies."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.model.scan_line import LATE
from library.recognition.worker import lines, placing

LINE = np.array([[0.1, 0.2], [0.9, 0.2], [0.9, 0.3], [0.1, 0.3]], np.float32)
READING = lines.Reading(
    columns=40.0,
    words=(("ab", (4, 8), (0.9, 1.0)), ("cde", (20, 24, 28), (0.5, 0.5, 0.8))),
)


def placed(quad=LINE, turn=0, reading=READING):
    return list(placing.words_of(reading, quad, 7, turn))


def test_words_stand_where_their_letters_were_seen():
    first, second = placed()
    assert (first.text, first.line, first.certainty) == ("ab", 7, 0.95)
    assert first.left == pytest.approx(0.1 + 0.8 * (2.5 - LATE) / 40, abs=1e-4)
    assert first.right == pytest.approx(0.1 + 0.8 * (10.5 - LATE) / 40, abs=1e-4)
    assert (first.top, first.bottom) == (0.2, 0.3)
    assert second.certainty == 0.6


def test_words_that_would_overlap_meet_in_the_middle():
    wide = lines.Reading(20.0, (("ab", (2, 8), (1.0, 1.0)), ("c", (10,), (1.0,))))
    first, second = placed(reading=wide)
    assert first.right == second.left


def test_a_word_without_a_neighbour_has_the_width_of_a_letter():
    (word,) = placed(reading=lines.Reading(10.0, (("I", (4,), (1.0,)),)))
    assert 0.1 < word.left < 0.44 < word.right < 0.9


def test_words_of_a_skewed_line_lie_along_it():
    skewed = LINE + np.array([[0, 0], [0, 0.05], [0, 0.05], [0, 0]], np.float32)
    first, second = placed(skewed)
    assert first.top < second.top
    assert second.bottom <= 0.35


def test_a_page_that_was_turned_by_a_quarter_is_turned_back():
    # Against the clock: what was the right edge is the top.
    (corner,) = placing.turned_back(np.array([[0.2, 0.1]]), 1)
    assert corner == pytest.approx([0.9, 0.2])


def test_what_was_seen_lies_along_the_line_whichever_way_the_page_lies():
    seen = lines.Sights((3, 4), "ab", bytes((0, 8)))
    line = placing.line_of(lines.Reading(40.0, (), seen), LINE, 7, 2)
    assert line.corners == ((0.9, 0.8), (0.1, 0.8), (0.1, 0.7), (0.9, 0.7))
    assert (line.line, line.steps) == (7, 40.0)
    assert (line.places, line.characters, line.costs) == ((3, 4), "ab", bytes((0, 8)))


points = st.tuples(st.floats(0, 1), st.floats(0, 1))


@given(points, st.integers(0, 3))
def test_turning_back_and_on_again_changes_nothing(point, turn):
    once = placing.turned_back(np.array([point]), turn)
    assert placing.turned_back(once, 4 - turn)[0] == pytest.approx(point)


def test_a_line_on_its_head_has_fewer_letters_however_sure():
    upright = lines.Reading(40.0, (("abc", (1, 2, 3), (0.5, 0.5, 0.5)),))
    turned = lines.Reading(40.0, (("90°", (1, 2, 3), (0.9, 0.9, 0.9)), ("a", (5,), (0.4,))))
    assert (upright.letters, turned.letters) == (1.5, 0.4)
    assert turned.certainty > upright.certainty

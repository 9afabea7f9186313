import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.alignment.calibration import calibrated
from library.alignment.certainty import judge
from library.alignment.joined_words import Found, scan_of
from library.model.link import LinkKind
from tests.library.alignment.pages import page_of


def judged(places, length=6, similarity=1.0):
    """The joins of words that were found in these places of a scan of 40 equal words."""
    joins = [
        None if place is None else Found([place], [(0.0, 1.0)], similarity, LinkKind.WORD)
        for place in places
    ]
    scan = scan_of([page_of(" ".join(["abcdef"] * 40))])
    judge(joins, scan, np.full(len(places), length))
    return joins


def test_equal_words_in_line_are_sure():
    assert all(found.certainty == pytest.approx(1.0) for found in judged(range(20)))


def test_a_word_away_from_its_neighbours_is_dropped():
    assert judged([0, 1, 2, 3, 35, 5, 6, 7, 8])[4] is None


def test_unlinked_words_around_make_a_word_less_sure():
    places = [0, 1, None, None, 4, None, None, 7, 8]
    assert judged(places)[4].certainty < judged(range(9))[4].certainty


def test_a_short_word_beside_one_that_was_passed_over_is_less_sure():
    places = [0, 1, 2, 3, 5, 6, 7, 8]
    assert judged(places, length=2)[3].certainty < 0.8 * judged(places, length=6)[3].certainty


@given(st.lists(st.floats(0, 1), min_size=2))
def test_what_has_the_higher_score_is_no_less_certain(scores):
    certainties = calibrated(np.sort(scores))
    assert (np.diff(certainties) >= 0).all()
    assert 0.0 <= certainties.min() <= certainties.max() <= 1.0


def test_a_short_word_that_ends_its_page_is_less_sure():
    joins = [Found([nth], [(0.0, 1.0)], 1.0, LinkKind.WORD) for nth in range(12)]
    lengths = np.where(np.arange(12) == 5, 2, 6)
    for pages, less in (([12], False), ([6, 6], True)):
        made = [page_of(" ".join(["abcdef"] * count), page=nth) for nth, count in enumerate(pages)]
        judge(joins, scan_of(made), lengths)
        assert (joins[5].certainty < 0.8) == less


def test_a_short_word_that_has_a_part_of_a_scan_word_is_less_sure():
    joins = judged(range(9), length=2)
    part = [Found([nth], [(0.0, 0.5)], 1.0, LinkKind.PART) for nth in range(9)]
    judge(part, scan_of([page_of(" ".join(["abcdef"] * 9))]), np.full(9, 2))
    assert part[4].certainty < 0.8 * joins[4].certainty


def test_a_mark_that_does_not_stand_beside_its_neighbours_is_less_sure():
    scores = []
    for at in (4, 5):
        page = page_of("abcdef abcdef abcdef abcdef - - abcdef abcdef abcdef abcdef")
        places = [0, 1, 2, 3, at, 6, 7, 8, 9]
        joins = [Found([place], [(0.0, 1.0)], 1.0, LinkKind.WORD) for place in places]
        judge(joins, scan_of([page]), np.array([6] * 4 + [0] + [6] * 4))
        scores.append(joins[4].certainty)
    assert max(scores) < 0.65  # another mark stands between it and one of them


def test_what_little_around_speaks_for_is_less_sure_than_both_together():
    places = [0, None, None, None, None, 5, None, None, None, None, 10, 11]
    lonely = judged(places)[5]
    assert lonely is None or lonely.certainty < 0.65

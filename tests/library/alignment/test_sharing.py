"""Words run together with their neighbours, and misread, get their parts by their lengths."""

import pytest

from library.alignment.joined_words import Found, scan_of
from library.alignment.sharing import share
from library.model.link import LinkKind
from tests.library.alignment.pages import page_of

WORDS = ["Northern", "of", "the", "harbour"]


def shared(*lines, last):
    """The joins of the words, of which the first and the last lie in these scan words."""
    joins = [found(0), None, None, found(last)]
    share(joins, scan_of([page_of(*lines)]), WORDS)
    return joins


def found(word):
    return Found([word], [(0.0, 1.0)], 0.8, LinkKind.WORD, 0.9)


def test_words_between_two_joined_ones_share_what_is_left_of_them():
    _, of, the, _ = shared("Northernofbeharbour", last=0)
    assert of.words == the.words == [0]
    assert of.kind is LinkKind.PART
    assert of.spans[0][1] == pytest.approx(the.spans[0][0])
    assert 7 / 19 < of.spans[0][0] < 8 / 19
    assert 0 < of.certainty < 0.9


def test_a_word_may_have_parts_of_two_scan_words():
    _, of, the, _ = shared("Northerno fteharbour", last=1)
    assert of.words == [0, 1]
    assert the.words == [1]


def test_where_letters_are_missing_nothing_is_shared():
    assert shared("Northern harbour", last=1)[1:3] == [None, None]


def test_nothing_is_shared_across_lines():
    assert shared("Northernof", "theharbour", last=1)[1:3] == [None, None]

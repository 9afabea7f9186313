import pytest

from library.alignment.joined_words import Found, scan_of
from library.alignment.marks import attach_marks
from library.model.link import LinkKind
from tests.library.alignment.pages import page_of


def attached(read, words, places):
    joins = [
        None if place is None else Found([place], [(0.0, 1.0)], 1.0, LinkKind.WORD, 0.9)
        for place in places
    ]
    attach_marks(joins, scan_of([page_of(read)]), words.split())
    return joins


def test_a_comma_that_clings_to_its_word_is_the_end_of_its_box():
    _, comma, _ = attached("Vernunft, aber", "Vernunft , aber", [0, None, 1])
    assert comma.words == [0]
    assert comma.kind is LinkKind.PART
    assert comma.spans == [(pytest.approx(8 / 9), 1.0)]
    assert comma.certainty < 0.9


def test_a_bracket_that_opens_is_the_start_of_the_next():
    _, bracket, _ = attached("one (two", "one ( two", [0, None, 1])
    assert bracket.words == [1]
    assert bracket.spans == [(0.0, 0.25)]


def test_a_mark_that_was_not_read_and_a_word_have_no_place():
    assert attached("one two", "one , two", [0, None, 1])[1] is None
    assert attached("onethe two", "one the two", [0, None, 1])[1] is None

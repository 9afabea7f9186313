"""Quotations are found as people copy and type them."""

from hypothesis import given
from hypothesis import strategies as st

from library.alignment.quoting import find_quote


def test_every_exact_place_is_found():
    assert find_quote("one two one", "one") == [(0, 3), (8, 11)]


def test_exact_places_come_before_folded_ones():
    assert find_quote("a  b a b", "a b") == [(5, 8)]


def test_white_space_and_quotation_marks_may_differ():
    text = "He said:\n\n“It’s\tdone.”"
    assert find_quote(text, 'said: "It\'s done."') == [(3, len(text))]


def test_composed_and_decomposed_letters_are_the_same():
    assert find_quote("Zürich", "Zu\u0308rich") == [(0, 6)]


def test_other_letters_are_not_the_same():
    assert find_quote("the bridge", "The Bridge") == []
    assert find_quote("a.b", "a+b") == []


def test_nothing_is_found_nowhere():
    assert find_quote("text", "") == []
    assert find_quote("te xt", "  ") == []


@given(st.text(alphabet="ab “\n", max_size=30), st.integers(0, 30), st.integers(1, 30))
def test_what_stands_in_the_text_is_found_there(text, start, length):
    quote = text[start : start + length]
    found = find_quote(text, quote)
    assert all(text[a:b] == quote for a, b in found)
    assert bool(found) == bool(quote.strip())

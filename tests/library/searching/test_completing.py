"""What a half-written query may go on to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.searching.completing import Source, begun_at, fitting, named


@pytest.mark.parametrize(
    ("text", "word", "source"),
    [
        ("rab", "rab", Source.WORDS),
        ("stalin (rab", "rab", Source.WORDS),
        ("tag:sup", "sup", Source.TAGS),
        ('person:"Stalin, J', "Stalin, J", Source.PEOPLE),
        ("lang:r", "r", Source.LANGUAGES),
        ("date:19", "19", Source.NOTHING),
        ("rabaul ", "", Source.WORDS),
    ],
)
def test_the_word_before_the_caret_says_where_its_rest_comes_from(text, word, source):
    begun = begun_at(f"{text} and more", len(text))
    assert (begun.word, begun.source) == (word, source)


def test_fields_and_parts_of_the_library_are_named():
    assert [each.text for each in named(begun_at("ti", 2))] == ["title:"]
    assert [each.text for each in named(begun_at("in:rec", 6))] == ["records ", "recognised "]


def test_a_value_of_several_words_is_put_between_quotation_marks():
    begun = begun_at("person:mol", 10)
    (found,) = fitting(begun, [("Molotov, V.", "3"), ("Stalin", "9")], 5)
    assert (found.text, found.start, found.aside) == ('"Molotov, V." ', 7, "3")


def test_a_value_is_found_by_any_of_its_words_whatever_their_accents():
    begun = begun_at("repository:lod", 14)
    assert [c.text for c in fitting(begun, [("Archiwum Łódź", "")], 5)] == ['"Archiwum Łódź" ']


@given(st.text(), st.integers(0, 99))
def test_no_half_written_query_raises(text, caret):
    begun = begun_at(text, min(caret, len(text)))
    assert 0 <= begun.start <= begun.end <= len(text)
    named(begun)
    fitting(begun, [(text, ""), ("Rabaul", "")], 3)

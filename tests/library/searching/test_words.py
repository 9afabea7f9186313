from hypothesis import given
from hypothesis import strategies as st

from library.searching.words import placed_words, words_of


def test_words_are_found_where_they_stand_in_the_exact_text():
    text = "Der Straßen-\nbau in Łódź, 会谈"
    found = [(word.text, text[word.start : word.end]) for word in placed_words(text)]
    assert found == [
        ("der", "Der"),
        ("strassenbau", "Straßen-\nbau"),
        ("in", "in"),
        ("lodz", "Łódź"),
        ("会", "会"),
        ("谈", "谈"),
    ]


@given(st.text())
def test_words_with_and_without_places_are_the_same(text):
    assert [word.text for word in placed_words(text)] == words_of(text)

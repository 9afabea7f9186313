import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.model.folding import find_all, fold, fold_with_places

words = st.text(
    st.one_of(
        st.characters(exclude_categories=["Cs"]), st.sampled_from("aé ßﬁæŁ□-¬\u00ad\n\u0301אָقَ🌉—’")
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("STALIN", "Marshal Stalin", ["Stalin"]),
        ("cafe", "the Café\u0301 by", ["Café\u0301"]),
        ("strasse", "in der Straße.", ["Straße"]),
        ("ёлка", "Елка и ёлка", ["Елка", "ёлка"]),
        ("שלום", "שָׁלוֹם", ["שָׁלוֹם"]),
        ("air force", "the Air\nForce and the air   force", ["Air\nForce", "air   force"]),
        ("don't - go", "Don’t — go", ["Don’t — go"]),
        ("fine", "a ﬁne day", ["ﬁne"]),
        ("cooperate", "co\u00adoperate", ["co\u00adoperate"]),
        ("lodz", "nach Łódź", ["Łódź"]),
        ("aero", "æro", ["æro"]),
        ("wachstum", "Wachſtum", ["Wachſtum"]),
        ("air force", "the air□\u00a0force", ["air□\u00a0force"]),
        ("transport", "the trans-\nport and trans¬\n port", ["trans-\nport", "trans¬\n port"]),
        ("cooperate", "co\u00ad\noperate", ["co\u00ad\noperate"]),
        ("anglo- saxon", "the Anglo-\nSaxon", ["Anglo-\nSaxon"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("", "anything", []),
        ("  ", "any thing", []),
        ("\u0301", "é", []),
    ],
)
def test_words_are_found_whatever_their_dress(query, text, found):
    assert [text[start:end] for start, end in find_all(query, text)] == found


@given(words, st.data())
def test_what_stands_in_a_text_is_found_there(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if fold(text[start:end]).strip() and fold(text[start:end]) in fold(text):
        assert list(find_all(text[start:end], text))


@given(words, words)
def test_each_hit_holds_what_was_sought(query, text):
    hits = list(find_all(query, text))
    for start, end in hits:
        assert 0 <= start < end <= len(text)
        assert fold(query) in fold(text[start:end])
    assert hits == sorted(hits)


@given(words)
def test_folding_again_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(words)
def test_each_character_of_a_folded_text_knows_where_it_comes_from(text):
    folded, places = fold_with_places(text)
    assert len(places) == len(folded)
    assert list(places) == sorted(places)
    for character, place in zip(folded, places, strict=True):
        assert character in fold(text[place])

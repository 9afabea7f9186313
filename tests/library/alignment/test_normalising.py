import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.alignment.normalising import plain, stream_of, words_in


@pytest.mark.parametrize(
    ("word", "letters"),
    [
        ("“Com[rade],", "comrade"),
        ("daſs", "dass"),
        ("daß", "dass"),
        ("ofﬁce", "office"),
        ("Élève", "eleve"),
        ("ЙОД", "иод"),
        ("Œuvre", "oeuvre"),
        ("N.A.T.O.", "nato"),
        ("&", ""),
    ],
)
def test_a_word_is_reduced_to_its_plain_letters(word, letters):
    assert plain(word) == letters


def test_the_archives_blanks_part_words():
    text = "one\u25a1\u25a1two\u00a0three"
    assert [text[start:end] for start, end in words_in(text)] == ["one", "two", "three"]


def test_letters_in_private_places_are_read_as_what_they_show():
    assert plain("h\ue644rte \ue72bber K\ue42cse") == plain("hörte über Käse")


def test_an_ideograph_is_a_word_of_its_own():
    assert words_in("会談ok") == [(0, 1), (1, 2), (2, 4)]


@given(st.lists(st.text()))
def test_each_character_knows_its_word(words):
    stream = stream_of(words)
    assert len(stream.text) == len(stream.owner) == stream.lengths.sum()
    for nth, word in enumerate(words):
        start = stream.starts[nth]
        assert stream.text[start : start + stream.lengths[nth]] == plain(word)
        assert set(stream.owner[start : start + stream.lengths[nth]]) <= {nth}


def test_a_part_of_a_stream_knows_its_place_in_the_whole():
    stream = stream_of(["one", "two", "six"])
    part = stream.only([0, 2])
    assert part.text == "onesix"
    assert "".join(stream.text[place] for place in part.place) == "onesix"
    assert set(part.owner.tolist()) == {0, 2}

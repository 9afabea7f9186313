import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.searching.similar import cost, grams, is_comparable, likest

words = st.text("abcimnrluvwlo1иншщ", max_size=12)


@pytest.mark.parametrize(
    ("word", "misread"),
    [
        ("rabaul", "rabaui"),
        ("government", "govemment"),
        ("garrison", "ganison"),
        ("garrison", "garnison"),
        ("молотов", "молстов"),
        ("committee", "comittee"),
        ("stalin", "stailn"),
        ("window", "windovv"),
    ],
)
def test_what_recognition_makes_of_a_word_is_similar(word, misread):
    assert likest(word, [misread])
    assert grams(word) & grams(misread)


@pytest.mark.parametrize(
    ("word", "other"), [("rabaul", "berlin"), ("read", "reap"), ("1944", "1943")]
)
def test_another_word_is_not_similar(word, other):
    assert not (is_comparable(word) and likest(word, [other]))


def test_usual_confusions_come_first():
    found = [word for word, _ in likest("rabaul", ["rabault", "rabaui", "rabxul", "rabaul"])]
    assert found == ["rabaui", "rabault", "rabxul"]


@given(words, words)
def test_cost_is_the_same_either_way_and_nothing_only_for_the_same(one, other):
    assert cost(one, other) == pytest.approx(cost(other, one))
    assert (cost(one, other) == 0) == (one == other)
    assert cost(one, other) <= max(len(one), len(other))

import numpy as np

from library.alignment.translation.band import band_of
from library.alignment.translation.matching import Likeness, alike, identical

NAMES = Likeness(0.7, 5)
OURS = [{"molotov", "stalin"}, {"harriman"}, set()]
THEIRS = [{"molotova"}, {"hariman", "molotov"}, {"stettin"}]


def test_names_that_are_alike_match():
    matches = alike(OURS, THEIRS, NAMES).matches
    assert {word: set(others) for word, others in matches.items()} == {
        "molotov": {"molotova", "molotov"},
        "harriman": {"hariman"},
    }


def test_what_is_rarer_tells_more():
    found = identical([{"7"}, {"1931"}, {"7"}], [{"7"}, {"1931"}, {"7"}])
    assert found.matches["1931"]["1931"] > found.matches["7"]["7"] > 0


def test_a_bead_shares_what_any_of_its_paragraphs_has_once():
    found = identical([{"a"}, {"a"}, {"b"}], [{"a"}, {"b"}, {"c"}])
    band = band_of(3, 3)
    rarity = found.weights[0]
    assert found.shared((1, 1), band)[2, 1] == rarity["a"]
    assert found.shared((2, 1), band)[2, 1] == rarity["a"]
    assert np.isclose(found.shared((2, 2), band)[3, 2], rarity["a"] + rarity["b"])


def test_what_one_side_alone_has_is_missed():
    found = identical([{"a"}, {"a", "b"}], [{"a"}, {"b"}])
    band = band_of(2, 2)
    missed = found.lone((1, 1), band, found.shared((1, 1), band))
    assert missed[1, 1] == 0
    assert np.isclose(missed[2, 2], found.weights[0]["a"])
    assert np.isclose(missed[1, 2], found.weights[0]["a"] + found.weights[1]["b"])


def test_a_name_without_its_like_in_the_other_text_is_not_missed():
    assert set(alike(OURS, THEIRS, NAMES).weights[0]) == {"molotov", "harriman"}


def test_paragraphs_that_alone_have_a_trait_are_landmarks():
    found = identical([{"7"}, {"1931"}, {"7"}], [{"7"}, {"7"}, {"1931"}])
    assert list(found.unique()) == [(1, 2)]

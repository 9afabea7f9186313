"""Places are carried from an old text into a new one, and back."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.alignment.anchoring.carrying import Carry
from tests.library.alignment.anchoring.edited import STRENGTHS, edited, paragraphs_of

chances = st.randoms(use_true_random=True)
OLD = "He went to Mosow by the night train, and saw the minister there."


def carried(old, new, words):
    start = old.index(words)
    found = Carry.between(old, new).carried(start, start + len(words))
    return found and new[found.start : found.end]


def words_of(text):
    return [found.span() for found in re.finditer(r"\S+", text)]


@pytest.mark.parametrize("name", STRENGTHS)
@settings(max_examples=40, deadline=None)
@given(chances)
def test_what_is_carried_whole_comes_back_to_where_it_was(name, chance):
    made = edited(chance, paragraphs_of(chance, 120), STRENGTHS[name])
    carry = Carry.between(made.old, made.new)
    back = carry.reversed()
    for start, end in words_of(made.old):
        found = carry.carried(start, end)
        if found and found.kept == 1 and found.end - found.start == end - start:
            again = back.carried(found.start, found.end)
            assert again is not None
            assert (again.start, again.end) == (start, end)


@settings(max_examples=40, deadline=None)
@given(chances)
def test_reversing_twice_changes_nothing(chance):
    made = edited(chance, paragraphs_of(chance, 80), STRENGTHS["anew"])
    carry = Carry.between(made.old, made.new)
    assert carry.reversed().reversed() == carry


@given(st.text(alphabet="ab \n", max_size=30), st.text(alphabet="ab \n", max_size=30), st.data())
def test_a_place_lies_in_the_new_text(old, new, data):
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    found = Carry.between(old, new).carried(start, end)
    assert found is None or 0 <= found.start <= found.end <= len(new)


def test_a_misspelt_word_is_carried_to_what_stands_for_it():
    assert carried(OLD, OLD.replace("Mosow", "Moscow"), "Mosow") == "Moscow"
    assert carried(OLD, OLD.replace("Mosow", "Boscow"), "Mosow") == "Boscow"


def test_a_word_that_was_put_in_beside_it_does_not_belong_to_it():
    assert carried(OLD, OLD.replace("Mosow", "old Mosow again"), "Mosow") == "Mosow"


def test_words_put_in_within_it_belong_to_it():
    new = OLD.replace("night train", "night or evening train")
    assert carried(OLD, new, "the night train") == "the night or evening train"


def test_white_space_at_the_ends_is_not_taken_in():
    assert carried(OLD, OLD.replace("the night train", "the\n\n night train"), "night train") == (
        "night train"
    )


def test_like_words_beside_what_was_taken_out_are_not_lost():
    old = "They met. The second item was grain. The third item was coal."
    new = "They met. The third item was coal."
    assert carried(old, new, "The third item") == "The third item"
    assert carried(old[::-1], new[::-1], "The third item"[::-1]) == "The third item"[::-1]


def test_what_was_taken_out_is_nowhere():
    assert carried(OLD, OLD.replace(" by the night train", ""), "by the night train") is None


def test_a_place_between_two_characters_stays_between_them():
    at = OLD.index(" by")
    found = Carry.between(OLD, f"Then he said: {OLD}").carried(at, at)
    assert (found.start, found.end, found.kept) == (at + 14, at + 14, 1.0)


def test_what_is_new_is_explained_by_nothing_old():
    new = OLD + " Nobody knows what they spoke of."
    carry = Carry.between(OLD, new)
    assert carry.explained(0, len(OLD)) == 1
    assert carry.explained(len(OLD), len(new)) == 0

"""Lines put together; those without an end take no longer for it."""

import pytest

from library.composing.composer import Composer, words_of


def composed(*lines, words=()):
    composer = Composer(words)
    composer.begin()
    for line in lines:
        composer.add(line, 0)
    return composer.composed(1).text


def test_a_word_broken_at_the_end_of_a_line_is_mended():
    assert (
        composed("He was relie-", "ved in spring", words={"relieved"})
        == "He was relieved in spring"
    )


def test_words_with_hyphens_are_whole_and_those_that_go_on_are_none():
    assert words_of(["North-East of Rabaul was relie-", "ved"]) == {
        "north-east", "of", "rabaul", "was", "ved",
    }  # fmt: skip


@pytest.mark.parametrize("unit", ["a", "a-", "-", "a "])
def test_a_line_without_an_end_is_put_to_the_next_one(unit):
    endless = unit * (1_000_000 // len(unit)) + "-"
    assert composed(endless, "b", words=words_of([endless])).endswith("b")

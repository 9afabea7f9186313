"""Passages are found again in texts that have changed, or are asked about."""

from collections import Counter
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.alignment.anchoring.anchoring import anchoring
from library.model.anchor import AnchorState
from library.model.annotation import fits, passage_of
from library.progress import quietly
from tests.library.alignment.anchoring.edited import (
    STRENGTHS,
    edited,
    overlap,
    paragraphs_of,
    passages,
)

TEXT = (
    "Dear Sir,\n\nThe delegation arrives in Warsaw on Monday. The minister will receive it at "
    "noon.\n\nCoal will be the first item; grain comes after that, and then the question of the "
    "harbours.\n\nThe delegation leaves on Friday by the night train.\n\nYours faithfully"
)
SURE = AnchorState.ANCHORED, AnchorState.MOVED

chances = st.randoms(use_true_random=True)
texts = st.text(alphabet="ab. \n中\U0001d49c", max_size=80)


def passage(words, text=TEXT, nth=0):
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return passage_of("v", text, start, start + len(words))


def anchor_of(wanted, text, *former):
    return quietly(anchoring([wanted], text, former))[wanted]


def words_at(anchor, text):
    return anchor.place and text[slice(*anchor.place)]


# --- Laws ----------------------------------------------------------------------------


@given(texts, st.data())
def test_in_an_unchanged_text_everything_is_anchored_where_it_is(text, data):
    start = data.draw(st.integers(0, len(text)))
    wanted = passage_of("v", text, start, data.draw(st.integers(start, len(text))))
    found = anchor_of(wanted, text, *data.draw(st.lists(texts, max_size=2)))
    assert (found.state, found.place) == (AnchorState.ANCHORED, (wanted.start, wanted.end))


@given(texts, texts, st.data())
def test_places_lie_in_the_text_and_what_is_anchored_has_its_own_words(old, new, data):
    start = data.draw(st.integers(0, len(old)))
    wanted = passage_of("v", old, start, data.draw(st.integers(start, len(old))))
    for former in ((), (old,)):
        found = anchor_of(wanted, new, *former)
        assert all(0 <= each.start <= each.end <= len(new) for each in found.candidates)
        assert all(0 <= each.likeness <= 1 for each in found.candidates)
        ranked = [each.likeness for each in found.candidates]
        assert ranked == sorted(ranked, reverse=True)
        if found.state in SURE:
            assert len(found.candidates) == 1
        if found.state is AnchorState.ANCHORED:
            assert words_at(found, new) == wanted.quote


@settings(max_examples=40, deadline=None)
@given(chances, st.sampled_from(sorted(STRENGTHS)), st.booleans())
def test_the_same_is_found_each_time_and_in_any_order(chance, name, known):
    made = edited(chance, paragraphs_of(chance, 150), STRENGTHS[name])
    wanted = passages(chance, made.old, 5)
    former = (made.old,) if known else ()
    found = quietly(anchoring(wanted, made.new, former))
    assert quietly(anchoring(wanted[::-1], made.new, former)) == found


@settings(max_examples=40, deadline=None)
@given(chances, st.integers(0, 99))
def test_what_is_anchored_after_words_were_put_in_is_anchored_when_they_are_taken_out(chance, at):
    old = paragraphs_of(chance, 100)
    at = old.index(" ", at)
    new = f"{old[:at]} Sandomierz Zakopane{old[at:]}"
    for wanted in passages(chance, old, 5):
        there = anchor_of(wanted, new, old)
        if there.state is AnchorState.ANCHORED and wanted.quote.split():
            again = anchor_of(passage_of("v", new, *there.place), old, new)
            assert (again.state, again.place) == (AnchorState.ANCHORED, (wanted.start, wanted.end))


# --- Floors --------------------------------------------------------------------------


@pytest.mark.parametrize("known", [True, False], ids=["old text known", "quotation only"])
@pytest.mark.parametrize("name", STRENGTHS)
def test_few_are_silently_misplaced_and_most_are_found_or_asked_about(name, known):
    chance, counts = Random(31), Counter()
    for _ in range(30):
        made = edited(chance, paragraphs_of(chance, 1200), STRENGTHS[name])
        wanted = passages(chance, made.old, 12)
        former = (made.old,) if known else ()
        for each, anchor in quietly(anchoring(wanted, made.new, former)).items():
            truth = made.truth(each.start, each.end)
            places = [(found.start, found.end) for found in anchor.candidates]
            hit = any(overlap(truth, place) >= 0.5 for place in places)
            counts["all"] += 1
            counts["silent"] += anchor.state in SURE and not hit
            counts["there"] += truth is not None
            counts["kept"] += hit and anchor.state is not AnchorState.LOST
    assert counts["silent"] <= 0.01 * counts["all"]
    assert counts["kept"] >= 0.95 * counts["there"]


# --- Cases ---------------------------------------------------------------------------


@pytest.mark.parametrize("former", [(), (TEXT,)], ids=["unknown", "known"])
def test_words_pushed_by_others_are_found(former):
    new = TEXT.replace("Dear Sir", "Dear Sir, dear Madam")
    found = anchor_of(passage("receive it at noon"), new, *former)
    assert found.state in SURE
    assert words_at(found, new) == "receive it at noon"


def test_words_pushed_by_others_are_anchored_where_the_old_text_is_known():
    new = TEXT.replace("Dear Sir", "Dear Sir, dear Madam")
    assert anchor_of(passage("at noon"), new, TEXT).state is AnchorState.ANCHORED


def test_corrected_words_have_moved():
    new = TEXT.replace("Coal will be", "Coal shall be")
    found = anchor_of(passage("Coal will be the first item"), new, TEXT)
    assert (found.state, words_at(found, new)) == (
        AnchorState.MOVED,
        "Coal shall be the first item",
    )


def test_a_paragraph_that_was_moved_is_followed():
    parts = TEXT.split("\n\n")
    new = "\n\n".join((parts[0], parts[2], parts[1], *parts[3:]))
    for words in ("The minister will receive it", "grain comes after that"):
        found = anchor_of(passage(words), new, TEXT)
        assert found.state in SURE
        assert words_at(found, new) == words


def test_words_that_stand_twice_are_told_apart_by_what_is_around_them():
    new = TEXT.replace("Dear Sir", "Dear Madam")
    for nth in (0, 1):
        wanted = passage("The delegation", nth=nth)
        assert anchor_of(wanted, new, TEXT).place == (wanted.start + 2, wanted.end + 2)


def test_one_of_two_like_places_is_asked_about_where_the_old_text_is_not_known():
    line = "The committee met, and resolved nothing. "
    wanted = passage_of("v", line * 2, len(line), len(line) + 13)
    new = f"At last. {line * 4}"
    found = anchor_of(wanted, new)
    assert found.state is AnchorState.PLEASE_CHECK
    assert len(found.candidates) > 1
    assert {new[each.start : each.end] for each in found.candidates} == {"The committee"}


def test_what_was_left_out_is_lost_though_its_words_stand_elsewhere():
    new = TEXT.replace("\n\nThe delegation leaves on Friday by the night train.", "")
    found = anchor_of(passage("The delegation", nth=1), new, TEXT)
    assert (found.state, found.place) == (AnchorState.LOST, None)


def test_what_was_put_in_other_words_is_asked_about_or_lost():
    new = TEXT.replace("receive it at noon", "wait for them until evening falls")
    assert anchor_of(passage("receive it at noon"), new, TEXT).state not in SURE


def test_an_earlier_text_is_used_where_the_last_one_does_not_hold_the_passage():
    new = TEXT.replace("noon", "one")
    found = anchor_of(passage("receive it at noon"), new, "Another text", TEXT)
    assert (found.state, words_at(found, new)) == (AnchorState.MOVED, "receive it at one")


def test_a_quotation_alone_is_found_where_its_words_stand_once():
    wanted = replace(passage("grain comes after that"), start=0, end=22, before="", after="")
    found = anchor_of(wanted, TEXT)
    assert found.state in SURE
    assert words_at(found, TEXT) == "grain comes after that"


@pytest.mark.parametrize("known", [True, False], ids=["known", "unknown"])
def test_a_passage_of_many_pages_is_found_by_its_beginning_and_end(known):
    chance = Random(5)
    made = edited(chance, paragraphs_of(chance, 3000), STRENGTHS["heavily"])
    wanted = passage_of("v", made.old, 2000, 18_000)
    found = anchor_of(wanted, made.new, *((made.old,) if known else ()))
    assert found.state in SURE
    assert overlap(found.place, made.truth(2000, 18_000)) > 0.99


def test_a_place_between_words_is_found_again():
    at = TEXT.index(" on Monday")
    wanted = passage_of("v", TEXT, at, at)
    new = TEXT.replace("Dear Sir", "Dear Sir, dear Madam")
    assert anchor_of(wanted, new, TEXT).place == (at + 12, at + 12)
    assert anchor_of(wanted, new).place == (at + 12, at + 12)


def test_a_passage_that_ends_beyond_the_text_does_not_fit():
    assert not fits(replace(passage("faithfully"), end=len(TEXT) + 1), TEXT)
    assert not fits(replace(passage("Dear"), start=-3), TEXT)
    assert fits(passage("faithfully"), TEXT)

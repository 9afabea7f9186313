"""Corrections lie over a text that itself stays as it is."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from library.correcting.correcting import corrected, corrected_alignment
from library.model.anchor import Anchor, Anchors, AnchorState, Candidate
from library.model.annotation import passage_of
from library.model.correction import Correction, CorrectionKind
from library.model.document import Paragraph, Version, VersionKind
from library.model.geometry import Box
from library.model.link import Alignment, Link, LinkKind

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
TEXT = "He went to Mosow by train.\n\nThe the minister was out."


def version_of(text):
    paragraphs, at = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Paragraph(at, at + len(part)))
        at += len(part) + 2
    return Version(
        "v", "Transcript", VersionKind.TRANSCRIPT, "en", (0,), text, (*paragraphs,), (0,)
    )


def correction(start, end, text="", kind=CorrectionKind.REPLACE, *, nth=0, of=TEXT):
    made = NOON + timedelta(minutes=nth)
    return Correction(f"c{nth}", "d", kind, passage_of("v", of, start, end), made, made, text=text)


def of_words(words, text="", kind=CorrectionKind.REPLACE, nth=0):
    start = TEXT.index(words)
    return correction(start, start + len(words), text, kind, nth=nth)


def shown(*corrections):
    return corrected(version_of(TEXT), corrections).version.text


@st.composite
def corrections(draw, text):
    made = []
    for nth in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, len(text)))
        kind = draw(st.sampled_from(CorrectionKind))
        new = draw(st.text(alphabet="xyz\n ", max_size=6))
        made.append(correction(start, end, new, kind, nth=nth, of=text))
    return made


texts = st.lists(st.text(alphabet="abc d\n", max_size=20), min_size=1, max_size=4).map("\n\n".join)


@given(texts)
def test_without_corrections_the_version_is_as_it_was(text):
    version = version_of(text)
    found = corrected(version, ())
    assert found.version.text == text
    assert found.offsets.to_shown(0, len(text)) == (0, len(text))
    assert found.shown == found.left_out == ()


@settings(max_examples=300, deadline=None)
@given(texts, st.data())
def test_what_is_not_corrected_stands_there_letter_by_letter(text, data):
    found = corrected(version_of(text), data.draw(corrections(text)))
    at = shown_at = 0
    for each in (*found.offsets.replaced, None):
        end, shown_end = (
            (each.start, each.shown_start) if each else (len(text), len(found.version.text))
        )
        assert text[at:end] == found.version.text[shown_at:shown_end]
        if each:
            at, shown_at = each.end, each.shown_end


@settings(max_examples=300, deadline=None)
@given(texts, st.data())
def test_each_correction_is_shown_or_left_out_and_none_shown_overlap(text, data):
    made = data.draw(corrections(text))
    found = corrected(version_of(text), made)
    assert sorted(each.id for each in (*found.shown, *found.left_out)) == [e.id for e in made]
    places = [(each.passage.start, each.passage.end) for each in found.shown]
    assert places == sorted(places)
    assert all(one[1] <= other[0] for one, other in pairwise(places))


@settings(max_examples=300, deadline=None)
@given(texts, st.data())
def test_the_order_in_which_they_are_given_does_not_matter(text, data):
    made = data.draw(corrections(text))
    version = version_of(text)
    assert corrected(version, made[::-1]).version == corrected(version, made).version


@settings(max_examples=300, deadline=None)
@given(texts, st.data())
def test_paragraphs_stay_paragraphs(text, data):
    version = version_of(text)
    found = corrected(version, data.draw(corrections(text))).version
    assert len(found.paragraphs) == len(version.paragraphs)
    assert found.text == "\n\n".join(found.text[p.start : p.end] for p in found.paragraphs)
    assert not any("\n\n" in found.text[p.start : p.end] for p in found.paragraphs)


def test_each_kind_shows_what_it_says():
    assert "to Moscow by" in shown(of_words("Mosow", "Moscow"))
    assert "The the [sic] minister" in shown(of_words("The the", kind=CorrectionKind.SIC))
    assert "Mosow [?] by" in shown(of_words("Mosow", kind=CorrectionKind.UNCERTAIN))
    assert "Minsk [?] by" in shown(of_words("Mosow", "Minsk", CorrectionKind.UNCERTAIN))
    assert "to [illegible] by" in shown(of_words("Mosow", kind=CorrectionKind.ILLEGIBLE))


def test_words_can_be_taken_out_and_put_in():
    assert "\n\nThe minister" in shown(of_words("The the", "The"))
    assert "the minister" not in shown(of_words("the minister ", ""))
    at = TEXT.index(" by train")
    assert "Mosow at last by train" in shown(correction(at, at, " at last"))


def test_the_later_of_two_about_the_same_words_is_shown():
    first, second = of_words("Mosow", "Moscow", nth=1), of_words("to Mosow", "to Minsk", nth=2)
    found = corrected(version_of(TEXT), (second, first))
    assert (found.shown, found.left_out) == ((second,), (first,))


def test_one_that_was_taken_back_is_neither_shown_nor_left_out():
    gone = replace(of_words("Mosow", "Moscow"), deleted=NOON)
    found = corrected(version_of(TEXT), (gone,))
    assert (found.shown, found.left_out, found.version.text) == ((), (), TEXT)


def test_one_that_reaches_across_paragraphs_is_left_out():
    across = of_words("train.\n\nThe", "x")
    assert corrected(version_of(TEXT), (across,)).left_out == (across,)


def test_a_blank_line_in_what_is_put_in_starts_no_paragraph():
    found = corrected(version_of(TEXT), (of_words("Mosow", "a\n\n\nb"),)).version
    assert len(found.text.split("\n\n")) == len(found.paragraphs) == 2


def test_a_paragraph_that_is_taken_out_leaves_an_empty_one():
    found = corrected(version_of(TEXT), (of_words("The the minister was out."),)).version
    assert found.text == "He went to Mosow by train.\n\n "
    assert len(found.paragraphs) == 2


def test_paragraphs_and_pages_follow():
    version = replace(version_of(TEXT), page_starts=(0, TEXT.index("The the")))
    found = corrected(version, (of_words("Mosow", "Moscow"), of_words("The the", "The", nth=1)))
    second = found.version.paragraphs[1]
    assert found.version.text[second.start : second.end] == "The minister was out."
    assert found.version.page_starts == (0, second.start)


def test_corrections_of_other_texts_are_not_laid_over_this_one():
    other = of_words("Mosow", "Moscow")
    other = replace(other, passage=replace(other.passage, version="w"))
    assert shown(other) == TEXT


# --- With anchors ----------------------------------------------------------------------


NEW = TEXT.replace("He", "The envoy")


def with_anchor(state, start, end, text=NEW, *, by_reader=False):
    wanted = of_words("Mosow", "Moscow")
    anchor = Anchor(state, (Candidate(start, end, 0.9),), by_reader)
    return corrected(version_of(text), (wanted,), Anchors({wanted.passage: anchor}))


def test_a_correction_follows_its_words():
    at = NEW.index("Mosow")
    assert "to Moscow by" in with_anchor(AnchorState.ANCHORED, at, at + 5).version.text


def test_a_correction_is_not_laid_over_words_that_it_was_not_made_for():
    at = NEW.index("by train")
    for state in AnchorState:
        assert with_anchor(state, at, at + 2).version.text == NEW


def test_a_correction_that_is_asked_about_is_not_shown_until_the_reader_has_placed_it():
    at = NEW.index("Mosow")
    assert with_anchor(AnchorState.PLEASE_CHECK, at, at + 5).version.text == NEW
    new = NEW.replace("Mosow", "Moskow")
    placed = with_anchor(AnchorState.MOVED, at, at + 6, new, by_reader=True)
    assert "to Moscow by" in placed.version.text


# --- Links -----------------------------------------------------------------------------


def test_links_follow_and_those_of_words_taken_out_go():
    words = [("to", 8), ("Mosow", 11), ("by", 17)]
    links = tuple(
        Link(at, at + len(word), 0, (Box(0, 0, 1, 1),), 0.9, LinkKind.WORD) for word, at in words
    )
    alignment = Alignment("v", links, unmatched_ranges=((20, 25),))
    found = corrected(
        version_of(TEXT), (of_words("Mosow", "old Moscow"), of_words("to ", "", nth=1))
    )
    moved = corrected_alignment(alignment, found.offsets)
    text = found.version.text
    assert [text[link.start : link.end] for link in moved.links] == ["old Moscow", "by"]
    assert [text[slice(*each)] for each in moved.unmatched_ranges] == ["train"]

"""Links that the reader made count for more than any other, and at once."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.joining.expecting import expected_place
from library.joining.joining import join
from library.joining.lighting import Lighting, Span, Spot, Sureness
from library.joining.own_places import place_of, with_own_links
from library.model.annotation import Region, passage_of
from library.model.document import Document, Page, PageKind, Paragraph, Version, VersionKind
from library.model.geometry import Box
from library.model.link import Alignment, Link, LinkKind
from library.model.own_link import OwnLink
from library.model.record import Record
from tests.library.alignment.pages import page_of

LINES = (
    "The engineer said that the bridge would bear forty tons",
    "and the mayor asked whether that was enough for lorries",
    "Nothing more was written about this matter that summer",
)
TEXT = " ".join(LINES)
PAGE = page_of(*LINES)
ELSEWHERE = Box(0.5, 0.8, 0.6, 0.82)
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
VERSION = Version("t", "Text", VersionKind.TRANSCRIPT, "en", (), TEXT, (Paragraph(0, len(TEXT)),))
PAGES = (Page(PageKind.SCAN, 600, 800, text_layer=False),)
DOCUMENT = Document("d", Record("A talk"), (), PAGES, (VERSION,))


def own_link(words, *boxes, page=0, text=TEXT):
    start = text.index(words)
    passage = passage_of("t", text, start, start + len(words))
    return OwnLink(f"own {words}", "d", passage, Region(page, boxes or (ELSEWHERE,)), NOON)


def box_of_word(word):
    return next(each.box for each in PAGE.words if each.text == word)


@pytest.fixture(scope="module")
def joined():
    return join(DOCUMENT, [PAGE])


def lit(joined, words):
    return Lighting(DOCUMENT, joined).at_text("t", TEXT.index(words) + 1)


@pytest.mark.parametrize("at_once", [True, False])
def test_the_readers_link_is_sure_and_its_word_has_no_other_place(joined, at_once):
    own = own_link("engineer")
    found = with_own_links(joined, [VERSION], [own]) if at_once else join(DOCUMENT, [PAGE], [own])
    light = lit(found, "engineer")
    assert light.spots == (Spot(0, ELSEWHERE, Sureness.SOLID),)
    assert Lighting(DOCUMENT, found).at_scan("t", 0, 0.55, 0.81) == light
    (link,) = found.alignment("t").links_between(light.spans[0].start, light.spans[0].end)
    assert (link.kind, link.certainty) == (LinkKind.OWN, 1.0)


def test_what_was_joined_with_the_place_gives_way(joined):
    found = with_own_links(joined, [VERSION], [own_link("engineer", box_of_word("mayor"))])
    assert not lit(found, "mayor")
    assert lit(found, "asked") == lit(joined, "asked")


def test_words_on_two_lines_have_both_their_boxes(joined):
    boxes = ELSEWHERE, Box(0.1, 0.84, 0.3, 0.86)
    found = with_own_links(joined, [VERSION], [own_link("forty tons and the", *boxes)])
    light = lit(found, "tons")
    assert [spot.box for spot in light.spots] == list(boxes)
    start = TEXT.index("forty")
    assert light.spans == (Span("t", start, start + len("forty tons and the")),)


def test_a_difference_that_the_reader_settled_is_told_no_more():
    text = TEXT.replace("lorries", "lorries indeed")
    version = Version("t", "Text", VersionKind.TRANSCRIPT, "en", (), text, ())
    document = Document("d", Record("A talk"), (), PAGES, (version,))
    joined = join(document, [PAGE])
    (difference,) = joined.differences["t"]
    own = own_link("indeed", text=text)
    assert text[difference.start : difference.end] == "indeed"
    assert with_own_links(joined, [version], [own]).differences["t"] == ()
    assert join(document, [PAGE], [own]).differences["t"] == ()


def test_a_link_that_was_taken_back_counts_no_more(joined):
    with_it = with_own_links(joined, [VERSION], [own_link("engineer")])
    without = with_own_links(with_it, [VERSION], [])
    assert all(link.kind is not LinkKind.OWN for link in without.alignment("t").links)


def test_where_there_are_none_nothing_changes(joined):
    assert with_own_links(joined, [VERSION], []) == joined


# --- Texts that change ---------------------------------------------------------------------


@given(st.text("xyz ", max_size=20), st.integers(0, 150), st.integers(1, 30))
def test_a_passage_is_found_again_behind_what_was_put_before_it(added, start, length):
    passage = passage_of("t", TEXT, start, min(start + length, len(TEXT)))
    place = place_of(passage, added + TEXT)
    assert place is not None
    assert (added + TEXT)[slice(*place)] == passage.quote


def test_words_that_do_not_stand_there_any_more_have_no_place(joined):
    changed = TEXT.replace("engineer", "architect")
    own = own_link("engineer")
    assert place_of(own.passage, changed) is None
    version = Version("t", "Text", VersionKind.TRANSCRIPT, "en", (), changed, ())
    document = Document("d", Record("A talk"), (), PAGES, (version,))
    links = join(document, [PAGE], [own]).alignment("t").links
    assert all(link.kind is not LinkKind.OWN for link in links)


def test_words_that_stand_there_twice_are_told_apart_by_those_around():
    passage = passage_of("t", TEXT, TEXT.rindex("that"), TEXT.rindex("that") + 4)
    place = place_of(passage, "Again: " + TEXT)
    assert place is not None
    assert place[0] == TEXT.rindex("that") + len("Again: ")
    assert place_of(passage, "that and that") is None


# --- Where a passage may stand -------------------------------------------------------------


def test_a_passage_is_expected_where_it_was_joined():
    links = (
        Link(0, 3, 2, (Box(0.1, 0.1, 0.2, 0.12), Box(0.1, 0.2, 0.2, 0.22)), 0.9, LinkKind.WORD),
    )
    place = expected_place(Alignment("t", links), 0, 3)
    assert place == Region(2, (Box(0.1, 0.1, 0.2, 0.22),))


def test_else_it_is_expected_after_the_word_before_as_wide_as_its_letters():
    links = (
        Link(0, 4, 1, (Box(0.1, 0.1, 0.14, 0.12),), 1.0, LinkKind.WORD),
        Link(20, 24, 1, (Box(0.5, 0.1, 0.54, 0.12),), 1.0, LinkKind.WORD),
    )
    place = expected_place(Alignment("t", links), 5, 10)
    assert place is not None
    assert place.page == 1
    (box,) = place.boxes
    assert (box.left, box.right) == pytest.approx((0.15, 0.2))
    assert (box.top, box.bottom) == (0.1, 0.12)


def test_before_the_first_word_it_is_expected_to_its_left():
    links = (Link(10, 14, 0, (Box(0.5, 0.1, 0.54, 0.12),), 1.0, LinkKind.WORD),)
    (box,) = expected_place(Alignment("t", links), 0, 5).boxes
    assert (box.left, box.right) == pytest.approx((0.44, 0.49))


@given(st.floats(0, 0.9), st.floats(0.01, 0.1), st.integers(1, 2000))
def test_what_is_expected_lies_on_the_page(left, width, letters):
    links = (Link(0, 4, 0, (Box(left, 0.1, left + width, 0.12),), 1.0, LinkKind.WORD),)
    (box,) = expected_place(Alignment("t", links), 5, 5 + letters).boxes
    assert 0 <= box.left < box.right <= 1 + 1e-9


def test_where_nothing_is_joined_nothing_is_expected():
    hints = (Link(0, 3, 0, (ELSEWHERE,), 0.6, LinkKind.LINE),)
    assert expected_place(Alignment("t", hints), 0, 3) is None

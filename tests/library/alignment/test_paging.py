"""Scan pages and texts stay in step in both directions."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.alignment.paging import longest_increasing, offset_of_page, page_of_offset, paging_of
from library.model.document import Page, PageKind, Paragraph, ParagraphRole
from tests.documents import a_document


def marker(start, number):
    return Paragraph(start, start + 3, role=ParagraphRole.PAGE_MARKER, number=number)


def marked(length, pages, *markers):
    """A document of scans whose text has markers (offset, number)."""
    document = a_document(text="x" * length, pages=pages)
    paragraphs = tuple(marker(start, number) for start, number in markers)
    return document, replace(document.versions[0], paragraphs=paragraphs)


markers = st.lists(st.tuples(st.integers(0, 1200), st.none() | st.integers(-2, 40)), max_size=12)
lengths = st.integers(0, 1000)
page_counts = st.integers(0, 12)


def test_a_page_begins_at_its_marker_and_the_text_before_the_first_is_page_one():
    document, version = marked(300, 3, (100, 2), (250, 3))
    assert paging_of(document, version).starts == (0, 100, 250, 300)
    assert offset_of_page(document, version, 1, 0.5) == 175
    assert page_of_offset(document, version, 100) == (1, 0.0)
    assert page_of_offset(document, version, 40) == (0, 0.4)


def test_without_markers_pages_share_the_text_in_proportion():
    document, version = marked(400, 4)
    assert [offset_of_page(document, version, page, 0.0) for page in range(4)] == [0, 100, 200, 300]


def test_a_missing_marker_is_filled_in_between_its_neighbours():
    document, version = marked(500, 4, (100, 2), (400, 4))
    assert paging_of(document, version).starts == (0, 100, 250, 400, 500)


def test_repeated_misplaced_and_absurd_markers_are_left_out():
    document, version = marked(500, 4, (10, 4), (100, 2), (120, 2), (200, 3), (220, 1944), (300, 4))
    assert paging_of(document, version).starts == (0, 100, 200, 300, 500)


def test_markers_count_scan_pages_and_not_the_cover():
    scans = a_document(text="x" * 200)
    cover, scan = Page(PageKind.COVER, 1, 1, text_layer=False), scans.pages[0]
    document = replace(scans, pages=(cover, scan, scan), is_record=True)
    version = replace(document.versions[0], paragraphs=(marker(150, 2),))
    assert page_of_offset(document, version, 150) == (2, 0.0)
    assert offset_of_page(document, version, 0, 0.7) == 0


def test_pages_set_by_the_file_begin_where_it_says():
    document = a_document(text="x" * 90, pages=5)
    version = replace(document.versions[0], pages=(0, 2, 3), page_starts=(0, 30, 60))
    assert paging_of(document, version).starts == (0, 30, 30, 60, 90, 90)
    assert page_of_offset(document, version, 30) == (2, 0.0)


def test_the_only_page_with_text_has_all_of_it():
    document = a_document(text="x" * 90, pages=3)
    version = replace(document.versions[0], pages=(1,), page_starts=(0,))
    assert page_of_offset(document, version, 45) == (1, 0.5)


def test_pages_of_a_record_on_which_its_texts_are_set_lead_to_their_words():
    scan, text = (Page(kind, 1, 1, text_layer=False) for kind in (PageKind.SCAN, PageKind.TEXT))
    of_scan = a_document(text="x" * 200).versions[0]
    transcript = replace(of_scan, id="v1", pages=(2, 3), page_starts=(0, 120))
    translation = replace(of_scan, id="v2", text="y" * 400, pages=(4, 5), page_starts=(0, 300))
    document = replace(
        a_document(),
        pages=(scan, scan, text, text, text, text),
        versions=(transcript, translation),
        is_record=True,
    )
    assert [offset_of_page(document, transcript, page, 0.0) for page in (2, 3)] == [0, 120]
    assert [offset_of_page(document, translation, page, 0.0) for page in (4, 5)] == [0, 300]
    assert [offset_of_page(document, transcript, page, 0.0) for page in (4, 5)] == [0, 150]


@pytest.mark.parametrize(("length", "pages"), [(0, 0), (0, 3), (5, 0)])
def test_without_text_or_scan_everything_is_at_the_start(length, pages):
    document, version = marked(length, pages)
    assert offset_of_page(document, version, 0, 0.0) in (0, length)
    assert page_of_offset(document, version, 0)[1] == 0.0


@given(lengths, page_counts, markers, st.data())
def test_further_down_the_scan_is_never_further_up_the_text(length, pages, found, data):
    paging = paging_of(*marked(length, pages, *found))
    places = st.tuples(st.integers(-1, pages + 1), st.floats(0, 1))
    lower, higher = sorted((data.draw(places), data.draw(places)))
    assert 0 <= paging.offset_of_page(*lower) <= paging.offset_of_page(*higher) <= length


@given(lengths, page_counts, markers, st.data())
def test_further_down_the_text_is_never_further_up_the_scan(length, pages, found, data):
    paging = paging_of(*marked(length, pages, *found))
    lower, higher = sorted(data.draw(st.tuples(*[st.integers(-5, length + 5)] * 2)))
    assert paging.page_of_offset(lower) <= paging.page_of_offset(higher)


@given(lengths, st.integers(1, 12), markers)
def test_the_start_of_a_page_with_text_leads_to_itself(length, pages, found):
    paging = paging_of(*marked(length, pages, *found))
    for page in range(pages):
        start = paging.offset_of_page(page, 0.0)
        if start < paging.starts[page + 1]:
            assert paging.page_of_offset(start) == (page, 0.0)


@given(lengths, st.integers(1, 12), markers, st.data())
def test_a_place_in_the_text_leads_back_to_itself(length, pages, found, data):
    paging = paging_of(*marked(length, pages, *found))
    offset = data.draw(st.integers(0, length))
    assert paging.offset_of_page(*paging.page_of_offset(offset)) == offset


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=9))
def test_the_longest_run_ascends_and_none_is_longer(starts):
    run = longest_increasing(starts)
    assert all(a[0] < b[0] and a[1] <= b[1] for a, b in pairwise(run))
    assert len(run) == longest_by_trying_all(sorted(starts, key=lambda s: (s[1], s[0])))


def longest_by_trying_all(ordered, above=-1):
    return max(
        (
            1 + longest_by_trying_all(ordered[at + 1 :], nth)
            for at, (nth, _) in enumerate(ordered)
            if nth > above
        ),
        default=0,
    )

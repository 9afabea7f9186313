from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.alignment.paging import paging_of
from library.joining.correspondence import correspondence_of
from library.model.document import VersionKind
from library.model.geometry import Box
from library.model.joined import Joined
from library.model.link import Link, LinkKind
from library.model.pairing import Pairing, ParagraphPair
from tests.library.joining.pages_of_lines import (
    LINE,
    PITCH,
    column,
    joined,
    less_sure,
    line,
    make_document,
    make_paragraphs,
    make_text,
    make_version,
    middle,
)

ROWS = 20  # lines on a page
PAGE = ROWS * len(LINE)  # code points on a page


@cache
def in_order(pages=3, without=()):
    """A text over pages of one column; nothing is linked on those `without`."""
    version = make_version(make_text(pages * ROWS))
    links = [
        link
        for page in range(pages)
        if page not in without
        for link in column(version.text, range(page * ROWS, (page + 1) * ROWS), page)
    ]
    return make_document(version, pages=pages), version, joined(version, links)


@cache
def found_in_order(pages=3, without=()):
    return correspondence_of(*in_order(pages, without))


def on(nth: int) -> float:
    """The offset at the middle of a line of a made text."""
    return (nth + 0.5) * len(LINE) - 0.5


def corresponding(version, links, pages):
    return correspondence_of(make_document(version, pages=pages), version, joined(version, links))


# --- One column, pages in order ------------------------------------------------------------


def test_a_line_of_the_scan_goes_to_its_words_and_back():
    found = found_in_order()
    assert found.offset_at(1, middle(7)) == pytest.approx(on(27))
    assert found.place_at(on(27)) == (1, pytest.approx(middle(7)))


@given(st.floats(0, 3 * PAGE - 1))
def test_from_the_text_to_the_scan_and_back_is_the_same_place(offset):
    found = found_in_order()
    page, height = found.place_at(offset)
    assert found.offset_at(page, height) == pytest.approx(offset, abs=1e-6)


@given(st.integers(0, 2), st.integers(0, ROWS - 1), st.floats(-0.5, 0.5))
def test_from_a_line_of_the_scan_to_the_text_and_back_is_the_same_height(page, row, beside):
    found = found_in_order()
    height = middle(row) + beside * PITCH * 0.6
    assert found.place_at(found.offset_at(page, height)) == (page, pytest.approx(height))


@pytest.mark.parametrize("without", [(), (0,), (1,), (2, 3), (0, 1, 2, 3)])
@given(st.lists(st.tuples(st.integers(0, 3), st.floats(0, 1)), min_size=2))
def test_further_down_the_scan_is_never_further_up_in_the_text(without, places):
    found = found_in_order(4, without)
    offsets = [found.offset_at(page, height) for page, height in sorted(places)]
    assert offsets == sorted(offsets)


@pytest.mark.parametrize("without", [(), (0,), (1,), (2, 3), (0, 1, 2, 3)])
@given(st.lists(st.floats(0, 4 * PAGE), min_size=2))
def test_further_down_the_text_is_never_further_up_on_the_scan(without, offsets):
    found = found_in_order(4, without)
    places = [found.place_at(offset) for offset in sorted(offsets)]
    assert places == sorted(places)


def test_the_ends_go_to_the_ends():
    found = found_in_order()
    assert found.offset_at(0, 0.0) == 0
    assert found.offset_at(2, 1.0) == 3 * PAGE
    assert found.place_at(0) == (0, 0.0)
    assert found.place_at(3 * PAGE) == (2, 1.0)


def test_a_page_begins_at_its_marker_where_that_stands_between_the_lines():
    text = f"{LINE.strip()}\n\n-2-\n\n{LINE.strip()}"
    version = replace(make_version(text), paragraphs=make_paragraphs(text))
    second = text.rindex(LINE.strip())
    links = line(LINE, 0, 0, 0.5)
    links += [replace(x, start=x.start + second, end=x.end + second, page=1) for x in links]
    found = corresponding(version, links, pages=2)
    assert found.start_of(1) == text.index("-2-")
    assert found.place_at(text.index("-2-"))[0] == 1
    assert found.offset_at(0, 1.0) == text.index("-2-")


def test_words_that_are_not_sure_count_for_nothing():
    document, version, sure = in_order()
    links = less_sure(sure.alignment(version.id).links)
    found = correspondence_of(document, version, joined(version, links))
    paging = paging_of(document, version)
    assert found.offset_at(1, 0.25) == pytest.approx(paging.offset_of_page(1, 0.25), abs=1)


# --- What is out of order ------------------------------------------------------------------


@given(
    st.integers(0, ROWS - 1),
    st.floats(0.05, 0.95).filter(lambda top: abs(top - 0.4) > 0.02),
)
def test_one_line_that_is_linked_to_a_wrong_place_moves_no_other(wrong, top):
    version = make_version(make_text(ROWS))
    links = column(version.text, [n for n in range(ROWS) if n != wrong], 0)
    links = [
        replace(link, boxes=(moved(link.boxes[0], PITCH),)) if link.start > wrong * 45 else link
        for link in links
    ]
    found = corresponding(version, [*links, *line(version.text, wrong, 0, top)], pages=1)
    for row in range(ROWS):
        if abs(row - wrong) > 1:
            assert found.place_at(on(row)) == (0, pytest.approx(middle(row), abs=PITCH))


def moved(box, by):
    return Box(box.left, box.top + by, box.right, box.bottom + by)


def test_a_note_in_the_margin_that_the_transcript_has_last_does_not_lead_the_page():
    version = make_version(make_text(ROWS + 1))
    note = line(version.text, ROWS, 0, 0.3, left=0.0, right=0.08)
    found = corresponding(version, [*column(version.text, range(ROWS), 0), *note], pages=1)
    assert found.offset_at(0, middle(7)) == pytest.approx(on(7))


@cache
def swapped():
    version = make_version(make_text(3 * ROWS))
    order = (0, 2, 1)
    links = [
        link
        for page, nth in enumerate(order)
        for link in column(version.text, range(nth * ROWS, (nth + 1) * ROWS), page)
    ]
    return corresponding(version, links, pages=3)


def test_swapped_pages_go_to_their_own_text():
    found = swapped()
    assert found.offset_at(1, middle(3)) == pytest.approx(on(2 * ROWS + 3))
    assert found.offset_at(2, middle(3)) == pytest.approx(on(ROWS + 3))


@given(st.floats(0, 3 * PAGE - 1))
def test_the_text_of_swapped_pages_goes_to_the_page_it_stands_on(offset):
    assert swapped().place_at(offset)[0] == (0, 2, 1)[int(offset // PAGE)]


def test_a_page_that_was_scanned_twice_keeps_the_reader_on_the_copy_they_read():
    version = make_version(make_text(2 * ROWS))
    first, second = range(ROWS), range(ROWS, 2 * ROWS)
    links = [
        link
        for page, lines in enumerate((first, first, second))
        for link in column(version.text, lines, page)
    ]
    found = corresponding(version, links, pages=3)
    assert found.place_at(on(5), near=0)[0] == 0
    assert found.place_at(on(5), near=1)[0] == 1
    assert found.offset_at(1, middle(5)) == pytest.approx(on(5))
    assert found.place_at(on(ROWS + 5), near=0)[0] == 2


def test_of_two_columns_the_one_that_is_read_counts():
    version = make_version(make_text(2 * ROWS))
    links = [
        *column(version.text, range(ROWS), 0, right=0.48),
        *column(version.text, range(ROWS, 2 * ROWS), 0, left=0.52),
    ]
    found = corresponding(version, links, pages=1)
    assert found.offset_at(0, middle(5)) == pytest.approx(on(5))
    assert found.offset_at(0, middle(5), near=on(8)) == pytest.approx(on(5))
    assert found.offset_at(0, middle(5), near=on(ROWS + 1)) == pytest.approx(on(ROWS + 5))
    assert found.place_at(on(ROWS + 5)) == (0, pytest.approx(middle(5)))


def test_a_passage_that_stands_elsewhere_on_the_page_is_found_there():
    """A transcript that has the lower half of the page first."""
    version = make_version(make_text(20))
    lower = column(version.text, range(10), 0, top=0.5)
    upper = column(version.text, range(10, 20), 0, top=0.1)
    found = corresponding(version, [*lower, *upper], pages=1)
    assert found.offset_at(0, middle(4)) == pytest.approx(on(14))
    assert found.place_at(on(2)) == (0, pytest.approx(0.5 + 2.3 * PITCH))


# --- What is not linked --------------------------------------------------------------------


def test_where_nothing_is_joined_pages_share_the_text():
    version = make_version(make_text(60))
    document = make_document(version, pages=3)
    found = correspondence_of(document, version, Joined())
    assert found.offset_at(1, 0.5) == len(version.text) / 2
    assert found.place_at(len(version.text) / 2) == (1, 0.5)
    assert [found.start_of(page) for page in range(3)] == list(
        paging_of(document, version).starts[:3]
    )


def test_a_page_without_words_has_the_text_between_its_neighbours():
    found = found_in_order(3, without=(1,))
    start, end = found.offset_at(1, 0.0), found.offset_at(1, 1.0)
    assert start == pytest.approx(PAGE, abs=2)
    assert end == pytest.approx(2 * PAGE, abs=2)
    assert found.place_at(1.5 * PAGE) == (1, pytest.approx(0.5, abs=0.01))


def test_lines_alone_do_not_lead():
    version = make_version(make_text(2 * ROWS))
    links = [replace(link, kind=LinkKind.LINE) for link in column(version.text, range(ROWS), 1)]
    found = corresponding(version, links, pages=2)
    assert found.offset_at(1, 0.0) == len(version.text) / 2


def test_a_document_without_scan_or_text_has_places_all_the_same():
    version = make_version("")
    assert correspondence_of(make_document(version, pages=0), version, Joined()).place_at(0) == (
        0,
        0,
    )
    found = correspondence_of(make_document(version, pages=2), version, Joined())
    assert found.offset_at(1, 0.5) == 0


links_anywhere = st.lists(
    st.builds(
        lambda start, length, page, x, y, height, certainty, kind: Link(
            start, start + length, page, (Box(x, y, x + 0.1, y + height),), certainty, kind
        ),
        st.integers(0, 890),
        st.integers(1, 10),
        st.integers(0, 3),
        st.floats(0, 0.9),
        st.floats(0, 1),
        st.floats(0, 0.1),
        st.sampled_from((0.6, 0.9, 1.0)),
        st.sampled_from(LinkKind),
    ),
    max_size=60,
)


@given(
    links_anywhere,
    st.sampled_from((0, 90, 180, 270)),
    st.integers(0, 3),
    st.floats(0, 1),
    st.floats(0, 900),
    st.none() | st.integers(0, 3),
)
def test_whatever_is_linked_every_answer_is_a_place(links, rotation, page, height, offset, near):
    version = make_version(make_text(ROWS))
    document = make_document(version, pages=4)
    found = correspondence_of(document, version, joined(version, links), rotation)
    assert 0 <= found.offset_at(page, height, near and near * 200.0) <= len(version.text)
    led_to, down = found.place_at(offset, near)
    assert led_to in document.scan_pages
    assert 0 <= down <= 1
    assert 0 <= found.start_of(page) <= len(version.text)


# --- Turned pages --------------------------------------------------------------------------


def test_a_page_that_lies_on_its_side_is_followed_when_it_is_turned_upright():
    version = make_version(make_text(ROWS))
    upright = column(version.text, range(ROWS), 0)
    # Turned by 90° clockwise, a place (x, y) of the file is shown at (1 - y, x).
    lying = [
        replace(link, boxes=(Box(b.top, 1 - b.right, b.bottom, 1 - b.left),))
        for link in upright
        for b in link.boxes
    ]
    document, links = make_document(version, pages=1), joined(version, lying)
    turned = correspondence_of(document, version, links, 90)
    assert turned.offset_at(0, middle(6)) == pytest.approx(on(6))


def test_of_pages_that_lie_on_their_side_each_has_its_own_text():
    version = make_version("x" * 900 + make_text(ROWS + 6))
    lying = [
        Link(900 + n * 8, 906 + n * 8, page, (Box(0.2, at, 0.9, at + 0.1),), 1.0, LinkKind.WORD)
        for page, words in enumerate((range(100), range(100, 120)))
        for n in words
        for at in (0.9 - n % 8 * 0.1,)
    ]
    found = corresponding(version, lying, pages=2)
    assert found.start_of(1) == 900 + 800
    assert found.place_at(1690)[0] == 0
    assert found.place_at(1710)[0] == 1


def test_a_page_on_its_head_is_followed_when_it_is_turned():
    version = make_version(make_text(ROWS))
    on_its_head = [
        replace(link, boxes=(Box(1 - b.right, 1 - b.bottom, 1 - b.left, 1 - b.top),))
        for link in column(version.text, range(ROWS), 0)
        for b in link.boxes
    ]
    found = correspondence_of(
        make_document(version, pages=1), version, joined(version, on_its_head), 180
    )
    assert found.offset_at(0, middle(6)) == pytest.approx(on(6))


# --- Translations --------------------------------------------------------------------------


@cache
def translated(least=1.0):
    """Four paragraphs of a transcript, five lines each, and what three of a translation say."""
    _, version, links = in_order(1)
    breaks = [n * 5 * len(LINE) for n in range(5)]
    text = version.text
    for at in breaks[1:-1]:
        text = f"{text[: at - 1]}\n{text[at:]}"  # as long as it was
    paragraphs = make_paragraphs("\n\n".join(["x" * (5 * len(LINE) - 2)] * 4))
    transcript = replace(version, text=text, paragraphs=paragraphs)
    words = "Eins.\n\nZwei und drei, zusammen.\n\nVier."
    translation = make_version(
        words, "translation", VersionKind.TRANSLATION, make_paragraphs(words)
    )
    pairs = [(0, 0), (1, 1), (1, 2), (2, 3)]
    pairing = Pairing(
        "translation", "transcript", tuple(ParagraphPair(*pair, least) for pair in pairs)
    )
    document = make_document(transcript, translation, pages=1)
    return document, translation, replace(links, pairings=(pairing,))


def test_a_paragraph_of_a_translation_goes_with_that_of_the_transcript():
    document, translation, links = translated()
    found = correspondence_of(document, translation, links)
    four = translation.text.index("Vier")
    assert found.place_at(four) == (0, pytest.approx(middle(15), abs=PITCH))
    assert found.offset_at(0, middle(15)) == pytest.approx(four, abs=1)
    both = translation.paragraphs[1]
    inside = found.offset_at(0, (middle(9) + middle(10)) / 2)
    assert inside == pytest.approx((both.start + both.end) / 2, abs=1)


def test_paragraphs_that_are_doubtful_share_the_text():
    document, translation, links = translated(least=0.5)
    found = correspondence_of(document, translation, links)
    assert found.place_at(len(translation.text) / 2)[1] == pytest.approx(middle(9.5), abs=0.01)


@given(st.floats(0, 38))
def test_a_place_in_a_translation_comes_back_to_its_paragraph(offset):
    document, translation, links = translated()
    found = correspondence_of(document, translation, links)
    back = found.offset_at(*found.place_at(offset))
    assert back == pytest.approx(offset, abs=2.001)  # between two paragraphs nothing stands


def test_a_translation_without_partners_is_paged():
    text = "Eins.\n\n-2-\n\nZwei."
    version = make_version(text, "t", VersionKind.TRANSLATION, make_paragraphs(text))
    found = correspondence_of(make_document(version, pages=2), version, Joined())
    assert found.start_of(1) == text.index("-2-")
    assert found.place_at(text.index("Zwei"))[0] == 1

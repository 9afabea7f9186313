"""What stands on one side only, told without noise."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.alignment.aligning import align
from library.joining.differences import differences_of
from library.joining.joining import join
from library.joining.left_over import left_over
from library.joining.noise import Noise
from library.joining.same_words import without_same_words
from library.joining.whereabouts import Whereabouts
from library.model.annotation import Region
from library.model.difference import DifferenceKind
from library.model.document import (
    Document,
    Page,
    PageKind,
    Paragraph,
    ParagraphRole,
    Version,
    VersionKind,
)
from library.model.geometry import Box
from library.model.link import ScanPageWords, ScanWord
from library.model.record import Record
from tests.library.alignment.pages import page_of
from tests.library.alignment.simulated import typescript

ON_SCAN, IN_TEXT = DifferenceKind.ON_SCAN, DifferenceKind.IN_TEXT
LINES = (
    "The engineer said that the bridge would bear forty tons",
    "and the mayor asked whether that was enough for lorries",
    "Nothing more was written about this matter that summer",
    "except a short letter from the harbour office in March",
)
TEXT = " ".join(LINES)


def text_of(text, *markers, kind=VersionKind.TRANSCRIPT):
    """`markers` are words of the text that only say where a page begins."""
    paragraphs = [Paragraph(0, len(text))]
    for marker in markers:
        start = text.index(marker)
        role, number = ParagraphRole.PAGE_MARKER, int(marker.strip("-"))
        paragraphs.append(Paragraph(start, start + len(marker), 0, role, number))
    return Version("t", "Transcript", kind, "en", (), text, tuple(paragraphs))


def differences(text, *pages, scan=None, markers=()):
    version = text_of(text, *markers)
    alignment = align(text, pages, version="t")
    return differences_of(version, alignment, pages, scan or [page.page for page in pages])


def lines_with(*changes):
    """The lines as they stand on the scan, some of them otherwise."""
    return [dict(changes).get(nth, line) for nth, line in enumerate(LINES)]


def with_words(page, *words):
    return replace(page, words=(*page.words, *words))


def stamp(text, left=0.7, top=0.6, line=90, certainty=1.0, page_height=0.015):
    box = Box(left, top, left + 0.01 * len(text), top + page_height)
    return ScanWord(text, box, line, certainty)


# --- What is told --------------------------------------------------------------------------


def test_where_both_sides_agree_there_is_no_difference():
    assert differences(TEXT, page_of(*LINES)) == ()


def test_a_word_that_the_transcript_left_out_is_on_the_scan_only():
    text = TEXT.replace("short ", "")
    (found,) = differences(text, page_of(*LINES))
    assert (found.kind, found.seen, found.is_clear) == (ON_SCAN, "short", True)
    assert text[: found.start].endswith("except a")
    assert found.start == found.end
    assert found.region == Region(0, (page_of(*LINES).words[31].box,))


def test_a_word_that_the_transcript_put_in_is_in_the_text_only():
    text = TEXT.replace("the mayor", "the honourable mayor")
    page = page_of(*LINES)
    (found,) = differences(text, page)
    assert (found.kind, text[found.start : found.end]) == (IN_TEXT, "honourable")
    (place,) = found.region.boxes
    before, after = page.words[11].box, page.words[12].box
    assert before.left < place.left < place.right < after.right


def test_a_stamp_is_one_stretch_with_a_box_for_each_row():
    rows = (
        stamp("RECEIVED", 0.7, 0.6, 90),
        stamp("MARCH", 0.7, 0.62, 91),
        stamp("1939", 0.76, 0.62, 91),
    )
    (found,) = differences(TEXT, with_words(page_of(*LINES), *rows))
    assert found.seen == "RECEIVED\nMARCH 1939"
    assert len(found.region.boxes) == 2


def test_two_stamps_that_stand_apart_are_two_differences():
    page = with_words(page_of(*LINES), stamp("RECEIVED"), stamp("SECRET", 0.1, 0.9, 95))
    assert [each.seen for each in differences(TEXT, page)] == ["RECEIVED", "SECRET"]


def test_words_on_either_side_of_a_line_of_text_are_not_one_stretch():
    text = "\n".join(LINES[1:3])
    found = differences(text, page_of(*LINES))
    assert [each.seen for each in found] == [LINES[0], LINES[3]]
    assert [each.start for each in found] == [0, len(text)]


def test_a_page_that_the_text_has_nothing_of_is_one_stretch():
    other = page_of("Minutes of another meeting", "", "", "", "held in the town hall", page=1)
    (found,) = differences(TEXT, page_of(*LINES), other)
    assert found.seen == "Minutes of another meeting\nheld in the town hall"
    assert (found.region.page, found.start) == (1, len(TEXT))


def test_what_was_read_badly_is_told_to_be_unclear():
    page = with_words(page_of(*LINES), stamp("Jandli", certainty=0.7))
    assert [each.is_clear for each in differences(TEXT, page)] == [False]


def test_a_missing_word_in_hebrew_stands_to_the_left_of_the_one_before():
    lines = "שלום רב לכל תושבי העיר הגדולה", "אשר על שפת הים הכחול והרחב"
    page = page_of(*lines)
    mirrored = replace(
        page,
        words=tuple(
            replace(w, box=Box(1 - w.box.right, w.box.top, 1 - w.box.left, w.box.bottom))
            for w in page.words
        ),
    )
    text = f"{lines[0]} {lines[1]} נוסף"
    (found,) = differences(text, mirrored)
    last = mirrored.words[-1].box
    assert found.region.boxes[0].right == last.left


# --- What is not told ----------------------------------------------------------------------


@pytest.mark.parametrize("seen", ["-2-", "2", "Page 2", "— 2 —"])
def test_the_number_of_a_page_is_not_told(seen):
    first, second = page_of(*LINES[:2]), page_of(*LINES[2:], page=1, top=0.1)
    second = with_words(second, *(stamp(w, 0.4 + n / 10, 0.02) for n, w in enumerate(seen.split())))
    assert differences(TEXT, first, second) == ()


def test_another_number_at_the_head_of_a_page_is_told():
    page = with_words(page_of(*LINES, top=0.1), stamp("117", 0.8, 0.02))
    assert [each.seen for each in differences(TEXT, page)] == ["117"]


def test_a_page_marker_of_the_text_needs_no_place_on_the_scan():
    text = f"{LINES[0]} {LINES[1]}\n\n-2-\n\n{LINES[2]} {LINES[3]}"
    assert differences(text, page_of(*LINES), markers=["-2-"]) == ()


@pytest.mark.parametrize(
    "speck", [stamp("1"), stamp("n"), stamp("Ur", certainty=0.43), stamp("m2n", certainty=0.6)]
)
def test_specks_are_not_told(speck):
    assert differences(TEXT, with_words(page_of(*LINES), speck)) == ()


def test_a_short_word_in_a_line_is_no_speck():
    text = TEXT.replace("in March", "March")
    assert [each.seen for each in differences(text, page_of(*LINES))] == ["in"]


def test_what_recognition_could_make_nothing_of_is_not_told():
    words = (
        stamp(text, 0.2, 0.5 + nth / 50, 90 + nth, 0.4)
        for nth, text in enumerate(("vva9", "01a2ik"))
    )
    assert differences(TEXT, with_words(page_of(*LINES), *words)) == ()


def test_words_that_were_read_badly_are_not_told_on_either_side():
    page = page_of(*lines_with((1, "and the mavnr asfod wkcther that was enough for lorries")))
    assert differences(TEXT, page) == ()


def test_words_that_recognition_passed_over_where_there_is_room_are_not_told():
    page = page_of(*LINES)
    gone = replace(page, words=(*page.words[:12], *page.words[13:]))  # "mayor", its room is there
    assert differences(TEXT, gone) == ()


def test_words_that_may_be_on_a_page_not_read_yet_are_not_told():
    first, third = page_of(*LINES[:2]), page_of(*LINES[2:], page=2)
    text = f"{LINES[0]} {LINES[1]} Here the second page had a sentence. {LINES[2]} {LINES[3]}"
    assert differences(text, first, third, scan=[0, 1, 2]) == ()
    (found,) = differences(text, first, third, scan=[0, 2])
    assert text[found.start : found.end] == "Here the second page had a sentence."
    assert differences(f"{TEXT} And so it ended.", page_of(*LINES), scan=[0, 1]) == ()


# --- Which texts have differences ----------------------------------------------------------


def document(*versions):
    pages = (Page(PageKind.SCAN, 600, 800, text_layer=False),)
    return Document("d", Record("A talk"), (), pages, versions)


def test_every_text_that_is_on_the_scan_has_its_differences():
    short = replace(text_of(TEXT.replace("short ", "")), id="s")
    joined = join(document(text_of(TEXT), short), [page_of(*LINES)])
    assert joined.differences["t"] == ()
    assert [each.seen for each in joined.differences["s"]] == ["short"]


def test_a_text_in_another_language_and_the_recognised_one_have_none():
    page = [page_of(*LINES)]
    foreign = text_of("Der Ingenieur sagte, dass die neue Brücke vierzig Tonnen tragen werde.")
    assert join(document(foreign), page).differences == {}
    assert join(document(text_of(TEXT, kind=VersionKind.RECOGNISED)), page).differences == {}


# --- Laws ----------------------------------------------------------------------------------


@st.composite
def joined_typescripts(draw):
    count = draw(st.integers(30, 400))
    made = typescript(count, draw(st.sampled_from((0.0, 0.05, 0.2))), draw(st.integers(0, 10_000)))
    words = list(made.words)
    at = draw(st.integers(0, len(words) - 1))
    words[at : at + draw(st.integers(0, 9))] = draw(st.sampled_from(([], ["cut", "passage"])))
    known = [page for page in made.pages if draw(st.booleans())] or made.pages
    text = " ".join(words)
    scan = tuple(page.page for page in made.pages)
    return text_of(text), align(text, known, version="t"), known, scan


@settings(max_examples=40, deadline=None)
@given(joined_typescripts())
def test_everything_left_over_is_told_once_or_has_a_named_reason(made):
    version, alignment, pages, scan = made
    where = Whereabouts(version.text, alignment, {page.page: page.size for page in pages})
    left = without_same_words(version.text, left_over(version, alignment, scan, where), where)
    words = [(each.stretch.page, word) for each in left.on_scan for word in each.stretch.words]
    assert sorted(words, key=repr) == sorted(alignment.unmatched_words, key=repr)
    assert tuple((each.start, each.end) for each in left.in_text) == alignment.unmatched_ranges
    assert all(each.noise is None or each.noise in Noise for each in (*left.on_scan, *left.in_text))
    told = differences_of(version, alignment, pages, scan)
    free = sum(each.noise is None for each in (*left.on_scan, *left.in_text))
    assert sum(each.kind is not DifferenceKind.READING for each in told) == free


@settings(max_examples=40, deadline=None)
@given(joined_typescripts())
def test_differences_come_in_reading_order_and_have_a_place_on_either_side(made):
    version, alignment, pages, scan = made
    told = differences_of(version, alignment, pages, scan)
    assert all(one.start <= other.start for one, other in pairwise(told))
    known = {page.page for page in pages}
    for each in told:
        assert 0 <= each.start <= each.end <= len(version.text)
        assert (each.start < each.end) == (each.kind is not ON_SCAN)
        assert each.region is None or each.region.page in known
        for box in each.region.boxes if each.region else ():
            assert 0 <= box.left < box.right <= 1
            assert 0 <= box.top < box.bottom <= 1


def test_an_empty_scan_has_nothing():
    page = ScanPageWords(0, (), (600.0, 800.0))
    version = text_of(TEXT)
    (found,) = differences_of(version, align(TEXT, [page], version="t"), [page], [0])
    assert (found.kind, found.region) == (IN_TEXT, None)

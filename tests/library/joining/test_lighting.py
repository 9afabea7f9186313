"""What lights up together, and how sure it is shown to be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.joining.lighting import NOTHING, Lighting, Span, Spot, Sureness, sureness_of
from library.joining.lines import Lines, on_one_line
from library.model.document import Document, Page, PageKind, Paragraph, Version, VersionKind
from library.model.geometry import Box
from library.model.joined import Joined
from library.model.link import Alignment, Link, LinkKind
from library.model.pairing import Pairing, ParagraphPair
from library.model.record import Record

TEXT = "The bridge would bear forty tons.\n\nThe mayor asked twice."
WORDS = ("The", "bridge", "would", "bear", "forty", "tons.", "The", "mayor", "asked", "twice.")


def version(version_id="t", text=TEXT, kind=VersionKind.TRANSCRIPT):
    paragraphs, start = [], 0
    for part in text.split("\n\n"):
        paragraphs.append(Paragraph(start, start + len(part)))
        start += len(part) + 2
    return Version(version_id, version_id, kind, "en", (), text, tuple(paragraphs))


def links(certainty=1.0, kind=LinkKind.WORD, page=0):
    """Six words on the first line, four on the second; each a tenth of the page wide."""
    found, at = [], 0
    for nth, word in enumerate(WORDS):
        start = TEXT.index(word, at)
        at = start + len(word)
        line, column = divmod(nth, 6)
        box = Box(column / 10, line / 10 + 0.01, column / 10 + 0.09, line / 10 + 0.03)
        found.append(Link(start, at, page, (box,), certainty, kind))
    return tuple(found)


def document(*others):
    pages = tuple(Page(PageKind.SCAN, 600, 800, text_layer=False) for _ in range(2))
    return Document("d", Record("A talk"), (), pages, (version(), *others))


def lighting(found=None, *others, pairings=()):
    alignment = Alignment("t", links() if found is None else found)
    return Lighting(document(*others), Joined({"t": alignment}, pairings=pairings))


def test_a_word_of_the_text_lights_its_place():
    lit = lighting().at_text("t", TEXT.index("bridge") + 2)
    assert lit.spans == (Span("t", 4, 10),)
    assert lit.spots == (Spot(0, Box(0.1, 0.01, 0.19, 0.03), Sureness.SOLID),)


def test_a_place_on_the_scan_lights_the_same():
    one = lighting()
    assert one.at_scan("t", 0, 0.15, 0.02) == one.at_text("t", 5)


@pytest.mark.parametrize("point", [(0, 0.95, 0.02), (1, 0.15, 0.02), (0, 0.15, 0.5)])
def test_where_no_word_stands_nothing_lights(point):
    assert lighting().at_scan("t", *point) == NOTHING
    assert lighting().at_text("t", TEXT.index("\n")) == NOTHING


def test_a_word_on_two_lines_lights_both_its_parts():
    halves = Box(0.8, 0.01, 0.9, 0.03), Box(0.0, 0.11, 0.05, 0.13)
    lit = lighting((Link(4, 10, 0, halves, 1.0, LinkKind.WORD),)).at_text("t", 4)
    assert [spot.box for spot in lit.spots] == list(halves)


def test_a_page_that_was_scanned_twice_lights_twice():
    both = tuple(sorted((*links(), *links(page=1)), key=lambda link: (link.start, link.page)))
    lit = lighting(both).at_text("t", 5)
    assert [spot.page for spot in lit.spots] == [0, 1]


@given(st.floats(0, 1), st.sampled_from(LinkKind))
def test_no_place_is_shown_as_surer_than_it_is(certainty, kind):
    shown = sureness_of(Link(0, 1, 0, (Box(0, 0, 1, 1),), certainty, kind))
    if shown is Sureness.SOLID:
        assert certainty >= 0.9
        assert kind is not LinkKind.LINE
    if shown is Sureness.SOFT:
        assert 0.7 <= certainty < 0.9
    assert (shown is None) == (certainty < 0.5)


def test_a_doubtful_word_lights_the_whole_line_it_stands_on():
    lit = lighting(links(certainty=0.6)).at_text("t", 4)
    (spot,) = lit.spots
    assert spot.sureness is Sureness.LINE
    assert (spot.box.left, spot.box.right) == (0.0, 0.59)


def test_words_side_by_side_light_as_one_box_for_each_line():
    lit = lighting().between("t", 4, len(TEXT))
    assert [(spot.box.left, spot.box.right) for spot in lit.spots] == [(0.1, 0.59), (0.0, 0.39)]


def test_a_box_on_the_scan_holds_the_words_whose_middle_is_in_it():
    box = Box(0.12, 0.0, 0.34, 0.05)  # the middles of "bridge" and "would", not of "bear"
    start, end = lighting().stretch_in("t", 0, box)
    assert TEXT[start:end] == "bridge would"
    assert lighting().stretch_in("t", 1, box) is None


def test_a_paragraph_of_a_translation_lights_that_of_the_transcript_and_its_region():
    translation = version("e", "Eins.\n\nZwei.", VersionKind.TRANSLATION)
    pairing = Pairing("e", "t", (ParagraphPair(0, 0, 0.95), ParagraphPair(1, 1, 0.8)))
    one = lighting(None, translation, pairings=(pairing,))
    lit = one.at_text("e", 2)
    assert lit.spans == (Span("e", 0, 5, Sureness.LINE), Span("t", 0, 33, Sureness.LINE))
    assert [(spot.box.left, spot.box.right) for spot in lit.spots] == [(0.0, 0.59)]
    assert set(one.at_scan("e", 0, 0.15, 0.02).spans) == set(lit.spans)
    assert one.at_text("e", 8) == NOTHING, "a pair of .8 is not sure enough to be shown"


TRANSLATION = version("e", "Eins.\n\nZwei.", VersionKind.TRANSLATION)
PAIRED = Pairing("e", "t", (ParagraphPair(0, 0, 0.95), ParagraphPair(1, 1, 0.95)))


def test_a_word_lights_the_paragraph_of_a_translation_beside_it():
    one = lighting(None, TRANSLATION, pairings=(PAIRED,))
    lit = one.at_text("t", TEXT.index("mayor"))
    both = one.across(lit, "e")
    assert both.spans == (*lit.spans, Span("e", 7, 12, Sureness.LINE))
    assert both.spots == lit.spots
    assert one.across(both, "e") == both


def test_a_word_lights_the_same_place_in_another_text_of_the_same_scan():
    other = version("u", TEXT.replace("bridge", "Bridge"))
    one = Lighting(document(other), Joined({v: Alignment(v, links()) for v in ("t", "u")}))
    lit = one.across(one.at_text("t", 5), "u")
    assert lit.spans[1:] == (Span("u", 4, 10),)


def test_a_text_that_is_not_joined_gets_no_light():
    lit = lighting().at_text("t", 5)
    assert lighting().across(lit, "elsewhere") == lit


def test_a_box_on_the_scan_holds_the_paragraphs_of_a_translation():
    one = lighting(None, TRANSLATION, pairings=(PAIRED,))
    assert one.stretch_in("e", 0, Box(0.12, 0.0, 0.34, 0.05)) == (0, 5)
    assert one.stretch_in("e", 0, Box(0, 0, 1, 1)) == (0, 12)
    assert one.stretch_in("e", 1, Box(0, 0, 1, 1)) is None


def test_a_mere_line_is_in_no_box():
    assert lighting(links(kind=LinkKind.LINE)).stretch_in("t", 0, Box(0, 0, 1, 1)) is None
    assert lighting(links(certainty=0.6)).stretch_in("t", 0, Box(0, 0, 1, 1)) is None


def test_the_words_under_a_box_leave_out_what_stands_beside_it():
    left_part = Box(0.0, 0.0, 0.22, 1.0)  # The bridge … The mayor
    found = lighting().words_in("t", 0, (left_part,))
    assert [TEXT[start:end] for start, end in found] == ["The bridge", "The mayor"]


def test_boxes_over_the_same_words_hold_them_once():
    boxes = Box(0.0, 0.0, 0.22, 0.05), Box(0.1, 0.0, 0.3, 0.05)
    assert lighting().words_in("t", 0, boxes) == [(0, len("The bridge would"))]


def two_pages():
    """The first line on one page, the second on the next."""
    first, second = links()[:6], links(page=1)[6:]
    return lighting((*first, *second))


@given(st.integers(0, len(TEXT)), st.integers(0, len(TEXT)))
def test_what_stands_on_each_page_is_together_what_stands_on_the_scan(one, other):
    start, end = sorted((one, other))
    lit = two_pages()
    pages = [lit.spots_on(page, "t", start, end) for page in (0, 1)]
    assert (*pages[0], *pages[1]) == lit.spots("t", start, end)
    assert all(spot.page == page for page in (0, 1) for spot in pages[page])


boxes = st.builds(Box.between, *([st.floats(0, 1)] * 4))


@given(st.lists(boxes, max_size=12), boxes)
def test_a_line_holds_its_box_and_all_that_stands_on_it(others, box):
    line = Lines(others).around(box)
    on_it = [each for each in (box, *others) if each is box or on_one_line(box, each)]
    assert (line.top, line.bottom) == (box.top, box.bottom)
    assert line.left == min(each.left for each in on_it)
    assert line.right == max(each.right for each in on_it)

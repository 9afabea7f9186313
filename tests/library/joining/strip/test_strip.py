"""The strip of lines: every line of the scan with its part of the text, and nothing lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.joining.strip.lines import Line, PageBreak
from library.joining.strip.turning import Turn
from library.model.geometry import Box
from library.model.link import Alignment, Link, LinkKind
from tests.library.joining.strip.typed import (
    HEIGHT,
    LETTER,
    MARGIN,
    PITCH,
    box_at,
    linked,
    shown,
    slips,
    strip_of,
    typed,
    version_of,
)

LINES = [
    "The engineer said that the bridge would bear",
    "forty tons, and the mayor asked whether that",
    "was enough for the harbour.",
    "He asked twice.",
]
TEXT = [" ".join(LINES[:3]), LINES[3]]


def lines_told(lines):
    return [("page", 0, ""), *(("line", line) for line in lines)]


# --- Laws ----------------------------------------------------------------------------

words = st.sampled_from(["bridge", "a", "forty", "harbour-master", "[me]asures", "—", "(1)"])
paragraphs = st.lists(st.lists(words, min_size=1, max_size=12).map(" ".join), max_size=6)
markers = st.sampled_from([["-2-"], ["-3-"], []])
boxes = st.builds(
    Box.between, *(st.floats(0, 1, allow_nan=False, allow_subnormal=False) for _ in range(4))
)


@st.composite
def joined_anyhow(draw):
    """A text whose words stand wherever chance puts them."""
    told = draw(st.lists(st.tuples(paragraphs, markers), min_size=1, max_size=3))
    version = version_of([words for both in told for part in both for words in part] or [""])
    places = []
    start = None
    for at, character in enumerate(version.text + " "):
        if character.isspace():
            if start is not None and draw(st.booleans()):
                places.append((start, at))
            start = None
        elif start is None:
            start = at
    links = []
    for start, end in places:
        for page in draw(st.sets(st.integers(0, 3), min_size=1, max_size=2)):
            where = tuple(draw(st.lists(boxes, min_size=1, max_size=3)))
            certainty = draw(st.sampled_from([0.3, 0.6, 0.95]))
            kind = draw(st.sampled_from(LinkKind))
            links.append(Link(start, end, page, where, certainty, kind))
    return version, Alignment(version.id, tuple(links))


@given(joined_anyhow(), st.dictionaries(st.integers(0, 3), st.lists(boxes, max_size=3)))
def test_no_word_of_the_text_is_lost_and_its_order_is_kept(joined, only_on_scan):
    version, alignment = joined
    items = strip_of(version, alignment, 4, only_on_scan)
    assert all(one.end == other.start for one, other in pairwise(items))
    assert "".join(version.text[item.start : item.end] for item in items) == version.text


@given(joined_anyhow())
def test_words_stand_in_their_line_and_in_its_slip(joined):
    version, alignment = joined
    for item in strip_of(version, alignment, 4):
        for word in item.words if isinstance(item, Line) else ():
            assert item.start <= word.start < word.end <= item.end
            assert -0.01 <= word.left <= word.right <= item.slip.width + 0.01


@given(st.floats(-5, 5), st.sampled_from([0, 90, 180, 270]))
def test_lines_are_found_however_the_page_lies(skew, quarter):
    angle = quarter + skew
    size = (792.0, 612.0) if quarter % 180 else (612.0, 792.0)
    version = version_of(TEXT)
    rows = typed(LINES, angle=angle, size=size)
    items = strip_of(version, linked(version, rows), size=size)
    assert shown(version, items) == lines_told(LINES)
    for slip in slips(items):
        off = (slip.angle - angle + 180) % 360 - 180
        assert abs(off) < 0.5
        assert slip.height < 1.6 * PITCH, "a slip shows its line, and little of the next"


@given(st.floats(0, 360), st.floats(0, 1), st.floats(0, 1))
def test_turning_a_place_there_and_back_changes_nothing(angle, x, y):
    turn = Turn(angle, (612, 792))
    back = turn.on_page(*turn.level(x, y))
    assert back == pytest.approx((x, y), abs=1e-9)


# --- Lines ---------------------------------------------------------------------------


def test_each_line_of_the_scan_has_the_words_that_stand_on_it():
    version = version_of(TEXT)
    items = strip_of(version, linked(version, typed(LINES)))
    assert shown(version, items) == lines_told(LINES)
    assert [item.opens for item in items[1:]] == [True, False, False, True]


def test_words_are_placed_below_their_picture():
    version = version_of(TEXT)
    line = strip_of(version, linked(version, typed(LINES)))[1]
    left = line.slip.left
    assert left < MARGIN
    first, second = line.words[:2]
    assert left + first.left == pytest.approx(MARGIN)
    assert left + second.left == pytest.approx(MARGIN + 4 * LETTER)


def test_lines_of_a_page_are_cut_equally_wide_so_that_indents_are_seen():
    version = version_of(TEXT)
    cut = slips(strip_of(version, linked(version, typed(LINES))))
    assert len({(slip.left, slip.width) for slip in cut}) == 1


def test_a_word_that_is_broken_shows_its_parts():
    lines = ["He brought infor-", "mation about it."]
    version = version_of(["He brought information about it."])
    items = strip_of(version, linked(version, typed(lines)))
    assert shown(version, items)[1:] == [("line", lines[0]), ("line", lines[1])]


def test_a_break_at_a_hyphen_of_the_text_is_found_there():
    lines = ["He was in a well-", "known house."]
    version = version_of(["He was in a well-known house."])
    alignment = linked(
        version, typed(["He was in a well-", "known house."]), skipping=("well-known",)
    )
    at = version.text.index("well-known")
    placed = [each for row in typed(lines) for each in row]
    both = tuple(box for word, _, box in placed if word in ("well-", "known"))
    whole = Link(at, at + 10, 0, both, 1.0, LinkKind.WORD)
    links = sorted((*alignment.links, whole), key=lambda link: link.start)
    links = [link for link in links if link is whole or link.end <= at or link.start >= at + 10]
    items = strip_of(version, Alignment("text", tuple(links)))
    assert [version.text[i.start : i.end] for i in items[1:]] == [
        "He was in a well-",
        "known house.",
    ]


def test_a_word_that_is_broken_between_two_pages_shows_its_parts_on_both():
    version = version_of(["He brought information about it."])
    first = typed(["He brought infor-"], 0)
    second = typed(["mation about it."], 1)
    alignment = linked(version, [[*first[0][:2]], [*second[0][1:]]])
    at = version.text.index("information")
    broken = [
        Link(at, at + 11, page, (box,), 1.0, LinkKind.WORD)
        for page, box in ((0, first[0][2][2]), (1, second[0][0][2]))
    ]
    links = sorted((*alignment.links, *broken), key=lambda link: link.start)
    items = strip_of(version, Alignment("text", tuple(links)), 2)
    assert shown(version, items) == [
        ("page", 0, ""),
        ("line", "He brought infor-"),
        ("page", 1, ""),
        ("line", "mation about it."),
    ]


def test_columns_side_by_side_do_not_show_each_other():
    version = version_of(TEXT)
    left = typed(["one two", "three four"], left=50)
    right = typed(["five six", "seven eight"], left=300)
    version = version_of(["one two three four five six seven eight"])
    items = strip_of(version, linked(version, [*left, *right]))
    assert [told for _, *told in shown(version, items)[1:]] == [
        ["one two"],
        ["three four"],
        ["five six"],
        ["seven eight"],
    ]
    one, _, five, _ = slips(items)
    assert one.left + one.width <= five.left


def test_a_few_words_elsewhere_do_not_tear_a_line():
    version = version_of(TEXT)
    rows = typed(LINES)
    word, page, _ = rows[1][3]
    rows[1][3] = (word, page, rows[3][0][2])
    items = strip_of(version, linked(version, rows))
    assert shown(version, items) == lines_told(LINES)


# --- What only one side has ----------------------------------------------------------


def test_words_without_a_place_stand_with_the_line_before_them():
    version = version_of(TEXT)
    items = strip_of(version, linked(version, typed(LINES), skipping=("bear", "forty")))
    assert shown(version, items)[1:3] == [
        ("line", "The engineer said that the bridge would bear forty"),
        ("line", "tons, and the mayor asked whether that"),
    ]


def test_words_that_open_a_paragraph_stand_with_its_line():
    version = version_of([TEXT[0], "(1) " + TEXT[1]])
    items = strip_of(version, linked(version, typed(LINES)))
    assert shown(version, items)[-1] == ("line", "(1) He asked twice.")


def test_marks_that_cling_to_the_first_word_of_a_line_stand_with_it():
    version = version_of(["They took [me]asures and more."])
    items = strip_of(version, linked(version, typed(["They took", "asures and more."])))
    assert shown(version, items)[1:] == [("line", "They took"), ("line", "[me]asures and more.")]


def test_a_paragraph_that_is_not_on_the_scan_stands_alone():
    version = version_of([TEXT[0], "A remark.", "[The editor adds this.]", TEXT[1]])
    items = strip_of(version, linked(version, typed(LINES)))
    assert shown(version, items)[3:] == [
        ("line", LINES[2]),
        ("text", "A remark."),
        ("text", "[The editor adds this.]"),
        ("line", LINES[3]),
    ]


def test_a_long_passage_that_is_not_on_the_scan_stands_alone_in_its_paragraph():
    passage = "and these are many words that nobody typed"
    version = version_of([f"{LINES[0]} {passage} {LINES[1]}"])
    items = strip_of(version, linked(version, typed(LINES[:2])))
    assert shown(version, items)[1:] == [("line", LINES[0]), ("text", passage), ("line", LINES[1])]


def test_what_a_text_has_before_and_after_its_scan_stands_alone():
    version = version_of(["Translated in 1950.", *TEXT, "End of the file."])
    told = shown(version, strip_of(version, linked(version, typed(LINES))))
    assert (told[0], told[-1]) == (("text", "Translated in 1950."), ("text", "End of the file."))


def test_a_text_without_a_place_stands_alone_paragraph_by_paragraph():
    version = version_of(TEXT)
    items = strip_of(version, Alignment("text", ()), 0)
    assert shown(version, items) == [("text", TEXT[0]), ("text", TEXT[1])]


def test_what_stands_on_the_scan_alone_is_shown_where_it_stands():
    version = version_of(TEXT)
    head = box_at(200, MARGIN - 40, 90)
    below = box_at(200, MARGIN + 20 * PITCH, 90, 60)
    within = box_at(MARGIN + 20, MARGIN + PITCH, 30)
    items = strip_of(version, linked(version, typed(LINES)), 1, {0: [below, head, within]})
    assert shown(version, items) == [
        ("page", 0, ""),
        ("scan", 0),
        *(("line", line) for line in LINES),
        ("scan", 0),
    ]
    assert slips(items)[-1].height > 60


# --- Pages ---------------------------------------------------------------------------


def test_pages_begin_with_a_rule_that_takes_the_marker_of_the_text():
    version = version_of([LINES[0], "-2-", LINES[1]])
    rows = [*typed(LINES[:1], 0), *typed(LINES[1:2], 1)]
    told = shown(version, strip_of(version, linked(version, rows), 2))
    assert told == [("page", 0, ""), ("line", LINES[0]), ("page", 1, "-2-"), ("line", LINES[1])]


def test_a_marker_that_stands_on_the_scan_too_is_a_line():
    version = version_of([LINES[0], "-2-", LINES[1]])
    rows = [*typed(LINES[:1], 0), *typed(["-2-", LINES[1]], 1)]
    told = shown(version, strip_of(version, linked(version, rows), 2))
    assert told[2:] == [("page", 1, ""), ("line", "-2-"), ("line", LINES[1])]


def test_a_page_that_the_text_does_not_have_stands_where_its_number_puts_it():
    version = version_of(LINES[:2])
    rows = [*typed(LINES[:1], 0), *typed(LINES[1:2], 2)]
    alone = {1: [box_at(100, 100, 200)]}
    told = shown(version, strip_of(version, linked(version, rows), 3, alone))
    assert told[2:] == [("page", 1, ""), ("scan", 1), ("page", 2, ""), ("line", LINES[1])]


def test_pages_come_in_the_order_of_the_text():
    version = version_of(LINES[:3])
    rows = [*typed(LINES[:1], 0), *typed(LINES[1:2], 2), *typed(LINES[2:3], 1)]
    items = strip_of(version, linked(version, rows), 3)
    assert [item.page for item in items if isinstance(item, PageBreak)] == [0, 2, 1]


def test_a_page_that_was_scanned_twice_is_shown_once_and_named_again():
    version = version_of(TEXT)
    once = linked(version, typed(LINES, 0)).links
    again = linked(version, typed(LINES, 1)).links
    links = sorted((*again, *once), key=lambda link: link.start)
    items = strip_of(version, Alignment("text", tuple(links)), 2)
    assert shown(version, items) == [*lines_told(LINES), ("page", 1, "")]
    assert items[-1].like == 0


def test_a_long_text_without_a_place_is_parted_so_that_none_of_it_is_set_at_once():
    version = version_of(["word " * 5000])
    items = strip_of(version, Alignment("text", ()), 0)
    assert max(item.end - item.start for item in items) <= 3000


def test_words_from_the_right_run_from_the_right():
    lines = ["שלום לכל האנשים", "אשר באו הנה היום"]
    version = version_of([" ".join(lines)])
    rows = typed(lines)
    for row in rows:  # mirrored
        row[:] = [
            (word, page, Box(1 - b.right, b.top, 1 - b.left, b.bottom)) for word, page, b in row
        ]
    items = strip_of(version, linked(version, rows))
    assert shown(version, items) == lines_told(lines)
    assert {slip.angle for slip in slips(items)} == {0.0}


def test_a_slip_has_a_little_room_around_its_line():
    version = version_of(TEXT)
    slip = slips(strip_of(version, linked(version, typed(LINES))))[0]
    assert slip.top < MARGIN < slip.top + 0.3 * HEIGHT
    assert HEIGHT < slip.height < 1.5 * HEIGHT

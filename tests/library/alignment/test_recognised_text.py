"""Words recognised on pages become a text in paragraphs that knows its words' places."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.alignment.recognised_text import recognised_text
from library.composing.blanks import folded
from library.model.document import ParagraphRole, VersionKind
from library.model.geometry import Box
from library.model.link import LinkKind, ScanPageWords, ScanWord
from tests.library.alignment.pages import page_of

LINES = [
    "The committee met on Tuesday in the large room",
    "of the town hall and heard the report of its com-",
    "mittee on water.",
]


def paragraphs_of(*pages):
    version, _ = recognised_text(pages, "r1", None)
    return [version.text[p.start : p.end] for p in version.paragraphs]


def turned(page, box, size):
    """The page with each of its words' boxes as `box` has it."""
    words = tuple(replace(word, box=box(word.box)) for word in page.words)
    return replace(page, words=words, size=size)


def test_it_is_a_version_that_says_it_was_recognised():
    version, alignment = recognised_text([page_of(*LINES, page=3)], "r1", "en")
    assert (version.id, version.label, version.language) == ("r1", "Recognised text", "en")
    assert version.kind is VersionKind.RECOGNISED
    assert (version.pages, version.page_starts) == ((3,), (0,))
    assert alignment.version == "r1"


def test_every_word_links_to_its_own_box():
    page = page_of("two words", "and more")
    version, alignment = recognised_text([page], "r1", None)
    found = {version.text[link.start : link.end]: link.boxes for link in alignment.links}
    assert found == {word.text: (word.box,) for word in page.words}
    assert {(link.certainty, link.kind) for link in alignment.links} == {(1.0, LinkKind.WORD)}


def test_a_word_broken_at_the_end_of_a_line_is_one_word_with_two_boxes():
    page = page_of(*LINES)
    version, alignment = recognised_text([page], "r1", None)
    assert version.text == " ".join(LINES).replace("com- mittee", "committee")
    link = alignment.link_at(version.text.index("committee on"))
    assert version.text[link.start : link.end] == "committee"
    assert [word.text for word in page.words if word.box in link.boxes] == ["com-", "mittee"]


def test_a_word_broken_at_the_end_of_a_page_has_a_link_on_either():
    pages = page_of(*LINES[:2], page=4), page_of(LINES[2], page=5)
    version, alignment = recognised_text(pages, "r1", None)
    start = version.text.index("committee on")
    links = alignment.links_between(start, start + 1)
    assert [(link.start, link.end, link.page) for link in links] == [
        (start, start + len("committee"), 4),
        (start, start + len("committee"), 5),
    ]


@pytest.mark.parametrize(
    ("end", "start", "joined"),
    [
        ("the infor-", "mation on it", "information"),
        ("in FEBRU-", "ARY of it", "FEBRUARY"),
        ("der Verla¬", "dung wegen", "Verladung"),
        ("the North-", "East of it", "North-East"),
        ("well and known, well-", "known it is", "well-known"),
    ],
)
def test_broken_words_are_put_together_and_joined_ones_are_not(end, start, joined):
    lines = "so that this is a line as long as " + end, start
    assert f" {joined} " in paragraphs_of(page_of(*lines))[0]


def test_a_line_that_is_set_in_begins_a_paragraph():
    first, second = page_of(*LINES[:2]), page_of(*LINES[:2], top=0.09)
    moved = (replace(word, line=word.line + 2) for word in second.words)
    page = replace(first, words=(*first.words, *moved))
    set_in = tuple(
        replace(word, box=replace(word.box, left=word.box.left + 0.05, right=word.box.right + 0.05))
        if word.line % 2 == 0
        else word
        for word in page.words
    )
    assert len(paragraphs_of(page)) == 1
    assert len(paragraphs_of(replace(page, words=set_in))) == 2


def test_a_page_that_was_scanned_askew_has_the_same_paragraphs():
    straight = page_of(*(LINES[:2] * 8), "and that was all.")
    width, height = straight.size
    down, across = 0.07 * width / height, 0.07 * height / width  # four degrees

    def tilted(box):
        left, right = (x - across * (box.top + box.bottom) / 2 for x in (box.left, box.right))
        drop = down * (box.left + box.right) / 2
        return Box(left, box.top + drop, right, box.bottom + drop)

    askew = turned(straight, tilted, straight.size)
    assert paragraphs_of(askew) == paragraphs_of(straight)


@pytest.mark.parametrize(
    ("box", "is_on_its_side"),
    [
        (lambda b: Box(1 - b.right, 1 - b.bottom, 1 - b.left, 1 - b.top), False),
        (lambda b: Box(1 - b.bottom, b.left, 1 - b.top, b.right), True),
        (lambda b: Box(b.top, 1 - b.right, b.bottom, 1 - b.left), True),
    ],
)
def test_a_page_that_lies_otherwise_is_read_as_if_it_stood_upright(box, is_on_its_side):
    upright = page_of(*LINES, "-2-", *LINES)
    lying = turned(upright, box, upright.size[::-1] if is_on_its_side else upright.size)
    _, alignment = recognised_text([lying], "r1", None)
    assert paragraphs_of(lying) == paragraphs_of(upright)
    assert alignment.links[0].boxes == (lying.words[0].box,)


def test_a_page_number_is_a_page_marker():
    version, _ = recognised_text([page_of(*LINES, page=0), page_of("- 2 -", *LINES)], "r1", None)
    (marker,) = [p for p in version.paragraphs if p.role is ParagraphRole.PAGE_MARKER]
    assert (version.text[marker.start : marker.end], marker.number) == ("- 2 -", 2)


def numbers_of(*tops):
    """The page markers found where each page has such a first line."""
    pages = [page_of(top, *LINES, page=nth) for nth, top in enumerate(tops)]
    version, _ = recognised_text(pages, "r1", None)
    return [p.number for p in version.paragraphs if p.role is ParagraphRole.PAGE_MARKER]


def test_bare_numbers_that_grow_with_the_pages_are_page_markers():
    assert numbers_of("( 484)", "( 485)", "486.") == [484, 485, 486]
    assert numbers_of("Copy", "2.", "Draft", "4") == [2, 4]


def test_other_bare_numbers_are_none():
    assert numbers_of("1931", "Copy", "7") == []
    assert numbers_of("1", "12", "3") == [3]


def test_columns_are_read_one_after_the_other():
    left = page_of(*LINES[:2], *LINES[:2], *LINES[:2])
    right = page_of(*["der andere Teil"] * 6, left=0.7)
    moved = (replace(word, line=word.line + 10) for word in right.words)
    page = replace(left, words=tuple(sorted((*left.words, *moved), key=lambda w: w.box.top)))
    text = recognised_text([page], "r1", None)[0].text
    assert text.rindex("committee") < text.index("der andere")


def test_a_stamp_over_several_lines_mixes_none_of_them():
    page = page_of(*LINES)
    stamp = ScanWord("RECEIVED", Box(0.6, 0.05, 0.7, 0.115), 9)
    text = recognised_text([replace(page, words=(*page.words, stamp))], "r1", None)[0].text
    assert text.index("Tuesday") < text.index("town hall") < text.index("on water")


def test_hebrew_is_read_from_the_right():
    words = ["הוועדה", "התכנסה", "ביום", "שלישי"]
    boxes = [Box(0.8 - 0.15 * nth, 0.1, 0.9 - 0.15 * nth, 0.12) for nth in range(len(words))]
    line = [ScanWord(text, box, 0) for text, box in zip(words, boxes, strict=True)]
    for order in (line, line[::-1]):
        assert paragraphs_of(ScanPageWords(0, tuple(order), (600, 800))) == [" ".join(words)]


def test_latin_words_in_hebrew_keep_their_own_order():
    words = ["הוועדה", "in", "New", "York", "התכנסה", "אז", "שם"]
    seen = [0, 3, 2, 1, 4, 5, 6]  # from the right
    line = [
        ScanWord(words[nth], Box(0.8 - 0.12 * at, 0.1, 0.9 - 0.12 * at, 0.12), 0)
        for at, nth in enumerate(seen)
    ]
    page = ScanPageWords(0, tuple(line[at] for at in seen), (600, 800))
    assert paragraphs_of(page) == [" ".join(words)]


def test_a_word_that_is_but_a_soft_hyphen_is_none():
    words = (
        ScanWord("\u00ad", Box(0.1, 0.1, 0.2, 0.12), 0),
        ScanWord("so", Box(0.1, 0.2, 0.2, 0.22), 1),
    )
    assert paragraphs_of(ScanPageWords(0, words, (600, 800))) == ["so"]


def test_no_page_gives_an_empty_text():
    version, alignment = recognised_text([], "r1", None)
    assert (version.text, version.paragraphs, alignment.links) == ("", (), ())


PLACES = st.floats(0.0, 0.9)
LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1, max_size=6)
SOME_WORDS = LETTERS | st.sampled_from(
    ["com-", "mittee", "the", "-2-", "e\u0301", "\u0301", "re\u00ad"]
)


@st.composite
def scan_pages(draw):
    pages = []
    for number in range(draw(st.integers(0, 3))):
        words = [
            ScanWord(draw(SOME_WORDS), Box(x, y, x + 0.05, y + 0.02), draw(st.integers(0, 4)))
            for x, y in draw(st.lists(st.tuples(PLACES, PLACES), max_size=12, unique=True))
        ]
        pages.append(ScanPageWords(number + 2, tuple(words), (600.0, 800.0)))
    return pages


@given(scan_pages())
def test_the_text_is_made_of_its_paragraphs_and_pages(pages):
    version, _ = recognised_text(pages, "r1", None)
    text = version.text
    assert text == "\n\n".join(text[p.start : p.end] for p in version.paragraphs)
    assert unicodedata.is_normalized("NFC", text)
    assert len(version.page_starts) == len(version.pages) == len(pages)
    assert list(version.page_starts) == sorted(version.page_starts)


@given(scan_pages())
def test_each_word_of_the_scan_is_linked_to_its_own_letters(pages):
    version, alignment = recognised_text(pages, "r1", None)
    links = alignment.links
    assert [(link.start, link.end) for link in links] == sorted((k.start, k.end) for k in links)
    boxes = [(link.page, box) for link in links for box in link.boxes]
    written = [(p.page, w.box) for p in pages for w in p.words if folded(w.text).strip("\u00ad")]
    assert sorted(boxes, key=str) == sorted(written, key=str)
    texts = {(p.page, w.box): folded(w.text) for p in pages for w in p.words}
    for link in links:
        parts = [
            texts[k.page, box]
            for k in links
            if (k.start, k.end) == (link.start, link.end)
            for box in k.boxes
        ]
        whole = "".join(part.rstrip("-¬⸗\u00ad") for part in parts[:-1]) + parts[-1]
        assert version.text[link.start : link.end].strip("\u00ad") == whole.strip("\u00ad")

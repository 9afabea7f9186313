"""What letters do not join is found by what was seen."""

import pytest

from library.alignment.aligning import align
from library.alignment.laying import rereading
from library.model.link import Link, LinkKind
from tests.library.alignment.laying.typed import doubt, seen_page

LINES = (
    "The representative of the government handed over the infor-",
    "mation about the northern harbour on the third of September",
    "and declared that nothing further could be done this winter",
)
TEXT = " ".join(LINES).replace("- ", "")


def page_where(row, word, read, also=0.3):
    """A page on which a word is read as something else, as long."""
    lines = [line.replace(word, read) if nth == row else line for nth, line in enumerate(LINES)]
    doubts = {row: doubt(lines[row], read, word, also)} if also else None
    return seen_page(*lines, doubts=doubts)


def link_of(page, word, text=TEXT):
    return align(text, [page]).link_at(text.index(word))


def place_of(page, read):
    return next(word for word in page.words if word.text == read).box


def test_a_word_misread_altogether_is_found_in_its_own_place():
    page = page_where(1, "northern harbour", "mxrthqzw barzovk")
    link = link_of(page, "harbour")
    assert link.kind is LinkKind.WORD
    assert link.certainty >= 0.9
    (box,), read = link.boxes, place_of(page, "barzovk")
    assert (box.left, box.right) == pytest.approx((read.left, read.right), abs=0.006)


def test_without_having_been_seen_it_is_not_so_sure():
    seen, unseen = (page_where(1, "northern", "mxrthqzw", also) for also in (0.3, 0))
    assert link_of(unseen, "northern").certainty < link_of(seen, "northern").certainty


def test_words_that_were_run_together_and_misread_each_get_their_own_place():
    page = page_where(2, "nothing further", "mxthimgfvrtqxr", also=0)
    assert link_of(page, "nothing").boxes[0].right <= link_of(page, "further").boxes[0].left


def test_a_broken_word_that_was_misread_has_two_boxes():
    lines = LINES[0].replace("infor-", "imfqr-"), LINES[1].replace("mation", "mxtiqm"), LINES[2]
    doubts = {0: doubt(lines[0], "imfqr-", "infor-"), 1: doubt(lines[1], "mxtiqm", "mation")}
    page = seen_page(*lines, doubts=doubts)
    link = link_of(page, "information")
    assert [box.top for box in link.boxes] == [place_of(page, w).top for w in ("imfqr-", "mxtiqm")]


def test_what_was_read_in_the_place_of_a_word_that_is_found_is_not_left_over():
    page = page_where(1, "northern harbour", "mxrthqzw barzovk")
    assert align(TEXT, [page]).unmatched_words == ()


def test_words_that_are_not_on_the_scan_get_no_place_of_their_own():
    text = TEXT.replace("harbour", "harbour of Kirkenes and Petsamo")
    alignment = align(text, [seen_page(*LINES)])
    for word in ("Kirkenes", "Petsamo"):
        link = alignment.link_at(text.index(word))
        assert link is None or link.kind is LinkKind.LINE


def test_a_foreign_text_finds_nothing_in_what_was_seen():
    foreign = "Wir befinden uns seit drei Wochen in diesem Hause und warten auf Nachricht " * 3
    assert align(foreign, [seen_page(*LINES)]).links == ()


def test_where_the_reader_has_said_what_stands_there_nothing_else_is_found():
    page = page_where(1, "northern harbour", "harbour harbour!", also=0)
    start = TEXT.index("northern")
    boxes = tuple(word.box for word in page.words if word.text.startswith("harbour"))
    fixed = Link(start, start + len("northern"), 0, boxes, 1.0, LinkKind.WORD)
    alignment = align(TEXT, [page], [fixed])
    link = alignment.link_at(TEXT.index("harbour"))
    assert link is None or link.kind is LinkKind.LINE


def test_what_would_take_too_long_is_not_looked_at(monkeypatch):
    page = page_where(1, "northern harbour", "mxrthqzw barzovk")
    monkeypatch.setattr(rereading, "_MOST", 0)
    assert link_of(page, "harbour").certainty < 0.9
    monkeypatch.undo()
    assert link_of(page, "harbour").certainty >= 0.9

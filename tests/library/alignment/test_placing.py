import pytest

from library.alignment.joined_words import Found, scan_of
from library.alignment.placing import links_of, lost_ranges, strays
from library.model.geometry import Box
from library.model.link import Link, LinkKind
from tests.library.alignment.pages import page_of


def placed(page, *founds):
    ranges = [(nth * 10, nth * 10 + 5) for nth in range(len(founds))]
    return links_of(scan_of([page]), list(founds), [page], ranges, frozenset())


def part(first, last):
    return Found([0], [(first, last)], 1.0, LinkKind.PART, 0.95)


def test_a_part_is_cut_from_the_left_of_the_box():
    page = page_of("coldharbour", page=4)
    (link,) = placed(page, part(0.0, 0.4))
    box = page.words[0].box
    assert link.page == 4
    assert link.boxes[0].left == box.left
    assert link.boxes[0].width == pytest.approx(box.width * 0.4)


def test_a_part_of_hebrew_is_cut_from_the_right():
    page = page_of("שלוםעולם")
    (link,) = placed(page, part(0.0, 0.5))
    assert link.boxes[0].right == page.words[0].box.right
    assert link.boxes[0].width == pytest.approx(page.words[0].box.width / 2)


def test_parts_on_one_line_are_one_box_and_on_two_lines_two():
    page = page_of("in for", "mation")
    found = Found([0, 1, 2], [(0.0, 1.0)] * 3, 1.0, LinkKind.WORD, 0.95)
    (link,) = placed(page, found)
    first, second, third = (word.box for word in page.words)
    assert link.boxes == (Box(first.left, first.top, second.right, first.bottom), third)


def test_what_is_left_over_on_either_side_is_named():
    page = page_of("one two — three")
    used = {id(page.words[0])}
    fixed = Link(50, 55, 0, (page.words[3].box,), 1.0, LinkKind.WORD)
    assert [word.text for _, word in strays([page], used, [fixed])] == ["two"]


def test_words_without_a_place_are_told_in_runs_and_a_line_is_no_place():
    ranges = [(0, 3), (4, 7), (8, 11), (12, 15)]
    links = [
        Link(4, 7, 0, (), 1.0, LinkKind.WORD),
        Link(8, 11, 0, (), 0.6, LinkKind.LINE),
    ]
    assert lost_ranges(ranges, links) == ((0, 3), (8, 15))
    assert lost_ranges(ranges, [Link(0, 11, 0, (), 1.0, LinkKind.WORD)]) == ((12, 15),)

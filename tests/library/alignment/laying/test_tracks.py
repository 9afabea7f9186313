"""Words have their places along a line, whichever way it runs."""

import pytest

from library.alignment.laying.tracks import Track
from library.model.geometry import Box
from library.model.link import ScanWord
from library.model.scan_line import ScanLine

SIZE = 600.0, 800.0
ACROSS = (0.1, 0.2), (0.9, 0.2), (0.9, 0.25), (0.1, 0.25)
DOWN = (0.25, 0.1), (0.25, 0.9), (0.2, 0.9), (0.2, 0.1)
SEEN = (1, 3, 3, 5, 7), "abcde", bytes((0, 0, 99, 0, 0))


def track(corners, box):
    return Track(ScanLine(0, corners, 40.0, *SEEN), SIZE, {7: ScanWord("word", box, 0)})


@pytest.mark.parametrize(
    ("corners", "box"),
    [(ACROSS, Box(0.3, 0.2, 0.5, 0.25)), (DOWN, Box(0.2, 0.3, 0.25, 0.5))],
    ids=["across", "down"],
)
def test_a_box_and_its_place_along_the_line_are_the_same(corners, box):
    line = track(corners, box)
    assert line.spans[7] == pytest.approx((10, 20))
    found = line.box(line.spans[7])
    assert (found.left, found.top, found.right, found.bottom) == pytest.approx(
        (box.left, box.top, box.right, box.bottom)
    )


def test_what_words_leave_free_is_told():
    line = track(ACROSS, Box(0.3, 0.2, 0.5, 0.25))
    assert line.free([]) == [(0.0, 40.0)]
    assert line.free([7]) == [pytest.approx((0, 10)), pytest.approx((20, 40))]


def test_the_pitch_is_that_of_the_characters_seen_and_not_of_a_nearly_empty_line():
    assert track(ACROSS, Box(0.3, 0.2, 0.5, 0.25)).pitch == 3.0
    assert Track(ScanLine(0, ACROSS, 10.0, *SEEN), SIZE, {}).pitch == 2.0

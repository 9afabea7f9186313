"""Of several readings of a page the best is taken, and lost lines show."""

import pytest
from PIL import Image, ImageDraw

from library.recognition.worker.attempts import Attempt, best_of
from library.recognition.worker.lying import Upright
from library.recognition.worker.seen import Seen

SIZE = 500, 400
LINES = [(50, top, 450, top + 16) for top in (50, 150, 250, 350)]


@pytest.fixture(scope="module")
def upright():
    picture = Image.new("L", SIZE, 255)
    for left, top, right, bottom in LINES:
        ImageDraw.Draw(picture).rectangle((left, top, right - 1, bottom - 1), fill=0)
    return Upright(picture, 0, 0.0, SIZE)


def seen(text="word", certainty=0.9, box=LINES[0]):
    return Seen(text, *box, line=0, certainty=certainty)


def test_a_line_that_was_not_read_leaves_its_ink_uncovered(upright):
    all_lines = Attempt(upright, tuple(seen(box=line) for line in LINES))
    assert all_lines.covered > 0.97
    assert Attempt(upright, all_lines.seen[1:]).covered == pytest.approx(0.75, abs=0.02)
    assert Attempt(upright, ()).covered == 0


def test_on_an_empty_page_nothing_is_lost():
    empty = Upright(Image.new("L", SIZE, 255), 0, 0.0, SIZE)
    assert Attempt(empty, ()).covered == 1


def test_long_words_count_more(upright):
    attempt = Attempt(upright, (seen("a", 0.1), seen("abcdefghi", 0.9)))
    assert attempt.sure_letters == pytest.approx(8.2)
    assert attempt.certainty == pytest.approx(0.82)


def test_what_reads_more_letters_surely_is_best(upright):
    little = Attempt(upright, (seen(),))
    much = Attempt(upright, (seen(), seen()))
    unsure = Attempt(upright, (seen(certainty=0.1),) * 5)
    assert best_of([little, much, unsure]) == much


def test_the_order_of_columns_is_kept_unless_letters_are_lost(upright):
    columns = Attempt(upright, (seen("a" * 100),))
    block = Attempt(upright, (seen("a" * 102),), in_columns=False)
    fuller = Attempt(upright, (seen("a" * 110),), in_columns=False)
    assert best_of([columns, block]) == columns
    assert best_of([columns, block, fuller]) == fuller

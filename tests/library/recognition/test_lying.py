"""A page is found to lie turned or askew, and what is seen on it is put back in its place."""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from library.recognition.worker.lying import uprights_of

SIZE = 600, 800
WORDS = [(60 + 90 * column, 60 + 36 * row) for row in range(18) for column in range(5)]


@pytest.fixture(scope="module")
def page():
    """Lines of bars, as wide as words, the last of each line at another place."""
    picture = Image.new("L", SIZE, 235)
    drawing = ImageDraw.Draw(picture)
    for place, (left, top) in enumerate(WORDS):
        wide = 50 + 7 * (place % 5) + 3 * (place % 7)
        drawing.rectangle((left, top, left + wide, top + 12), fill=40)
    return picture


def askew(page, degrees):
    return page.rotate(-degrees, Image.Resampling.BICUBIC, fillcolor=235)


@pytest.mark.parametrize("degrees", [-5.0, -2.3, -0.7, 0.6, 1.5, 3.0, 5.0])
def test_a_page_askew_is_straightened(page, degrees):
    upright = next(uprights_of(askew(page, degrees)))
    assert upright.turn == 0
    assert upright.degrees == pytest.approx(degrees, abs=0.15)


def test_a_straight_page_is_left_as_it_is(page):
    upright = next(uprights_of(page))
    assert (upright.turn, upright.degrees, upright.picture) == (0, 0.0, page)


def test_an_empty_page_lies_as_it_lies():
    empty = Image.new("L", SIZE, 235)
    assert next(uprights_of(empty)).picture == empty


@pytest.mark.parametrize("quarters", [1, 3])
def test_a_page_whose_lines_run_down_is_turned_by_a_quarter(page, quarters):
    upright = next(uprights_of(page.rotate(90 * quarters, expand=True)))
    assert upright.turn in (1, 3)


def test_each_way_to_turn_the_page_is_tried_once(page):
    assert sorted(upright.turn for upright in uprights_of(page)) == [0, 1, 2, 3]


@pytest.mark.parametrize("degrees", [0.0, -4.0, 3.0])
@pytest.mark.parametrize("turn", [0, 1, 2, 3])
def test_what_is_seen_upright_has_its_place_on_the_page_as_it_lay(degrees, turn):
    dot = np.array([170, 330])  # in the middle of a small square
    lain = Image.new("L", SIZE, 235)
    drawing = ImageDraw.Draw(lain)
    for top in range(200, 700, 40):
        drawing.rectangle((100, top, 500, top + 9), fill=180)
    lain = lain.rotate(90 * -turn, expand=True)
    lain = askew(lain, degrees)
    ImageDraw.Draw(lain).rectangle((*(dot - 4), *(dot + 4)), fill=0)
    upright = next(each for each in uprights_of(lain) if each.turn == turn)
    assert upright.degrees == pytest.approx(degrees, abs=0.15)
    rows, columns = np.nonzero(np.asarray(upright.picture) < 40)
    seen = np.array([[columns.mean() + 0.5, rows.mean() + 0.5]])
    (found,) = upright.on_the_page(seen) * np.array(lain.size)
    assert found == pytest.approx(dot + 0.5, abs=1.0)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.model.geometry import Box
from library.model.reading import Fit
from viewer.scan.layout import (
    GAP,
    LEAST_ZOOM,
    MARGIN,
    MOST_ZOOM,
    Look,
    Slot,
    box_in_view,
    lay_out,
    next_zoom,
    previous_zoom,
    to_page,
    to_view,
)

LENGTHS = st.floats(20, 3000)
SIZES = st.lists(st.tuples(LENGTHS, LENGTHS), min_size=1, max_size=40)
ROTATIONS = st.sampled_from([0, 90, 180, 270])
UNITS = st.floats(0, 1)
LOOKS = st.builds(
    Look,
    st.integers(60, 3000),
    st.integers(60, 3000),
    st.sampled_from(Fit),
    st.floats(LEAST_ZOOM, MOST_ZOOM),
    ROTATIONS,
    st.sampled_from([72.0, 96.0, 220.0]),
)


@given(SIZES, LOOKS)
def test_pages_follow_each_other_with_a_gap_and_stay_inside_the_column(sizes, look):
    layout = lay_out(sizes, look)
    for above, below in zip(layout.slots, layout.slots[1:], strict=False):
        assert below.top == above.bottom + GAP
    assert layout.slots[0].top >= MARGIN
    assert layout.height >= layout.slots[-1].bottom + MARGIN
    assert all(slot.left >= MARGIN and slot.right <= layout.width for slot in layout.slots)


@given(SIZES, LOOKS, st.floats(0, 30_000), st.floats(1, 2000))
def test_the_visible_pages_are_those_that_reach_into_the_view(sizes, look, top, height):
    layout = lay_out(sizes, look)
    seen = [n for n, s in enumerate(layout.slots) if s.bottom > top and s.top < top + height]
    assert list(layout.visible(top, top + height)) == seen


@given(SIZES, LOOKS, st.data())
def test_one_page_alone_is_as_large_as_in_the_column(sizes, look, data):
    page = data.draw(st.integers(0, len(sizes) - 1))
    alone = lay_out(sizes, look, page)
    there = lay_out(sizes, look).slot(page)
    assert page in alone
    assert (page + 1) not in alone
    assert (alone.slot(page).width, alone.slot(page).height) == (there.width, there.height)


@given(st.tuples(LENGTHS, LENGTHS), LOOKS, UNITS, UNITS)
def test_a_place_on_the_page_comes_back_from_the_view(size, look, u, v):
    slot = lay_out([size], look).slot(0)
    back = to_page(slot, look.rotation, *to_view(slot, look.rotation, u, v))
    assert back == pytest.approx((u, v), abs=1e-6)


@given(ROTATIONS, UNITS, UNITS, UNITS, UNITS)
def test_a_box_stays_on_its_page_however_it_is_turned(rotation, a, b, c, d):
    slot = Slot(10, 20, 300, 400)
    left, top, width, height = box_in_view(slot, rotation, Box.between(a, b, c, d))
    assert left >= slot.left - 1e-6
    assert left + width <= slot.right + 1e-6
    assert top >= slot.top - 1e-6
    assert top + height <= slot.bottom + 1e-6


def test_the_head_of_a_page_turned_right_lies_at_its_right():
    slot = Slot(0, 0, 200, 100)
    assert to_view(slot, 90, 0, 0) == (200, 0)
    assert to_view(slot, 270, 0, 0) == (0, 100)


def test_fitting_the_width_fills_the_room_for_pages_of_any_size():
    layout = lay_out([(600, 800), (1200, 500)], Look(648, 700, Fit.WIDTH))
    assert [slot.width for slot in layout.slots] == [600, 600]


def test_fitting_the_page_shows_all_of_it():
    layout = lay_out([(600, 800), (1200, 500)], Look(648, 448, Fit.PAGE))
    assert [slot.height for slot in layout.slots] == [400, 250]


def test_true_size_is_an_inch_to_72_points():
    layout = lay_out([(72, 144)], Look(500, 500, Fit.ZOOM, 1.0, dpi=110))
    assert layout.slot(0)[2:] == (110, 220)
    assert layout.zoom(0) == pytest.approx(1.0)


def test_turning_the_page_changes_width_and_height():
    layout = lay_out([(600, 800)], Look(848, 900, Fit.WIDTH, rotation=90))
    assert layout.slot(0)[2:] == (800, 600)


@given(st.floats(LEAST_ZOOM, MOST_ZOOM))
def test_zoom_steps_move_by_about_a_quarter_and_stay_in_bounds(zoom):
    assert zoom * 0.99 < next_zoom(zoom) <= min(MOST_ZOOM, zoom * 1.7)
    assert max(LEAST_ZOOM, zoom / 1.7) <= previous_zoom(zoom) < zoom * 1.01


def test_zooming_in_and_out_comes_back():
    assert previous_zoom(next_zoom(1.0)) == 1.0

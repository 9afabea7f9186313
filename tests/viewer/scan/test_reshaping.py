"""The chosen area is moved and reshaped with the mouse, on turned pages too."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt

from library.model.annotation import Region
from library.model.geometry import Box
from tests.viewer.scan.fakes import make_area, make_reading
from viewer.scan.reshaping import _pulled

BOX = Box(0.3, 0.2, 0.6, 0.4)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def reading():
    reading = make_reading()
    reading.show_notes((make_area("a", 0, BOX),), ())
    reading.choose_note("a")
    return reading


def at(view, u, v):
    return view.scene().box_rect(0, Box(u, v, u, v)).topLeft().toPoint()


def drag(qtbot, view, start, end):
    port = view.viewport()
    qtbot.mousePress(port, LEFT, pos=start)
    for step in (0.3, 0.7, 1.0):
        qtbot.mouseMove(port, start + (end - start) * step)
    qtbot.mouseRelease(port, LEFT, pos=end)


def box_of(reading):
    (region,) = reading.note("a").targets
    return region.boxes[0]


def near(box, left, top, right, bottom):
    edges = (box.left, box.top, box.right, box.bottom)
    return edges == pytest.approx((left, top, right, bottom), abs=0.01)


def test_dragging_the_inside_moves_the_area(view, reading, qtbot):
    drag(qtbot, view, at(view, 0.4, 0.3), at(view, 0.5, 0.25))
    assert near(box_of(reading), 0.4, 0.15, 0.7, 0.35)


def test_dragging_a_corner_reshapes_it(view, reading, qtbot):
    drag(qtbot, view, at(view, 0.6, 0.4), at(view, 0.8, 0.45))
    assert near(box_of(reading), 0.3, 0.2, 0.8, 0.45)


def test_dragging_an_edge_moves_that_edge_alone(view, reading, qtbot):
    drag(qtbot, view, at(view, 0.3, 0.3), at(view, 0.1, 0.1))
    assert near(box_of(reading), 0.1, 0.2, 0.6, 0.4)


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_corner_of_a_turned_page_pulls_where_the_mouse_goes(view, reading, qtbot, turned):
    view.rotate(turned)
    drag(qtbot, view, at(view, 0.6, 0.4), at(view, 0.7, 0.35))
    assert near(box_of(reading), 0.3, 0.2, 0.7, 0.35)


def test_escape_leaves_it_as_it_was(view, reading, qtbot):
    port = view.viewport()
    qtbot.mousePress(port, LEFT, pos=at(view, 0.4, 0.3))
    qtbot.mouseMove(port, at(view, 0.6, 0.35))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(port, LEFT, pos=at(view, 0.6, 0.35))
    assert box_of(reading) == BOX


def test_a_click_moves_nothing(view, reading, qtbot):
    qtbot.mouseClick(view.viewport(), LEFT, pos=at(view, 0.4, 0.3))
    assert box_of(reading) == BOX
    assert reading.chosen == "a"


def test_an_area_that_is_not_chosen_is_not_moved(view, reading, qtbot):
    reading.choose_note("")
    drag(qtbot, view, at(view, 0.4, 0.3), at(view, 0.5, 0.25))
    assert box_of(reading) == BOX


def test_the_pointer_shows_what_a_press_would_do(view, reading, qtbot):
    shapes = Qt.CursorShape
    for spot, shape in (
        ((0.45, 0.3), shapes.SizeAllCursor),
        ((0.6, 0.4), shapes.SizeFDiagCursor),
        ((0.6, 0.2), shapes.SizeBDiagCursor),
        ((0.3, 0.3), shapes.SizeHorCursor),
        ((0.45, 0.2), shapes.SizeVerCursor),
    ):
        qtbot.mouseMove(view.viewport(), QPoint(3, 3))
        qtbot.mouseMove(view.viewport(), at(view, *spot))
        assert view.viewport().cursor().shape() is shape


parts = st.floats(0.0, 1.0)


@given(parts, parts, parts, parts, st.tuples(*[st.sampled_from((-1, 0, 1))] * 2),
       st.floats(-2, 2), st.floats(-2, 2))  # fmt: skip
def test_an_area_stays_on_the_page_and_keeps_its_sides_in_order(x, y, u, v, grip, across, down):
    pulled = _pulled(Box.between(x, y, u, v), grip, across, down)
    if abs(x - u) > 0.01 and abs(y - v) > 0.01:
        assert 0 <= pulled.left < pulled.right <= 1
        assert 0 <= pulled.top < pulled.bottom <= 1
        assert isinstance(Region(0, (pulled,)), Region)

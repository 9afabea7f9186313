"""What keys and mouse buttons do on the scan."""

import pytest
from PySide6.QtCore import QPoint, Qt

from library.model.annotation import Colour
from library.model.geometry import Box
from tests.viewer.scan.fakes import make_area
from viewer.places import Place, Tool


@pytest.mark.parametrize(("key", "page"), [(Qt.Key.Key_PageDown, 3), (Qt.Key.Key_PageUp, 1)])
def test_page_keys_turn_pages(view, qtbot, key, page):
    view.reading.go_to(Place(page=2))
    qtbot.keyClick(view, key)
    assert view.page == page


def test_space_scrolls_a_screen_and_shift_goes_back(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_Space)
    there = view.origin().y()
    assert 500 < there < 700
    qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert view.origin().y() == 0


def test_space_held_pans_and_does_not_scroll_a_screen(view, qtbot):
    view.verticalScrollBar().setValue(300)
    qtbot.keyPress(view, Qt.Key.Key_Space)
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    qtbot.mouseMove(port, QPoint(300, 350))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(300, 350))
    qtbot.keyRelease(view, Qt.Key.Key_Space)
    assert view.origin().y() == 250


@pytest.mark.parametrize("button", [Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton])
def test_dragging_the_page_pans(view, qtbot, button):
    port = view.viewport()
    qtbot.mousePress(port, button, pos=QPoint(300, 300))
    qtbot.mouseMove(port, QPoint(300, 200))
    qtbot.mouseRelease(port, button, pos=QPoint(300, 200))
    assert view.origin().y() == 100


def test_escape_lets_go_of_the_note_and_then_puts_the_tool_down(view, reading, qtbot):
    reading.show_notes((make_area("area", 0, Box(0.1, 0.1, 0.5, 0.5)),), ())
    reading.choose_note("area")
    reading.take_tool(Tool.AREA)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert (reading.chosen, reading.tool) == ("", Tool.AREA)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert reading.tool is Tool.SELECT


def test_escape_first_closes_what_lies_over_the_text(view, reading, qtbot):
    reading.take_tool(Tool.AREA)
    open_popups = ["find bar"]
    view.keys.close_popup = lambda: bool(open_popups) and bool(open_popups.pop())
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert (open_popups, reading.tool) == ([], Tool.AREA)


def test_a_note_that_was_deleted_is_no_step_of_the_ladder(view, reading, qtbot):
    reading.choose_note("long gone")
    reading.take_tool(Tool.AREA)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert reading.tool is Tool.SELECT


def test_digits_choose_the_colour_while_a_tool_is_on(view, reading, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_3)
    assert reading.colour is Colour.YELLOW
    reading.take_tool(Tool.AREA)
    qtbot.keyClick(view, Qt.Key.Key_3)
    assert reading.colour is Colour.GREEN
    qtbot.keyClick(view, Qt.Key.Key_9)
    assert reading.colour is Colour.GREEN


def test_a_digit_recolours_the_chosen_note_where_no_tool_is_on(view, reading, qtbot):
    reading.show_notes((make_area("area", 0, Box(0.1, 0.1, 0.5, 0.5)),), ())
    reading.choose_note("area")
    qtbot.keyClick(view, Qt.Key.Key_3)
    assert reading.note("area").colour is Colour.GREEN
    assert reading.colour is Colour.YELLOW
    reading.take_tool(Tool.AREA)
    qtbot.keyClick(view, Qt.Key.Key_4)
    assert reading.note("area").colour is Colour.GREEN


@pytest.mark.parametrize("act", ["mouseClick", "mouseDClick"])
def test_the_mouse_goes_back_and_forward_by_its_own_buttons(panel, qtbot, act):
    port, reading = panel.view.viewport(), panel.view.reading
    reading.go_to(Place(page=3))
    getattr(qtbot, act)(port, Qt.MouseButton.BackButton, pos=QPoint(300, 300))
    assert panel.view.page == 0
    getattr(qtbot, act)(port, Qt.MouseButton.ForwardButton, pos=QPoint(300, 300))
    assert panel.view.page == 3


def test_the_mouse_goes_back_over_the_strip_too(panel, qtbot):
    panel.view.reading.go_to(Place(page=3))
    port = panel.thumbnails.viewport()
    qtbot.mouseClick(port, Qt.MouseButton.BackButton, pos=QPoint(40, 200))
    assert panel.view.page == 0

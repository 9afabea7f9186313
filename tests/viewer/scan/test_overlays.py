"""Areas and bookmarks on the scan."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from library.model.annotation import AnnotationKind, Bookmark, Colour, Region
from library.model.geometry import Box
from tests.viewer.scan.fakes import NOW, make_area, make_document, make_reading
from viewer.places import Tool
from viewer.scan.page_menu import PageMenu

LARGE = make_area("large", 0, Box(0.1, 0.1, 0.9, 0.6))
SMALL = make_area("small", 0, Box(0.4, 0.2, 0.6, 0.4), note="Who is this?")


@pytest.fixture
def reading():
    reading = make_reading()
    reading.show_notes((LARGE, SMALL), ())
    return reading


def at(view, u, v, page=0):
    return view.scene().box_rect(page, Box(u, v, u, v)).topLeft().toPoint()


def click(qtbot, view, point):
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)


def drag(qtbot, view, start, end):
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, (start + end) / 2)
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)


def test_an_area_is_filled_with_its_colour(view):
    picture = view.viewport().grab().toImage()
    inside, outside = (picture.pixelColor(at(view, *spot)) for spot in ((0.3, 0.5), (0.05, 0.5)))
    assert outside.name() == "#c8c8c8"
    assert inside.blue() < outside.blue() * 0.7
    assert inside.red() == pytest.approx(outside.red(), abs=3)


def test_a_click_chooses_the_smallest_area_there(view, reading, qtbot):
    click(qtbot, view, at(view, 0.5, 0.3))
    assert reading.chosen == "small"
    click(qtbot, view, at(view, 0.2, 0.3))
    assert reading.chosen == "large"


def test_a_click_beside_every_area_lets_go(view, reading, qtbot):
    reading.choose_note("small")
    click(qtbot, view, at(view, 0.95, 0.3))
    assert reading.chosen == ""


def test_areas_are_found_on_a_turned_page(view, reading, qtbot):
    view.set_zoom(0.5)
    view.rotate(90)
    click(qtbot, view, at(view, 0.5, 0.3))
    assert reading.chosen == "small"


def test_a_double_click_opens_the_note(view, reading, qtbot):
    opened = []
    reading.note_opened.connect(opened.append)
    point = at(view, 0.5, 0.3)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert opened == ["small"]


def test_the_area_tool_marks_the_box_that_was_drawn_and_stays_in_hand(view, reading, qtbot):
    reading.take_tool(Tool.AREA)
    drag(qtbot, view, at(view, 0.2, 0.62), at(view, 0.4, 0.7))
    made = reading.done[-1].edits[0].after
    assert made.kind is AnnotationKind.AREA
    (region,) = made.targets
    assert isinstance(region, Region)
    assert region.page == 0
    box = region.boxes[0]
    found = (box.left, box.top, box.right, box.bottom)
    assert found == pytest.approx((0.2, 0.62, 0.4, 0.7), abs=0.01)
    assert reading.tool is Tool.AREA


def test_a_click_with_the_area_tool_makes_nothing(view, reading, qtbot):
    reading.take_tool(Tool.AREA)
    click(qtbot, view, at(view, 0.2, 0.7))
    assert reading.done == []


def test_escape_drops_the_box_that_is_being_drawn(view, reading, qtbot):
    reading.take_tool(Tool.AREA)
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=at(view, 0.2, 0.62))
    qtbot.mouseMove(port, at(view, 0.5, 0.7))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=at(view, 0.5, 0.7))
    assert reading.done == []


def test_a_box_is_cut_to_its_page(view, reading, qtbot):
    reading.take_tool(Tool.AREA)
    drag(qtbot, view, at(view, 0.9, 0.7), QPoint(view.viewport().width() - 2, 600))
    assert reading.done[-1].edits[0].after.targets[0].boxes[0].right == 1.0


def test_a_bookmarked_page_carries_a_pin(view, reading):
    before = view.viewport().grab().toImage()
    reading.show_notes((), (Bookmark("b", "doc", "Page 1", NOW, page=0),))
    assert view.viewport().grab().toImage() != before


def actions(menu: QMenu):
    return {action.text(): action for action in menu.actions() if action.text()}


def menu_of(qtbot, view, pages, area=None):
    menu = PageMenu(view, pages, 0, area)
    qtbot.addWidget(menu)
    return menu


def test_the_menu_bookmarks_a_page_and_takes_the_bookmark_away(view, reading, pages, qtbot):
    actions(menu_of(qtbot, view, pages))["Bookmark this page"].trigger()
    assert [mark.name for mark in reading.bookmarks] == ["Page 1"]
    actions(menu_of(qtbot, view, pages))["Remove the bookmark"].trigger()
    assert reading.bookmarks == ()


def test_the_menu_of_an_area_changes_its_colour_and_deletes_it(view, reading, pages, qtbot):
    found = actions(menu_of(qtbot, view, pages, SMALL))
    actions(found["Colour"].menu())["Green"].trigger()
    assert reading.note("small").colour is Colour.GREEN
    found["Delete"].trigger()
    assert reading.note("small") is None


def test_the_menu_copies_the_page_as_a_picture(view, pages, qtbot, qapp):
    actions(menu_of(qtbot, view, pages))["Copy the page as a picture"].trigger()
    pages.answer_all()
    assert not qapp.clipboard().image().isNull()


def test_nothing_can_be_bookmarked_before_the_document_is_in_the_library(show, pages, qtbot):
    view = show(make_reading(make_document(id="")))
    assert not actions(menu_of(qtbot, view, pages))["Bookmark this page"].isEnabled()

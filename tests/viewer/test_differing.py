"""Differences between scan and text, through the whole window."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest

from library.model.difference import DifferenceKind
from tests.records import make_record
from tests.viewer.desk import Desk
from viewer.theme import DARK, LIGHT, Scheme

PAGES = (
    "RECEIVED 4 MAY\n\n\n\n\n\nThe engineer said that the bridge\n"
    "would bear forty tons of freight,\n"
    "and the mayor asked whether\nthat was enough for lorries.",
    "Nothing more was written about\nthis matter until a short letter\n"
    "came from the harbour office.",
)
TRANSCRIPT = (
    "The engineer said that the bridge would bear forty tons of freight, and the mayor asked "
    "whether that was enough for heavy lorries.",
    "Nothing more was written about this matter until a letter came from the harbour office.",
)
STAMP, ADDED, LEFT_OUT = range(3)


@pytest.fixture
def path(tmp_path):
    return make_record(
        tmp_path / "a.pdf", pages=PAGES, transcript=TRANSCRIPT, text_layer=True, title="A bridge"
    )


def opened(desk, path):
    tab = desk.open(path)
    tab.furnish()
    desk.wait(lambda: tab.text.view.sheet is not None and tab.text.view.sheet.whole)
    desk.wait(lambda: tab.reading.joint.joined.pages == frozenset(tab.reading.document.scan_pages))
    desk.wait(lambda: not desk.session.jobs.running)
    return tab


@pytest.fixture
def tab(desk, path):
    return opened(desk, path)


def picture(widget, rect):
    """What is to be seen in a part of a widget."""
    shown = widget.grab(rect).toImage()
    return [shown.pixel(x, y) for x in range(shown.width()) for y in range(shown.height())]


def rect_on_scan(tab, difference) -> QRect:
    view = tab.scan.view
    place = view.place_of(difference.region.page)
    rects = [view.scene().box_rect(place, box) for box in difference.region.boxes]
    return rects[0].toAlignedRect().adjusted(-8, -8, 8, 8)


def rect_in_text(tab, difference) -> QRect:
    view, position = tab.text.view, tab.text.view.sheet.offsets.position
    rect = view.box_of(position(difference.start), position(difference.end))
    return rect.adjusted(-8, 0, 8, 6)


def test_what_only_one_side_has_is_found(tab):
    text = tab.reading.version.text
    found = tab.reading.differing.in_front()
    told = [(each.kind, each.seen, text[each.start : each.end]) for each in found]
    assert told == [
        (DifferenceKind.ON_SCAN, "RECEIVED 4 MAY", ""),
        (DifferenceKind.IN_TEXT, "", "heavy"),
        (DifferenceKind.ON_SCAN, "short", ""),
    ]
    assert tab.sidebar._tabs.tabText(2) == "Differences 3"


@pytest.mark.parametrize("number", [STAMP, ADDED])
def test_the_action_marks_them_on_both_sides(desk, tab, number):
    difference = tab.reading.differing.in_front()[number]
    scan, text = tab.scan.view.viewport(), tab.text.view.viewport()
    on_scan, in_text = rect_on_scan(tab, difference), rect_in_text(tab, difference)
    desk.wait(lambda: tab.scan.view.is_sharp)
    before = picture(scan, on_scan), picture(text, in_text)
    desk.press("differences")
    assert picture(scan, on_scan) != before[0]
    assert picture(text, in_text) != before[1]
    desk.press("differences")
    assert (picture(scan, on_scan), picture(text, in_text)) == before


def test_the_marks_are_in_the_soft_ink_and_the_chosen_one_in_the_accent(desk, tab):
    difference = tab.reading.differing.in_front()[ADDED]
    port, rect = tab.text.view.viewport(), rect_in_text(tab, difference)
    desk.press("differences")
    assert colours(port, rect, LIGHT.soft)
    assert not colours(port, rect, LIGHT.accent)
    tab.reading.differing.choose(difference)
    assert colours(port, rect, LIGHT.accent)


def colours(widget, rect, colour) -> int:
    """How many pixels have nearly this colour."""
    wanted, shown = QColor(colour), widget.grab(rect).toImage()
    near = 0
    for x in range(shown.width()):
        for y in range(shown.height()):
            here = shown.pixelColor(x, y)
            apart = (
                abs(here.red() - wanted.red()),
                abs(here.green() - wanted.green()),
                abs(here.blue() - wanted.blue()),
            )
            near += max(apart) < 25
    return near


def test_in_the_dark_the_text_is_marked_in_the_soft_ink_of_the_dark(tmp_path, pool, qtbot, path):
    desk = Desk(tmp_path, pool, qtbot, Scheme.DARK)
    tab = opened(desk, path)
    difference = tab.reading.differing.in_front()[ADDED]
    port, rect = tab.text.view.viewport(), rect_in_text(tab, difference)
    rect = QRect(rect.left() + 8, rect.bottom() - 9, rect.width() - 16, 6)  # below the letters
    before = colours(port, rect, DARK.soft)
    desk.press("differences")
    assert colours(port, rect, DARK.soft) > before
    desk.close()


def test_the_list_is_opened_by_keys_and_leads_to_the_page(desk, tab):
    desk.press("show_differences")
    view = tab.sidebar.differences.view
    desk.wait(view.isVisible)
    assert tab.reading.differing.is_marked
    view.setFocus()
    for key in (Qt.Key.Key_End, Qt.Key.Key_Return):
        QTest.keyClick(view, key)
    chosen = tab.reading.differing.chosen
    assert chosen.seen == "short"
    assert tab.reading.page == chosen.region.page
    scan = tab.scan.view
    assert scan.viewport().rect().contains(rect_on_scan(tab, chosen).center())
    assert tab.text.view.shows(*[tab.text.view.sheet.offsets.position(chosen.start)] * 2)


def test_whether_they_are_marked_is_kept_for_the_next_time(tmp_path, pool, qtbot, path):
    first = Desk(tmp_path, pool, qtbot)
    opened(first, path)
    first.press("differences")
    first.close()
    second = Desk(tmp_path, pool, qtbot)
    assert second.tab.reading.differing.is_marked
    second.close()

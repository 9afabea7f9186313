"""The strip of small pages, and the scan's half of the tab."""

import pytest
from PySide6.QtCore import Qt

from library.errors import PageDamaged
from library.pages.pool import Urgency
from tests.viewer.scan.fakes import make_document, make_reading
from viewer.places import Side
from viewer.scan.scan_panel import ScanPanel


@pytest.fixture
def panel(qtbot, pages):
    panel = ScanPanel(make_reading(make_document(300)), pages)
    qtbot.addWidget(panel)
    panel.resize(760, 700)
    panel.show()
    return panel


def test_only_the_small_pages_on_the_screen_are_asked_for(panel, pages):
    small = pages.waiting_pages(Urgency.BACKGROUND)
    assert small == set(range(len(small)))
    assert 5 <= len(small) <= 8


def test_small_pages_that_left_the_screen_are_no_longer_asked_for(panel, pages):
    panel.thumbnails.verticalScrollBar().setValue(12_000)
    assert min(pages.waiting_pages(Urgency.BACKGROUND)) > 50


def test_a_click_on_a_small_page_goes_there(panel, pages, qtbot):
    strip = panel.thumbnails
    place = strip.visualRect(strip.model().index(3, 0)).center()
    qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.view.page == 3


def test_the_keys_go_along_the_strip_and_enter_goes_there(panel, qtbot):
    strip = panel.thumbnails
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    qtbot.keyClick(strip, Qt.Key.Key_Down)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert panel.view.page == 2


def test_the_strip_follows_the_reader(panel, qtbot):
    strip = panel.thumbnails
    panel.view.go_to_page(120)
    qtbot.waitUntil(lambda: strip.currentIndex().row() == 120)
    panel.view.reading.see_page(7, Side.TEXT)
    qtbot.waitUntil(lambda: strip.currentIndex().row() == 7)


def test_the_small_page_stands_in_before_the_page_is_drawn(panel, pages):
    for asked in pages.waiting:
        if asked.urgency is Urgency.BACKGROUND:
            pages.answer(asked)
    picture = panel.view.viewport().grab().toImage()
    assert picture.pixelColor(300, 300).name() == "#c8c8c8"


def test_a_small_page_that_failed_is_marked(panel, pages):
    pages.failing[2] = PageDamaged("scan.pdf", 2)
    pages.answer_all()
    assert panel.thumbnails.has_failed(2)
    assert not panel.grab().isNull()


def test_the_strip_can_be_hidden(panel):
    panel.show_thumbnails(False)
    assert not panel.thumbnails.isVisible()
    panel.show_thumbnails(True)
    assert panel.thumbnails.isVisible()


def test_without_a_scan_a_sentence_says_so(qtbot, pages):
    panel = ScanPanel(make_reading(make_document(0)), pages)
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.view.isVisible()
    assert not panel.thumbnails.isVisible()

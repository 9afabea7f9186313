"""The strip of small pages, and the scan's half of the tab."""

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QColor, QImage

from library.errors import PageDamaged
from library.pages.pool import Urgency
from tests.viewer.scan.fakes import make_document, make_reading
from viewer.places import Place, Side
from viewer.scan.scan_panel import ScanPanel


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
    assert strip.currentIndex().row() == 0
    panel.view.reading.go_to(Place(page=120))
    qtbot.waitUntil(lambda: strip.currentIndex().row() != 0)
    assert strip.currentIndex().row() == 120
    assert strip.viewport().rect().intersects(strip.visualRect(strip.currentIndex()))
    panel.view.reading.see_page(7, Side.TEXT)
    qtbot.waitUntil(lambda: strip.currentIndex().row() != 120)
    assert strip.currentIndex().row() == 7


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
    assert panel.is_empty
    assert panel.sentence == "This document has no scan."


def test_the_sentence_goes_when_the_scan_is_read(qtbot, pages):
    reading = make_reading(make_document(0))
    panel = ScanPanel(reading, pages)
    qtbot.addWidget(panel)
    with qtbot.waitSignal(panel.sentence_changed) as told:
        reading.fill(make_document(3), reading.paths)
    assert told.args == [""]
    assert (panel.sentence, panel.is_empty) == ("", False)


def kept_picture(page):
    """A red JPEG for the first page."""
    picture = QImage(90, 120, QImage.Format.Format_RGB32)
    picture.fill(QColor("#c03030"))
    kept = QBuffer()
    kept.open(QIODevice.OpenModeFlag.WriteOnly)
    assert picture.save(kept, "JPEG")
    return bytes(kept.data()) if page == 0 else None


def colour_in_the_middle(panel):
    return panel.view.viewport().grab().toImage().pixelColor(300, 300)


def test_the_kept_picture_stands_in_until_the_page_is_drawn(qtbot, pages):
    asked = []
    panel = ScanPanel(
        make_reading(), pages, preview=lambda page: asked.append(page) or kept_picture(page)
    )
    qtbot.addWidget(panel)
    panel.resize(760, 700)
    panel.show()
    assert colour_in_the_middle(panel).red() > 2 * colour_in_the_middle(panel).green()
    assert asked == [0]
    pages.answer_all()
    assert colour_in_the_middle(panel).name() == "#c8c8c8"
    assert asked == [0]


def test_a_page_without_a_kept_picture_is_blank_paper_until_it_is_drawn(qtbot, pages):
    panel = ScanPanel(make_reading(page=2), pages, preview=kept_picture)
    panel.view.reading.see_page(2)
    qtbot.addWidget(panel)
    panel.resize(760, 700)
    panel.show()
    panel.view.next_page()
    assert colour_in_the_middle(panel).name() == "#f7f5ef"


def test_a_closed_panel_asks_for_nothing_and_takes_nothing(panel, pages, qtbot):
    panel.let_go()
    panel.view.refresh()
    panel.thumbnails.refresh()
    assert pages.waiting_pages(Urgency.BACKGROUND) == set()
    assert pages.waiting_pages(Urgency.VISIBLE) == set()

"""The scan from the reader's side: turning, zooming, following, and what is asked for."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from library.errors import PageDamaged, PasswordNeeded
from library.model.document import PageKind
from library.model.geometry import Box
from library.model.reading import Fit
from library.pages.pool import Urgency
from tests.viewer.scan.fakes import make_document, make_reading
from viewer.level import Level
from viewer.places import Lead, Place, Side
from viewer.scan.layout import MARGIN
from viewer.scan.scan_view import ScanView


def wheel(view, turned, modifiers=Qt.KeyboardModifier.NoModifier, at=(300, 300)):
    point = QPointF(*at)
    event = QWheelEvent(
        point,
        QPointF(view.mapToGlobal(point.toPoint())),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


def heard(reading):
    seen = []
    reading.page_changed.connect(lambda shown: seen.append((shown.page, shown.side)))
    return seen


def top_of(view, page):
    return view.scene().slot_in_view(view.place_of(page)).top


def test_the_page_on_the_screen_is_asked_for_first_and_its_neighbours_once_it_is_sharp(
    show, reading, pages
):
    show(reading)
    assert pages.waiting_pages(Urgency.VISIBLE) == {0}
    assert pages.waiting_pages(Urgency.SOON) == set()
    pages.answer(pages.waiting[0])
    assert pages.waiting_pages(Urgency.SOON) == {1, 2}


def test_what_left_the_screen_is_no_longer_asked_for(show, pages):
    view = show(make_reading(make_document(50)))
    view.reading.go_to(Place(page=30))
    assert pages.waiting_pages(Urgency.VISIBLE) == {30}


def test_a_turn_to_a_fetched_page_asks_for_nothing_the_reader_waits_for(view, pages):
    view.next_page()
    assert view.page == 1
    assert pages.waiting_pages(Urgency.VISIBLE) == set()


def test_turning_the_page_brings_its_top_to_the_top_and_tells_the_reading(view, reading):
    seen = heard(reading)
    view.next_page()
    assert seen == [(1, Side.SCAN)]
    assert top_of(view, 1) == MARGIN
    assert reading.position.page == 1


def test_scrolling_tells_the_page_that_covers_the_upper_third(view, reading):
    seen = heard(reading)
    view.verticalScrollBar().setValue(view.layout_.slot(2).top - 100)
    assert seen == [(2, Side.SCAN)]


def test_with_several_pages_in_the_view_each_can_be_turned_to(show, pages):
    reading = make_reading(fit=Fit.ZOOM, zoom=0.3)
    view = show(reading)
    pages.answer_all()
    seen = []
    for _ in range(4):
        view.next_page()
        seen.append(view.page)
    assert seen == [1, 2, 3, 4]
    assert reading.page == 4


def test_following_the_text_scrolls_there_and_reports_nothing(view, reading):
    seen = heard(reading)
    level = Level.of(view.viewport(), 200)
    reading.in_step.led.emit(Lead(Side.SCAN, level, page=3, height=0.25, offset=0.0))
    view.following.glide.arrive()
    slot = view.scene().slot_in_view(3)
    assert slot.top + 0.25 * slot.height == pytest.approx(200, abs=1)
    assert view.page == 3
    assert seen == []


def test_a_page_that_is_told_elsewhere_is_shown_and_not_reported(view, reading):
    seen = heard(reading)
    reading.see_page(3, Side.TEXT)
    assert seen == [(3, Side.TEXT)]
    assert top_of(view, 3) == MARGIN
    assert view.page == 3


def test_a_jump_shows_the_page_and_reports_nothing(view, reading):
    seen = heard(reading)
    reading.go_to(Place(page=4))
    assert seen == []
    assert view.page == 4


def test_a_jump_to_a_box_brings_it_into_view(view, reading):
    view.set_zoom(3.0)
    box = Box(0.7, 0.8, 0.8, 0.82)
    reading.go_to(Place(page=2, box=box))
    assert view.viewport().rect().contains(view.scene().box_rect(2, box).toRect())


def test_first_and_last_page_are_jumps_with_a_way_back(view, reading, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.page == 4
    reading.go_back()
    assert view.page == 0


def test_the_wheel_with_ctrl_zooms_at_the_pointer(view):
    before = view.scene().spot(QPointF(400, 500))
    wheel(view, 120, Qt.KeyboardModifier.ControlModifier, at=(400, 500))
    after = view.scene().spot(QPointF(400, 500))
    assert view.fit is Fit.ZOOM
    assert after == pytest.approx(before, abs=0.01)


def test_zooming_at_another_page_brings_that_page_to_the_front(show, pages):
    reading = make_reading(fit=Fit.ZOOM, zoom=0.3)
    view = show(reading)
    place = view.scene().slot_in_view(2)
    for _ in range(12):
        wheel(view, 120, Qt.KeyboardModifier.ControlModifier, at=(place.left + 90, place.top + 90))
    assert reading.page == view.page == 2


def test_the_view_says_when_all_that_is_seen_is_sharp(show, reading, pages):
    view = show(reading)
    assert not view.is_sharp
    pages.answer_all()
    assert view.is_sharp


def test_zoom_tells_its_factor_and_is_kept(view, reading):
    told = []
    view.zoom_changed.connect(told.append)
    view.set_zoom(2.0)
    view.zoom_in()
    assert told == pytest.approx([2.0, 2.5])
    assert (reading.position.fit, reading.position.zoom) == (Fit.ZOOM, 2.5)


def test_zoom_stays_between_a_tenth_and_eight(view):
    view.set_zoom(100)
    assert view.zoom == pytest.approx(8)
    view.set_zoom(0.001)
    assert view.zoom == pytest.approx(0.1)


def test_zooming_far_in_asks_for_the_tiles_that_are_seen(view, pages):
    view.set_zoom(8.0)
    clips = [a.request.clip for a in pages.waiting if a.urgency is Urgency.VISIBLE]
    assert 1 <= len(clips) <= 4
    assert all(clip is not None for clip in clips)


def test_the_last_pixels_stand_in_while_the_sharp_ones_are_drawn(view):
    view.set_zoom(2.0)
    picture = view.viewport().grab().toImage()
    assert picture.pixelColor(300, 300).name() == "#c8c8c8"


def test_turning_the_page_by_a_quarter_keeps_its_pictures(view, pages, reading):
    view.set_zoom(0.5)
    pages.answer_all()
    asked = len(pages.asked)
    view.rotate(90)
    visible = {a.request for a in pages.asked[asked:] if a.urgency is Urgency.VISIBLE}
    assert {request.page for request in visible} <= {3, 4}  # more pages fit in the view now
    assert reading.position.rotation == 90


@pytest.mark.parametrize("top", [0, 350, 900, 1300])
@pytest.mark.parametrize("turns", [(90, -90), (-90, 90), (90, 90, 180)])
def test_turning_there_and_back_keeps_the_place(view, reading, top, turns):
    view.verticalScrollBar().setValue(top)
    before = view.page, reading.page, reading.position.page_offset, view.origin()
    for degrees in turns:
        view.rotate(degrees)
    assert (view.page, reading.page, reading.position.page_offset, view.origin()) == before


def test_scrolling_between_two_turns_is_not_taken_back(view):
    view.rotate(90)
    view.verticalScrollBar().setValue(view.layout_.slot(3).top)
    view.rotate(-90)
    assert view.page == 3


def test_fitting_the_page_shows_it_whole(view):
    view.set_fit(Fit.PAGE)
    slot = view.scene().slot_in_view(0)
    assert slot.top == MARGIN
    assert slot.bottom <= view.viewport().height() - MARGIN + 1


def test_a_new_width_keeps_the_page_and_the_place_on_it(view, qtbot):
    view.verticalScrollBar().setValue(view.layout_.slot(2).top + 200)
    before = view.scene().spot(QPointF(300, MARGIN))
    view.resize(900, 700)
    after = view.scene().spot(QPointF(430, MARGIN))
    assert after.place == before.place == 2
    assert after.v == pytest.approx(before.v, abs=0.01)


def test_the_reading_position_is_restored(show, reading, pages):
    first = show(reading)
    first.set_zoom(1.5)
    first.verticalScrollBar().setValue(first.layout_.slot(3).top + 333)
    there = first.scene().spot(QPointF(300, MARGIN))
    again = show(
        make_reading(
            **{
                name: getattr(reading.position, name)
                for name in ("page", "page_offset", "fit", "zoom")
            }
        )
    )
    assert again.page == 3
    assert again.scene().spot(QPointF(300, MARGIN)).v == pytest.approx(there.v, abs=0.01)


def test_a_single_page_is_turned_by_the_wheel_at_its_end(view, reading):
    view.set_fit(Fit.PAGE)
    view.set_single_page(True)
    wheel(view, -120)
    assert reading.page == 1
    wheel(view, 120)
    assert reading.page == 0
    assert reading.position.single_page


def test_a_document_that_gets_its_record_shows_its_scan_and_keeps_the_page(show, pages):
    reading = make_reading()
    view = show(reading)
    view.reading.go_to(Place(page=2))
    cover = replace(reading.document.pages[0], kind=PageKind.COVER)
    leaves = (cover, *reading.document.pages[1:])
    reading.fill(replace(reading.document, pages=leaves, is_record=True), [Path("scan.pdf")])
    assert view.scan == (1, 2, 3, 4)
    assert view.page == 2


def test_a_page_that_fails_says_why_and_is_tried_again(show, reading, pages, qtbot):
    pages.failing[0] = PageDamaged("scan.pdf", 0)
    view = show(reading)
    pages.answer_all()
    assert view.button_rect(0) is not None
    assert "damaged" in view.accessibleDescription()
    pages.failing.clear()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.button_rect(0).center())
    pages.answer_all()
    assert view.button_rect(0) is None


def test_enter_tries_the_page_in_front_again(show, reading, pages, qtbot):
    pages.failing[0] = PageDamaged("scan.pdf", 0)
    view = show(reading)
    pages.answer_all()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert pages.waiting_pages(Urgency.VISIBLE) == {0}


def test_a_file_with_a_password_asks_for_it_once_and_opens_with_it(show, reading, pages, qtbot):
    pages.failing = {n: PasswordNeeded("scan.pdf") for n in range(5)}
    view = show(reading)
    asked = []
    view.password_needed.connect(lambda: asked.append(True))
    pages.answer_all()
    assert asked == [True]
    pages.failing.clear()
    reading.unlock("open sesame")
    assert {a.request.source.password for a in pages.waiting} == {"open sesame"}
    pages.answer_all()
    assert view.button_rect(0) is None


def test_a_document_without_a_scan_is_no_trouble(show, pages, qtbot):
    view = show(make_reading(make_document(0)))
    for act in (view.zoom_in, view.next_page, view.first_page, view.last_page):
        act()
    view.rotate(90)
    view.set_fit(Fit.PAGE)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert pages.asked == []


def test_a_scan_that_was_not_shown_yet_goes_where_it_was_led_when_it_is(qtbot, pages):
    """As in a document that is opened line by line, or its text alone."""
    reading = make_reading()
    view = ScanView(reading, pages)
    qtbot.addWidget(view)
    reading.go_to(Place(page=3, box=Box(0.2, 0.5, 0.4, 0.52)))
    view.resize(640, 700)
    view.show()
    assert view.page == 3
    rect = view.scene().box_rect(3, Box(0.2, 0.5, 0.4, 0.52))
    assert view.viewport().rect().contains(rect.center().toPoint())

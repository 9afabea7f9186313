"""Scan and text scrolled together, through the whole window."""

from bisect import bisect_right
from functools import cache
from random import Random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from library.model.reading import Arrangement, Fit
from tests.pictures import SCAN_LEADING, SCAN_MARGIN
from tests.records import make_record
from tests.viewer.desk import Desk, select
from viewer.places import Place, Side

LINES = 34  # on a page
NOTCH = 120
SYLLABLES = "ba de fi go ku la me ni po ru sa te vi zo hal ber dun gar mon pel"
FRAME = 16  # ms


@cache
def line(page: int, row: int) -> str:
    """A line of made words, like no other."""
    chance, syllables = Random(100 * page + row), SYLLABLES.split()
    return " ".join("".join(chance.choices(syllables, k=chance.randint(1, 4))) for _ in range(8))


def make_pages(path, pages=3):
    """A record whose lines are the same on the scan and in its transcript, which breaks them
    elsewhere and parts them into paragraphs of five."""
    words = [[line(page, row) for row in range(LINES)] for page in range(pages)]
    paragraphs = [
        " ".join(rows[first : first + 5]) for rows in words for first in range(0, LINES, 5)
    ]
    return make_record(
        path, pages=["\n".join(rows) for rows in words], transcript=paragraphs, text_layer=True
    )


@pytest.fixture
def tab(desk, tmp_path):
    return opened(desk, make_pages(tmp_path / "pier.pdf"))


def opened(desk, path):
    """The tab of a record whose words are joined, with the mouse nowhere."""
    tab = desk.open(path)
    tab.furnish()
    desk.wait(lambda: tab.text.view.sheet is not None and tab.text.view.sheet.whole)
    desk.wait(lambda: tab.reading.joint.joined.pages == frozenset(tab.reading.document.scan_pages))
    desk.wait(lambda: not desk.session.jobs.running)
    return tab


# --- What the reader does ------------------------------------------------------------------


def wheel(view, notches=1):
    """Turn the wheel over a view: down where `notches` are more than 0."""
    port, none = view.viewport(), Qt.MouseButton.NoButton
    middle = QPointF(port.rect().center())
    turned = QPoint(0, -NOTCH * notches)
    event = QWheelEvent(
        *(middle, port.mapToGlobal(middle), QPoint(), turned, none),
        *(Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False),
    )
    QApplication.sendEvent(port, event)


def arrive(tab):
    """Let what moves come to its end."""
    for glide in glides(tab):
        if glide.is_moving:
            glide.arrive()


def glides(tab):
    return tab.scan.view.following.glide, tab.text.following.glide


def turn(tab, view, notches=1):
    wheel(view, notches)
    arrive(tab)


# --- What the reader sees ------------------------------------------------------------------


def scrolled(tab) -> tuple[int, int]:
    views = tab.scan.view, tab.text.view
    return tuple(view.verticalScrollBar().value() for view in views)


def top_of(view) -> int:
    """Where a view begins on the screen."""
    return view.viewport().mapToGlobal(QPoint()).y()


def level_on_scan(tab, start, end) -> float:
    """How far down the screen some of the text stands on the scan."""
    view, version = tab.scan.view, tab.reading.version
    (spot, *_) = tab.reading.joint.lighting.spots(version.id, start, end)
    return top_of(view) + view.scene().box_rect(view.place_of(spot.page), spot.box).center().y()


def level_in_text(tab, words) -> float:
    """How far down the screen the beginning of some words stands in the text."""
    view = tab.text.view
    y = view.sheet.y_of(tab.reading.version.text.index(words))
    return top_of(view) + y - view.verticalScrollBar().value()


def read(tab, view) -> tuple[float, int]:
    """The level of the screen where the reader of a view reads, and what of the text is there."""
    line = view.reading_height if view is tab.scan.view else tab.text.following.reading_height
    level, text = top_of(view) + line.at, tab.text.view
    y = level - top_of(text) + text.verticalScrollBar().value()
    return level, round(text.sheet.offset_at(y))


def page_read(tab, view) -> int:
    _, offset = read(tab, view)
    return bisect_right([tab.reading.offset_at(p) for p in tab.scan.view.scan], offset) - 1


def assert_side_by_side(tab, view):
    """What stands in the text where it is read stands on the scan at the same height."""
    level, offset = read(tab, view)
    starts = [tab.reading.offset_at(page) for page in tab.scan.view.scan]
    ends = *starts, len(tab.reading.version.text)
    in_margin = any(abs(offset - end) < len(line(0, 0)) for end in ends)
    points = SCAN_MARGIN * 2 if in_margin else SCAN_LEADING
    near = points * tab.scan.view.zoom * tab.scan.view.logicalDpiY() / 72
    assert level_on_scan(tab, offset - 1, offset + 2) == pytest.approx(level, abs=near)


# --- Together ------------------------------------------------------------------------------


def test_what_is_read_on_the_scan_stands_at_the_same_height_in_the_text(tab):
    for notches in (2, 3, 4, 5, -3, -6):
        turn(tab, tab.scan.view, notches)
        assert_side_by_side(tab, tab.scan.view)


def test_what_is_read_in_the_text_stands_at_the_same_height_on_the_scan(tab):
    for notches in (3, 5, 7, 9, -4, -8):
        turn(tab, tab.text.view, notches)
        assert_side_by_side(tab, tab.text.view)


def test_the_reading_goes_on_where_the_other_side_was_led(tab):
    turn(tab, tab.scan.view, 9)
    scan, text = scrolled(tab)
    turn(tab, tab.text.view, 1)
    assert scrolled(tab)[1] > text
    assert 0 < scrolled(tab)[0] - scan < 60, "it goes on from there, it does not leap"
    assert_side_by_side(tab, tab.text.view)


@pytest.mark.parametrize("side", ["scan", "text"])
def test_both_sides_come_to_their_ends_together(tab, side):
    leading = tab.scan.view if side == "scan" else tab.text.view
    for _ in range(60):
        turn(tab, leading, 2)
    bars = [view.verticalScrollBar() for view in (tab.scan.view, tab.text.view)]
    assert [bar.value() for bar in bars] == [bar.maximum() for bar in bars]
    for _ in range(60):
        turn(tab, leading, -2)
    assert scrolled(tab) == (0, 0)


def test_keys_and_scroll_bars_lead_as_the_wheel_does(desk, tab):
    desk.key(tab.text.view, Qt.Key.Key_PageDown)
    arrive(tab)
    assert_side_by_side(tab, tab.text.view)
    bar = tab.scan.view.verticalScrollBar()
    bar.setSliderDown(True)
    bar.setSliderPosition(bar.maximum() // 2)
    bar.setSliderDown(False)
    arrive(tab)
    assert_side_by_side(tab, tab.scan.view)


def test_the_page_that_is_told_is_that_of_the_line_that_is_read(tab):
    pages = tab.reading.document.scan_pages
    view = tab.text.view
    while page_read(tab, view) < 2:
        assert tab.reading.page == tab.scan.view.page == pages[page_read(tab, view)]
        turn(tab, view)
    while page_read(tab, tab.scan.view) > 0:
        assert tab.reading.page == tab.scan.view.page == pages[page_read(tab, tab.scan.view)]
        turn(tab, tab.scan.view, -1)


def test_turning_a_page_brings_its_text_to_where_the_page_begins(desk, tab):
    desk.press("next_page")
    arrive(tab)
    assert 0 <= level_in_text(tab, line(1, 0)) - top_of(tab.text.view) < 60


def test_the_side_that_is_led_tells_nothing(tab):
    leads, pages = [], []
    tab.reading.in_step.led.connect(lambda lead: leads.append(lead.side))
    tab.reading.page_changed.connect(lambda shown: pages.append(shown.side))
    for _ in range(12):
        turn(tab, tab.text.view, 2)
    assert set(leads) == {Side.SCAN}
    assert len(leads) == 12
    assert set(pages) == {Side.TEXT}


# --- Smoothly ------------------------------------------------------------------------------


def test_the_side_that_is_led_comes_gradually_and_does_not_turn_back(tab):
    turn(tab, tab.scan.view, 4)
    glide, bar = tab.text.following.glide, tab.text.view.verticalScrollBar()
    places = [bar.value()]
    for _ in range(4):  # the reader scrolls on while the text is still moving
        wheel(tab.scan.view)
        for _ in range(3):
            places.append(bar.value())
            glide.step(FRAME)
        assert glide.is_moving
    while glide.is_moving:
        glide.step(FRAME)
        places.append(bar.value())
    assert places == sorted(places)
    assert len(set(places)) > 12
    assert_side_by_side(tab, tab.scan.view)


def test_touching_the_side_that_is_led_stops_it_and_makes_it_lead(tab):
    turn(tab, tab.scan.view, 4)
    wheel(tab.scan.view, 4)
    glide = tab.text.following.glide
    assert glide.is_moving
    wheel(tab.text.view, -1)
    assert not glide.is_moving
    arrive(tab)
    assert_side_by_side(tab, tab.text.view)


def test_a_press_stops_what_moves_under_it(tab):
    wheel(tab.scan.view, 4)
    port = tab.text.view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=port.rect().center())
    assert not tab.text.following.glide.is_moving
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=port.rect().center())


# --- Never under the reader's hand -----------------------------------------------------------


def test_the_text_stays_while_a_button_is_down_on_it(desk, tab):
    port = tab.text.view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    before = scrolled(tab)[1]
    turn(tab, tab.scan.view, 5)
    assert scrolled(tab)[1] == before
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    turn(tab, tab.scan.view, 5)
    assert scrolled(tab)[1] > before


def test_the_scan_stays_while_a_button_is_down_on_it(tab):
    port = tab.scan.view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    before = scrolled(tab)[0]
    turn(tab, tab.text.view, 5)
    assert scrolled(tab)[0] == before
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))


def test_words_that_are_selected_stay_while_something_is_offered_for_them(desk, tab):
    select(tab, line(0, 1)[:20])
    assert tab.text.column.bar.isVisible()
    before = scrolled(tab)[1]
    turn(tab, tab.scan.view, 5)
    assert scrolled(tab)[1] == before
    desk.key(tab.text.view, Qt.Key.Key_Escape)
    turn(tab, tab.scan.view)
    assert scrolled(tab)[1] > before


def test_a_search_in_the_text_is_not_scrolled_away_and_takes_the_scan_along(desk, tab):
    desk.press("find")
    desk.keys(QApplication.focusWidget(), line(1, 14))
    desk.wait(lambda: tab.text.column.searching.finding.count == 1)
    desk.wait(lambda: not tab.text.column.searching.finding.searching)
    arrive(tab)
    start = tab.reading.version.text.index(line(1, 14))
    on_scan = level_on_scan(tab, start, start + 5)
    assert on_scan == pytest.approx(level_in_text(tab, line(1, 14)) + 14, abs=20)
    before = scrolled(tab)[1]
    turn(tab, tab.scan.view, 3)
    assert scrolled(tab)[1] == before
    desk.key(QApplication.focusWidget(), Qt.Key.Key_Escape)
    turn(tab, tab.scan.view)
    assert scrolled(tab)[1] != before


def test_nothing_moves_while_a_menu_is_open(tab, monkeypatch):
    monkeypatch.setattr(QApplication, "activePopupWidget", lambda: tab)  # none, offscreen
    turn(tab, tab.scan.view, 5)
    assert scrolled(tab)[1] == 0


# --- Each by itself ------------------------------------------------------------------------


def test_switched_off_each_side_scrolls_by_itself_and_the_page_is_that_of_the_scan(desk, tab):
    desk.press("scroll_together")
    pages = tab.reading.document.scan_pages
    turn(tab, tab.text.view, 20)
    assert scrolled(tab)[0] == 0
    assert tab.reading.page == pages[0]
    text = scrolled(tab)[1]
    turn(tab, tab.scan.view, 12)
    desk.press("last_page")
    assert tab.reading.page == pages[2]
    assert scrolled(tab)[1] == text


def test_switched_on_again_the_sides_come_together(desk, tab):
    desk.press("scroll_together")
    turn(tab, tab.scan.view, 8)
    assert scrolled(tab)[1] == 0
    desk.press("scroll_together")
    arrive(tab)
    assert_side_by_side(tab, tab.scan.view)


def test_the_switch_is_kept_for_every_tab_and_the_next_time(desk, tab, tmp_path, pool, qtbot):
    assert desk.button("scroll_together").isChecked()
    desk.press("scroll_together")
    other = desk.open(make_pages(tmp_path / "other.pdf", pages=1))
    assert not other.reading.in_step.is_on
    desk.close()
    again = Desk(tmp_path, pool, qtbot)
    assert not again.tab.reading.in_step.is_on
    assert not again.window.actions_by_name["scroll_together"].isChecked()
    again.close()


# --- However the scan is shown ---------------------------------------------------------------


def test_one_page_at_a_time_is_turned_when_the_text_comes_to_the_next(desk, tab):
    desk.press("single_page")
    tab.scan.view.set_zoom(2.0)
    view, pages = tab.text.view, tab.reading.document.scan_pages
    seen = []
    while tab.scan.view.page != pages[1] or not scrolled(tab)[0]:
        turn(tab, view, 1)
        seen.append(tab.scan.view.page)
        assert len(seen) < 90
    assert seen == sorted(seen)
    assert_side_by_side(tab, view)


def test_one_page_at_a_time_leads_the_text_from_its_top_to_its_foot(desk, tab):
    desk.press("single_page")
    tab.scan.view.set_zoom(2.0)
    for _ in range(40):
        turn(tab, tab.scan.view, 1)
        if tab.scan.view.page == tab.reading.document.scan_pages[1]:
            break
    turn(tab, tab.scan.view, 2)
    assert_side_by_side(tab, tab.scan.view)


@pytest.mark.parametrize("zoom", [0.6, 2.5])
def test_a_zoom_by_hand_is_kept_and_followed(tab, zoom):
    tab.scan.view.set_zoom(zoom)
    for _ in range(4):
        turn(tab, tab.text.view, 8)
    assert tab.scan.view.zoom == pytest.approx(zoom)
    assert_side_by_side(tab, tab.text.view)


def test_a_page_that_is_turned_on_its_side_goes_with_its_text_as_a_whole(desk, tab):
    desk.press("rotate_right")
    tab.scan.view.set_zoom(2.0)
    desk.press("next_page")
    arrive(tab)
    assert tab.reading.page == tab.reading.document.scan_pages[1]
    assert 0 <= level_in_text(tab, line(1, 0)) - top_of(tab.text.view) < 60
    turn(tab, tab.scan.view)
    assert page_read(tab, tab.text.view) == 1


def test_one_side_above_the_other_they_are_read_as_far_down(tab):
    tab.reading.arrange(Arrangement.STACKED)
    QApplication.processEvents()
    scan, text = tab.scan.view, tab.text.view
    turn(tab, scan, 6)
    down = scan.reading_height.at / scan.viewport().height()
    y = text.verticalScrollBar().value() + down * text.viewport().height()
    offset = round(text.sheet.offset_at(y))
    level = level_on_scan(tab, offset - 1, offset + 1) - top_of(scan)
    assert level / scan.viewport().height() == pytest.approx(down, abs=0.05)


def test_a_side_that_is_hidden_is_where_it_should_be_when_it_is_shown(tab):
    tab.reading.arrange(Arrangement.TEXT_ONLY)
    bar = tab.text.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    page = tab.reading.page
    tab.reading.arrange(Arrangement.BESIDE)
    QApplication.processEvents()
    assert tab.scan.view.page == page == tab.reading.document.scan_pages[1]


# --- Jumps ---------------------------------------------------------------------------------


def test_a_jump_to_a_passage_shows_it_on_both_sides(tab):
    words = line(2, 20)
    start = tab.reading.version.text.index(words)
    wheel(tab.scan.view, 3)
    tab.reading.go_to(Place(version=tab.reading.version.id, offset=start, end=start + len(words)))
    assert not any(glide.is_moving for glide in glides(tab))
    on_scan = level_on_scan(tab, start, start + len(words)) - top_of(tab.scan.view)
    assert 0 < on_scan < tab.scan.view.viewport().height()
    assert level_in_text(tab, words) - top_of(tab.text.view) == pytest.approx(
        tab.text.view.viewport().height() / 4, abs=28
    )


def test_a_jump_to_a_page_shows_its_beginning_on_both_sides(desk, tab):
    wheel(tab.text.view, 3)
    desk.press("last_page")
    assert not any(glide.is_moving for glide in glides(tab))
    assert tab.scan.view.page == tab.reading.document.scan_pages[2]
    assert 0 <= level_in_text(tab, line(2, 0)) - top_of(tab.text.view) < 60


def test_a_click_on_a_word_moves_the_other_side_no_further_than_needed(tab):
    tab.scan.view.set_fit(Fit.PAGE)
    turn(tab, tab.text.view, 2)
    before = scrolled(tab)
    view = tab.text.view
    _, offset = read(tab, view)
    position = view.sheet.offsets.position(offset)
    point = view.box_of(position, position + 1).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert scrolled(tab) == before


# --- Long texts and other texts --------------------------------------------------------------


def test_a_text_that_is_not_all_there_yet_comes_to_the_page_when_it_is(desk, tmp_path):
    tab = opened(desk, make_pages(tmp_path / "pier.pdf"))
    view = tab.text.view
    version = tab.reading.version
    view.show_version(version, tab.reading.correcting.laid_over(version), 0)  # as at first
    view.sheet.reaches = lambda offset: offset < 100  # and only its beginning is there
    desk.press("next_page")
    arrive(tab)
    assert scrolled(tab)[1] == 0
    del view.sheet.reaches
    view.sheet.whole = False
    desk.wait(lambda: view.sheet.whole)
    assert 0 <= level_in_text(tab, line(1, 0)) - top_of(tab.text.view) < 60


def test_another_text_comes_to_the_front_where_the_scan_is_read(desk, tmp_path):
    rows = [line(page, row) for page in range(3) for row in range(LINES)]
    path = make_record(
        tmp_path / "pier.pdf",
        pages=["\n".join(rows[n : n + LINES]) for n in range(0, 3 * LINES, LINES)],
        transcript=rows,
        translation=[f"Zeile {number} der Seiten." for number in range(3 * LINES)],
        translation_language="German",
        text_layer=True,
    )
    tab = opened(desk, path)
    scan, slot = tab.scan.view, tab.scan.view.layout_.slot(1)
    scan.verticalScrollBar().setValue(slot.top + slot.height // 2)
    arrive(tab)
    for version in reversed(tab.reading.document.versions):
        tab.reading.choose_version(version.id)
        desk.wait(lambda: tab.text.view.sheet.whole)
        arrive(tab)
        slot = scan.scene().slot_in_view(scan.current)
        part = (scan.current + (scan.reading_height.at - slot.top) / slot.height) / 3
        _, offset = read(tab, scan)
        assert offset / len(version.text) == pytest.approx(part, abs=0.06)

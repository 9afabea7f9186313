"""“This stands here”: the reader joins words with their place, through the whole window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from library.joining.lighting import Sureness
from library.model.annotation import passage_of
from library.model.document import VersionKind
from library.model.link import LinkKind
from tests.records import make_record
from tests.viewer.desk import Desk, select
from viewer.scan.page_menu import PageMenu

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PAGES = (
    "RECEIVED 4 MAY\n\n\n\n\n\nThe engineer said that the bridge\n"
    "would bear forty tons of freight,\n"
    "and the mayor asked whether\nthat was enough for lorries.",
    "Nothing more was written about\nthis matter until a letter\ncame from the harbour office.",
)
TRANSCRIPT = (
    "The engineer said that the bridge would bear forty tons of freight, and the mayor asked "
    "whether that was enough for heavy lorries.",
    "Nothing more was written about this matter until a letter came from the harbour office.",
)


@pytest.fixture
def path(tmp_path):
    return make_record(tmp_path / "a.pdf", pages=PAGES, transcript=TRANSCRIPT, text_layer=True)


def joined(desk, tab):
    tab.furnish()
    desk.wait(lambda: tab.text.view.sheet is not None and tab.text.view.sheet.whole)
    desk.wait(lambda: tab.reading.joint.joined.pages == frozenset(tab.reading.document.scan_pages))
    desk.wait(lambda: not desk.session.jobs.running)
    return tab


@pytest.fixture
def tab(desk, path):
    return joined(desk, desk.open(path))


def places(tab, words):
    """Where some words stand on the scan, as far as is known."""
    start = tab.reading.version.text.index(words)
    lit = tab.reading.joint.lighting.between(tab.reading.version.id, start, start + len(words))
    return [(spot.page, spot.box, spot.sureness) for spot in lit.spots]


def ask(desk, tab, words):
    """Select words and say that they stand somewhere."""
    select(tab, words)
    desk.press("place")
    assert tab.scan.view.mending.banner.isVisible()


def point(tab, x, y, page=None) -> QPoint:
    """A point of a page in the scan's viewport."""
    view = tab.scan.view
    place = view.place_of(tab.reading.mending.page if page is None else page)
    slot = view.scene().slot_in_view(place)
    return QPoint(round(slot.left + x * slot.width), round(slot.top + y * slot.height))


def draw(tab, start, end, modifier=NONE, page=None):
    """Drag a box on a page: the one that is asked for."""
    port = tab.scan.view.viewport()
    a, b = point(tab, *start, page), point(tab, *end, page)
    QTest.mousePress(port, LEFT, modifier, a)
    for step in range(1, 5):
        QTest.mouseMove(port, a + (b - a) * (step / 4))
    QTest.mouseRelease(port, LEFT, modifier, b)


def own_links(desk, tab):
    return desk.store.own_links(tab.reading.document.id)


def entries(menu):
    return {action.text(): action for action in menu.actions() if action.text()}


# --- With the mouse ------------------------------------------------------------------------


def test_words_are_joined_with_the_box_drawn_for_them_at_once(desk, tab):
    ask(desk, tab, "heavy")
    assert tab.scan.view.mending.banner.words == (
        "Draw a box around “heavy” on the scan. Esc leaves it as it is."
    )
    page = tab.reading.mending.page
    draw(tab, (0.3, 0.5), (0.5, 0.53))
    (own,) = own_links(desk, tab)
    assert own.passage.quote == "heavy"
    ((found, box, sureness),) = places(tab, "heavy")
    assert (found, sureness) == (page, Sureness.SOLID)
    assert (box.left, box.bottom) == pytest.approx((0.3, 0.53), abs=0.01)
    assert not tab.scan.view.mending.banner.isVisible()


def test_all_is_joined_again_around_it_and_a_restart_keeps_it(desk, tab, tmp_path, pool, qtbot):
    ask(desk, tab, "engineer")
    draw(tab, (0.3, 0.5), (0.5, 0.53))
    desk.wait(lambda: not desk.session.jobs.running)
    start = tab.reading.version.text.index("engineer")
    (link,) = tab.reading.joint.joined.alignment(tab.reading.version.id).links_between(
        start, start + 8
    )
    assert link.kind is LinkKind.OWN
    assert len(places(tab, "bridge")) == 1
    before = places(tab, "engineer")
    desk.close()
    again = Desk(tmp_path, pool, qtbot)
    assert places(joined(again, again.tab), "engineer") == before
    again.close()


def test_one_undo_takes_it_back_and_redo_brings_it_again(desk, tab):
    before = places(tab, "engineer")
    ask(desk, tab, "engineer")
    draw(tab, (0.3, 0.5), (0.5, 0.53))
    mended = places(tab, "engineer")
    assert mended != before
    assert desk.undo_text() == "Undo Join with Place on Scan"
    desk.undo()
    assert own_links(desk, tab) == ()
    desk.wait(lambda: places(tab, "engineer") == before)
    desk.redo()
    assert places(tab, "engineer") == mended


def test_with_shift_words_on_two_lines_have_two_boxes(desk, tab):
    ask(desk, tab, "bridge would")
    draw(tab, (0.6, 0.3), (0.8, 0.33), SHIFT)
    assert own_links(desk, tab) == ()
    assert tab.reading.mending.passage is not None
    draw(tab, (0.1, 0.34), (0.3, 0.37))
    (own,) = own_links(desk, tab)
    assert len(own.region.boxes) == 2


def test_a_place_that_is_mended_again_replaces_the_first(desk, tab):
    for left in (0.3, 0.5):
        ask(desk, tab, "engineer")
        draw(tab, (left, 0.5), (left + 0.1, 0.53))
    (own,) = own_links(desk, tab)
    assert own.region.boxes[0].left == pytest.approx(0.5, abs=0.01)
    desk.undo()
    (own,) = own_links(desk, tab)
    assert own.region.boxes[0].left == pytest.approx(0.3, abs=0.01)


def test_a_click_on_a_word_that_the_text_lacks_takes_its_box(desk, tab):
    ask(desk, tab, "heavy")
    (_, word), *_ = tab.reading.joint.joined.alignment(tab.reading.version.id).unmatched_words
    QTest.mouseClick(tab.scan.view.viewport(), LEFT, NONE, point(tab, *word.box.middle))
    (own,) = own_links(desk, tab)
    assert own.region.boxes == (word.box,)


def test_a_click_beside_all_words_is_no_box(desk, tab):
    ask(desk, tab, "heavy")
    QTest.mouseClick(tab.scan.view.viewport(), LEFT, NONE, point(tab, 0.5, 0.8))
    assert tab.reading.mending.passage is not None
    assert own_links(desk, tab) == ()


@pytest.mark.parametrize("side", ["scan", "text"])
def test_escape_leaves_it_as_it_is(desk, tab, side):
    ask(desk, tab, "heavy")
    view = tab.scan.view if side == "scan" else tab.text.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not tab.scan.view.mending.banner.isVisible()
    draw(tab, (0.3, 0.5), (0.5, 0.53))
    assert own_links(desk, tab) == ()
    assert tab.reading.annotations == ()


def test_the_cross_cursor_says_that_a_box_can_be_drawn(desk, tab):
    ask(desk, tab, "heavy")
    port = tab.scan.view.viewport()
    QTest.mouseMove(port, point(tab, 0.5, 0.5))
    assert port.cursor().shape() is Qt.CursorShape.CrossCursor
    tab.reading.mending.cancel()
    QTest.mouseMove(port, point(tab, 0.5, 0.6))
    assert port.cursor().shape() is not Qt.CursorShape.CrossCursor


# --- With the keys -------------------------------------------------------------------------


def test_keys_alone_give_words_their_place(desk, tab):
    ask(desk, tab, "heavy")
    view, expected = tab.scan.view, tab.reading.mending.box
    desk.wait(view.hasFocus)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Return)
    (own,) = own_links(desk, tab)
    (box,) = own.region.boxes
    assert box.top == pytest.approx(expected.top + 0.5 * expected.height)
    assert box.left > expected.left
    assert box.width > expected.width
    assert box.height == pytest.approx(expected.height)


def test_the_box_begins_where_the_words_are_expected(desk, tab):
    ask(desk, tab, "heavy")
    *_, (page, neighbour, _) = places(tab, "enough for")
    mending = tab.reading.mending
    assert mending.page == page
    assert mending.box.left == pytest.approx(neighbour.right, abs=0.03)
    assert mending.box.top == pytest.approx(neighbour.top, abs=0.01)


def test_enter_with_shift_keeps_a_box_and_goes_on_with_the_next_line(desk, tab):
    ask(desk, tab, "heavy")
    view, first = tab.scan.view, tab.reading.mending.box
    QTest.keyClick(view, Qt.Key.Key_Return, SHIFT)
    assert own_links(desk, tab) == ()
    QTest.keyClick(view, Qt.Key.Key_Return)
    (own,) = own_links(desk, tab)
    assert own.region.boxes[0] == first
    assert own.region.boxes[1].top > first.bottom


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_arrows_go_as_they_point_on_a_turned_page(desk, tab, rotation):
    tab.scan.view.rotate(rotation)
    ask(desk, tab, "heavy")
    view, mending = tab.scan.view, tab.reading.mending

    def middle():
        place = view.place_of(mending.page)
        slot = view.layout_.slot(place)  # in the column, so that scrolling does not count
        rect = view.scene().box_rect(place, mending.box)
        seen = view.scene().slot_in_view(place)
        return rect.center() + QPointF(slot.left - seen.left, slot.top - seen.top)

    before = middle()
    QTest.keyClick(view, Qt.Key.Key_Right)
    after = middle()
    assert after.x() > before.x()
    assert after.y() == pytest.approx(before.y(), abs=0.5)


def test_the_box_stays_on_the_page(desk, tab):
    ask(desk, tab, "heavy")
    mending = tab.reading.mending
    size = mending.box.width, mending.box.height
    for right, down in ((-200, -200), (400, 400)):
        mending.move(right, down)
        assert (mending.box.width, mending.box.height) == pytest.approx(size)
        assert 0 <= mending.box.left < mending.box.right <= 1
        assert 0 <= mending.box.top < mending.box.bottom <= 1
    mending.stretch(-400, -400)
    assert mending.box.width > 0


# --- From menus ----------------------------------------------------------------------------


def test_the_menu_of_the_text_asks_for_the_place(tab):
    select(tab, "heavy")
    entries(tab.text.column.menu_at(QPointF()))["This stands here…"].trigger()
    assert tab.reading.mending.passage.quote == "heavy"


def test_the_bar_beside_the_selection_asks_for_it_too(desk, tab):
    select(tab, "heavy")
    bar = tab.text.column.bar
    desk.wait(bar.isVisible)
    bar.place_asked.emit()
    assert tab.reading.mending.passage.quote == "heavy"
    assert not bar.isVisible()


def test_the_menu_of_the_scan_joins_selected_words_with_a_word_there(desk, tab):
    select(tab, "heavy")
    ((page, word), *_) = tab.reading.joint.joined.alignment(tab.reading.version.id).unmatched_words
    menu = PageMenu(tab.scan.view, desk.session.pages, page, None, word.box.middle)
    entries(menu)["“heavy” stands here"].trigger()
    assert places(tab, "heavy") == [(page, word.box, Sureness.SOLID)]


def test_the_menu_of_an_area_joins_selected_words_with_it(desk, tab):
    desk.press("area")
    draw(tab, (0.3, 0.6), (0.5, 0.65), page=tab.reading.page)
    (area,) = tab.reading.annotations
    select(tab, "heavy")
    menu = PageMenu(tab.scan.view, desk.session.pages, area.targets[0].page, area, (0.4, 0.62))
    entries(menu)["“heavy” stands here"].trigger()
    assert own_links(desk, tab)[0].region == area.targets[0]


def test_where_nothing_is_the_menu_of_the_scan_asks_for_a_box(desk, tab):
    select(tab, "heavy")
    page = tab.reading.document.scan_pages[0]
    menu = PageMenu(tab.scan.view, desk.session.pages, page, None, (0.5, 0.9))
    entries(menu)["This stands here…"].trigger()
    assert tab.reading.mending.passage.quote == "heavy"


def test_a_mended_word_says_so_and_its_place_can_be_forgotten(desk, tab):
    ask(desk, tab, "heavy")
    draw(tab, (0.3, 0.5), (0.5, 0.53))
    column, view = tab.text.column, tab.text.view
    start = view.sheet.offsets.position(tab.reading.version.text.index("heavy"))
    middle = view.box_of(start + 1, start + 3).center()
    assert column.pointing.hint_at(middle) == "Joined by you: “heavy”"
    ((page, box, _),) = places(tab, "heavy")
    spot = tab.scan.view.scene().box_rect(tab.scan.view.place_of(page), box).center().toPoint()
    assert tab.scan.view._pointer.hint_at(spot) == "Joined by you: “heavy”"
    in_text = entries(column.menu_at(view.in_document(QPointF(middle))))
    on_scan = entries(PageMenu(tab.scan.view, desk.session.pages, page, None, box.middle))
    for menu in (in_text, on_scan):
        assert not menu["Joined by you: “heavy”"].isEnabled()
    on_scan["Forget this place"].trigger()
    assert own_links(desk, tab) == ()
    assert desk.undo_text() == "Undo Forget Place on Scan"
    desk.undo()
    assert len(own_links(desk, tab)) == 1


# --- What cannot be joined so --------------------------------------------------------------


def test_without_selected_words_the_action_says_what_to_do(desk, tab):
    desk.press("place")
    assert tab.reading.mending.passage is None
    assert "Select words in the text first" in desk.window.status.left_words


def test_only_texts_that_are_joined_word_by_word_may_be_mended(tab):
    mending, version = tab.reading.mending, tab.reading.version
    passage = passage_of(version.id, version.text, 0, 3)
    assert mending.can_place(passage)
    assert not mending.can_place(None)
    for kind in (VersionKind.TRANSLATION, VersionKind.RECOGNISED):
        others = (replace(version, kind=kind),)
        tab.reading.document = replace(tab.reading.document, versions=others)
        assert not mending.can_place(passage)


def test_where_the_text_has_all_the_room_the_scan_comes_back(desk, tab):
    desk.press("text_only")
    select(tab, "heavy")
    desk.press("place")
    assert tab.scan.view.isVisible()


def test_a_difference_is_gone_once_its_words_have_a_place(desk, tab):
    told = [each.kind for each in tab.reading.differing.in_front()]
    ask(desk, tab, "heavy")
    draw(tab, (0.3, 0.5), (0.5, 0.53))
    assert len(tab.reading.differing.in_front()) == len(told) - 1
    desk.wait(lambda: not desk.session.jobs.running)
    assert len(tab.reading.differing.in_front()) == len(told) - 1

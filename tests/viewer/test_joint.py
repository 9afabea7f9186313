"""Scan and text light each other up, through the whole window."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from library.joining.lighting import NOTHING, Sureness
from library.model.annotation import Region, passage_of
from library.model.geometry import Box
from tests.records import make_record
from tests.viewer.desk import Desk, hover, select

NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tab(desk, tmp_path):
    """A record whose scans have a hidden text layer, joined."""
    tab = desk.open(make_record(tmp_path / "a record.pdf", text_layer=True))
    tab.furnish()
    desk.wait(lambda: tab.text.view.sheet is not None and tab.text.view.sheet.whole)
    joint = tab.reading.joint
    desk.wait(lambda: joint.joined.pages == frozenset(tab.reading.document.scan_pages))
    desk.wait(lambda: joint.progress is None)  # what comes later would put the light out
    return tab


def offset_of(tab, words):
    return tab.reading.version.text.index(words)


def point_in_text(tab, words) -> QPoint:
    """The middle of the first of some words, in the text's viewport."""
    view = tab.text.view
    start = view.sheet.offsets.position(offset_of(tab, words))
    return view.box_of(start, start + 2).center()


def point_on_scan(tab, words) -> QPoint:
    """The middle of a word's place, in the scan's viewport."""
    (spot, *_) = tab.reading.joint.at_text(offset_of(tab, words)).spots
    view = tab.scan.view
    place = view.place_of(spot.page)
    return view.scene().box_rect(place, spot.box).center().toPoint()


def test_hovering_a_word_lights_its_place_on_the_scan(tab):
    hover(tab.text.view.viewport(), point_in_text(tab, "engineer"))
    (spot,) = tab.reading.joint.hover.spots
    assert spot.sureness is Sureness.SOLID
    assert spot.page == tab.reading.document.scan_pages[0]
    assert spot.box.width < 0.3, "a word, not a line"


def test_hovering_the_scan_lights_the_word_in_the_text(tab):
    hover(tab.scan.view.viewport(), point_on_scan(tab, "engineer"))
    ((start, end, _),) = tab.text.view.painter.shown.lit
    offsets, text = tab.text.view.sheet.offsets, tab.reading.version.text
    assert text[offsets.offset(start) : offsets.offset(end)] == "engineer"


def test_the_light_goes_when_the_pointer_leaves(tab):
    view = tab.text.view.viewport()
    hover(view, point_in_text(tab, "engineer"))
    hover(view, QPoint(2, 2))
    assert tab.reading.joint.hover == NOTHING
    assert not tab.text.view.painter.shown.lit


def test_a_corrected_word_is_lit_whole_where_the_pointer_rests_on_it(desk, tab):
    hover(tab.text.view.viewport(), point_in_text(tab, "engineer"))
    select(tab, "engineer")
    desk.press("correct")
    popup = tab.text.column.corrector.popup
    popup.field.setText("surveyor and engineer")
    desk.key(popup.field, Qt.Key.Key_Return)
    shown = tab.text.view.document().toPlainText()
    assert "surveyor and engineer" in {
        shown[start:end] for start, end, _ in tab.text.view.painter.shown.lit
    }


def test_a_click_in_the_text_goes_to_the_page_where_the_word_stands(tab):
    tab.text.view.go_to(offset_of(tab, "whether"))
    assert tab.reading.page == tab.reading.document.scan_pages[0]
    QTest.mouseClick(tab.text.view.viewport(), LEFT, NONE, point_in_text(tab, "whether"))
    assert tab.reading.page == tab.reading.document.scan_pages[1]
    assert tab.scan.view.page == tab.reading.document.scan_pages[1]


def test_enter_goes_where_the_word_at_the_caret_stands(desk, tab):
    view = tab.text.view
    cursor = view.textCursor()
    cursor.setPosition(view.sheet.offsets.position(offset_of(tab, "whether")) + 1)
    view.setTextCursor(cursor)
    desk.key(view, Qt.Key.Key_Return)
    assert tab.scan.view.page == tab.reading.document.scan_pages[1]


def test_a_jump_to_another_page_by_a_click_can_be_gone_back(desk, tab):
    test_a_click_in_the_text_goes_to_the_page_where_the_word_stands(tab)
    desk.press("back")
    assert tab.reading.page == tab.reading.document.scan_pages[0]


def test_a_click_on_the_scan_shows_the_word_in_the_text(tab):
    QTest.mouseClick(tab.scan.view.viewport(), LEFT, NONE, point_on_scan(tab, "engineer"))
    flash = tab.text.view.painter.shown.flash
    offsets, text = tab.text.view.sheet.offsets, tab.reading.version.text
    assert text[offsets.offset(flash[0]) : offsets.offset(flash[1])] == "engineer"


def test_selected_words_all_light_on_the_scan(tab):
    select(tab, "The engineer said that")
    spots = tab.reading.joint.selection.spots
    assert len(spots) == 1, "words side by side light as one"
    assert spots[0].box.width > 0.2


def test_without_the_engine_the_status_bar_says_how_to_join(tmp_path, pool, qtbot, monkeypatch):
    monkeypatch.setattr("library.recognition.engine.find_spec", lambda _: None)
    desk = Desk(tmp_path, pool, qtbot, recognises=True)
    tab = desk.open(make_record(tmp_path / "a record.pdf"))
    desk.wait(lambda: "pip install" in tab.reading.joint.problem)
    assert "pip install" in desk.window.status.left_words
    desk.close()


def test_the_status_bar_counts_the_joined_words(desk, tab):
    words = len(tab.reading.version.text.split())  # the page marker's number counts as one
    assert desk.window.status.left_words == f"Joined: {words} of {words} words"


def test_a_link_that_the_reader_makes_is_kept_and_can_be_taken_back(desk, tab):
    version, page = tab.reading.version, tab.reading.document.scan_pages[1]
    start = offset_of(tab, "engineer")
    passage = passage_of(version.id, version.text, start, start + len("engineer"))
    box = Box(0.7, 0.7, 0.8, 0.72)
    tab.reading.notebook.link(passage, Region(page, (box,)))
    desk.wait(lambda: tab.reading.joint.at_text(start).spots[0].box == box)
    assert desk.store.own_links(tab.reading.document.id)
    desk.undo()
    assert not desk.store.own_links(tab.reading.document.id)
    desk.wait(lambda: [s.box for s in tab.reading.joint.at_text(start).spots] not in ([], [box]))

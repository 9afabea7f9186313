"""A box drawn on the scan selects the words of the text that stand in it."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest

from library.model.annotation import AnnotationKind
from tests.records import make_record
from viewer.places import Tool

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(desk, tmp_path):
    """A record whose scans have a hidden text layer, joined."""
    tab = desk.open(make_record(tmp_path / "a record.pdf", text_layer=True))
    tab.furnish()
    joint = tab.reading.joint
    desk.wait(lambda: joint.progress is None and len(joint.joined.pages) == 2)
    desk.wait(lambda: tab.text.view.sheet.whole)
    return tab


def draw(tab, start, end, modifier=CONTROL):
    view = tab.scan.view.viewport()
    QTest.mousePress(view, LEFT, modifier, start)
    for step in range(1, 5):
        QTest.mouseMove(view, start + (end - start) * (step / 4))
    QTest.mouseRelease(view, LEFT, modifier, end)


def corners(tab, words):
    """From just over to just under the place of some words on the scan, as it is shown."""
    text, view = tab.reading.version.text, tab.scan.view
    start = text.index(words)
    rects = [
        view.scene().box_rect(view.place_of(spot.page), spot.box)
        for spot in tab.reading.joint.lighting.spots(
            tab.reading.version.id, start, start + len(words)
        )
    ]
    whole = rects[0]
    for rect in rects[1:]:
        whole = whole.united(rect)
    margin = QPointF(2, 2)
    return (whole.topLeft() - margin).toPoint(), (whole.bottomRight() + margin).toPoint()


def selected(tab):
    passage = tab.text.column.annotating.passage()
    return passage.quote if passage is not None else ""


def test_with_ctrl_a_box_selects_its_words_and_offers_what_can_be_done_with_them(tab):
    draw(tab, *corners(tab, "engineer said that the bridge"))
    assert selected(tab) == "engineer said that the bridge"
    assert tab.text.column.bar.isVisible()
    assert tab.text.view.hasFocus()
    assert tab.reading.joint.selection.spots


def test_from_the_first_word_to_the_last_in_the_order_of_the_text(tab):
    draw(tab, *corners(tab, "MEMORANDUM\n\nSubject: The new bridge."))
    assert selected(tab) == "MEMORANDUM\n\nSubject: The new bridge."


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_on_a_turned_page_too(desk, tab, turns):
    for _ in range(turns):
        desk.press("rotate_right")
    desk.press("fit_page")
    draw(tab, *corners(tab, "engineer said"))
    assert selected(tab) == "engineer said"


def test_the_text_comes_to_words_that_are_not_in_view(desk, tab):
    desk.press("next_page")
    desk.window.resize(1280, 540)
    desk.wait(lambda: tab.scan.view.is_sharp)
    tab.text.view.go_to(0)
    draw(tab, *corners(tab, "whether that"))
    view, cursor = tab.text.view, tab.text.view.textCursor()
    assert selected(tab) == "whether that"
    assert view.shows(cursor.selectionStart(), cursor.selectionEnd())


def test_a_key_marks_what_was_selected(desk, tab):
    draw(tab, *corners(tab, "engineer said"))
    desk.key(tab.text.view, Qt.Key.Key_3)
    (made,) = desk.notes
    assert made.kind is AnnotationKind.HIGHLIGHT
    assert made.targets[0].quote == "engineer said"


def test_where_no_words_are_known_a_quiet_sentence_says_so(desk, tab):
    place = corners(tab, "would bear")[1]
    draw(tab, place + QPoint(10, 60), place + QPoint(80, 110))
    assert selected(tab) == ""
    assert "No words" in desk.window.status.left_words


def test_without_ctrl_dragging_pans(tab):
    tab.scan.view.set_zoom(2.0)
    before = tab.scan.view.origin()
    middle = tab.scan.view.viewport().rect().center()
    draw(tab, middle, middle - QPoint(0, 60), NONE)
    assert tab.scan.view.origin().y() == before.y() + 60
    assert selected(tab) == ""


def test_ctrl_selects_words_even_with_the_area_tool_in_hand(desk, tab):
    tab.reading.take_tool(Tool.AREA)
    draw(tab, *corners(tab, "engineer said"))
    assert selected(tab) == "engineer said"
    assert desk.notes == ()


def test_the_tool_in_hand_marks_the_words_at_once(desk, tab):
    tab.reading.take_tool(Tool.UNDERLINE)
    draw(tab, *corners(tab, "engineer said"))
    assert [(made.kind, made.targets[0].quote) for made in desk.notes] == [
        (AnnotationKind.UNDERLINE, "engineer said")
    ]


def test_with_the_scan_alone_the_words_are_selected_without_a_change_of_the_tab(desk, tab):
    desk.press("scan_only")
    draw(tab, *corners(tab, "engineer said"))
    assert selected(tab) == "engineer said"
    assert not tab.text.isVisible()
    desk.press("highlight")
    assert desk.notes[0].targets[0].quote == "engineer said"


def test_holding_the_key_shows_what_a_press_would_do(desk, tab):
    view = tab.scan.view
    view.setFocus()
    desk.wait(view.hasFocus)
    QCursor.setPos(view.viewport().mapToGlobal(corners(tab, "would bear")[0]))
    QTest.keyPress(view, Qt.Key.Key_Control)
    assert view.viewport().cursor().shape() is Qt.CursorShape.CrossCursor
    QTest.keyRelease(view, Qt.Key.Key_Control)
    assert view.viewport().cursor().shape() is not Qt.CursorShape.CrossCursor

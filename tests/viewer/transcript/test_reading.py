from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from library.model.document import Paragraph
from tests.viewer.transcript.conftest import Desk, make_document, make_version
from tests.viewer.transcript.hands import click, drag_over, place_of
from viewer.transcript.column import LEAST_MARGIN
from viewer.transcript.mark_painter import rule_words


def test_the_text_stands_there_paragraph_by_paragraph(panel):
    shown = panel.view.document()
    assert shown.blockCount() == 7
    assert shown.firstBlock().text() == "MEMORANDUM"
    assert "🌉" in shown.findBlockByNumber(4).text()
    assert not shown.isUndoRedoEnabled()


def test_versions_are_tabs_named_by_the_archive(panel, desk, qtbot):
    tabs = panel.head.tabs
    assert [tabs.tabText(n) for n in range(tabs.count())] == [
        "Transcript – English",
        "Translation – Russian",
    ]
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    assert desk.reading.version.id == "russian"
    assert panel.view.toPlainText().startswith("МЕМОРАНДУМ")
    assert panel.view.accessibleName() == "Translation - Russian"


def test_a_version_chosen_elsewhere_comes_to_the_front(panel, desk):
    desk.reading.choose_version("russian")
    assert panel.head.tabs.currentIndex() == 1
    assert panel.view.toPlainText().startswith("МЕМОРАНДУМ")


def test_one_version_keeps_its_tab(open_panel):
    panel = open_panel(Desk(make_document(make_version())).reading)
    assert panel.head.tabs.isVisible()
    assert panel.head.tabs.count() == 1


@pytest.mark.parametrize(("whole", "words"), [(True, "no transcript"), (False, "being read")])
def test_without_a_text_a_sentence_says_why(open_panel, whole, words):
    reading = Desk(make_document(kept=False)).reading
    reading.is_whole = whole
    panel = open_panel(reading)
    assert words in panel.empty.text()
    assert panel.sentence == panel.empty.text()
    assert panel.is_empty
    assert panel.empty.isVisible()
    assert panel.minimumSizeHint().height() <= 32
    assert not panel.view.isVisible()
    assert not panel.head.tabs.isVisible()


def test_a_text_that_was_read_later_takes_the_place_of_the_sentence(open_panel):
    desk = Desk(make_document(kept=False))
    panel = open_panel(desk.reading)
    told = []
    panel.sentence_changed.connect(told.append)
    desk.reading.fill(make_document(make_version()), [])
    assert told == [""]
    assert panel.sentence == ""
    assert panel.view.isVisible()
    assert panel.view.toPlainText().startswith("MEMORANDUM")


def test_being_added_to_the_library_keeps_the_selection(open_panel, qtbot):
    desk = Desk(make_document(make_version(), kept=False))
    panel = open_panel(desk.reading)
    drag_over(qtbot, panel, "new bridge")
    sheet = panel.view.sheet
    desk.reading.fill(make_document(make_version(version_id="stored")), [])
    assert panel.view.sheet is sheet
    assert panel.view.textCursor().selectedText() == "new bridge"
    panel.highlight_selection()
    (made,) = desk.reading.annotations
    assert made.targets[0].version == "stored"


def test_an_empty_text_is_no_trouble(open_panel):
    version = replace(make_version(), text="", paragraphs=())
    panel = open_panel(Desk(make_document(version)).reading)
    assert panel.view.toPlainText() == ""
    assert panel.view.offset_read() == 0
    panel.grab()


def test_copying_gives_the_words_as_they_stand(panel, qtbot):
    version = panel.view.sheet.version
    panel.view.selectAll()
    qtbot.keyClick(panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == version.text
    assert not QApplication.clipboard().mimeData().hasHtml()


def test_the_text_cannot_be_changed(panel, qtbot):
    before = panel.view.toPlainText()
    qtbot.keyClicks(panel.view, "typed")
    qtbot.keyClick(panel.view, Qt.Key.Key_Delete)
    assert panel.view.toPlainText() == before


def test_markup_is_shown_and_not_followed(open_panel):
    words = "<img src='file:///etc/passwd'><b>Bold</b>"
    panel = open_panel(Desk(make_document(make_version((words,)))).reading)
    assert panel.view.toPlainText() == words


def test_keys_turn_the_page_and_go_to_both_ends(panel, qtbot):
    bar = panel.view.verticalScrollBar()
    for key, modifier in ((Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier),):
        qtbot.keyClick(panel.view, key, modifier)
    first_screen = bar.value()
    assert 0 < first_screen < panel.view.viewport().height()
    qtbot.keyClick(panel.view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() == 0
    qtbot.keyClick(panel.view, Qt.Key.Key_PageDown)
    assert bar.value() == first_screen
    qtbot.keyClick(panel.view, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    qtbot.keyClick(panel.view, Qt.Key.Key_End)
    assert bar.value() == bar.maximum()
    qtbot.keyClick(panel.view, Qt.Key.Key_Home)
    assert bar.value() == 0


def test_arrows_scroll_by_a_line_and_carry_the_caret(panel, qtbot):
    view = panel.view
    height = view.cursorRect().top()
    for _ in range(4):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > 0
    assert abs(view.cursorRect().top() - height) <= 2
    assert view.textCursor().blockNumber() > 1
    for _ in range(9):
        qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.verticalScrollBar().value() == 0
    assert view.textCursor().blockNumber() == 0


def test_the_caret_comes_back_into_view_before_it_moves(panel, qtbot):
    view = panel.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.viewport().rect().intersects(view.cursorRect())


def test_page_markers_are_rules_but_keep_their_characters(panel):
    view = panel.view
    marker = view.document().findBlockByNumber(3)
    assert marker.text() == "-2-"
    assert words_of_rule(view, marker) == "page 2 of the scan"


def test_a_marker_of_a_page_the_scan_has_not_says_no_more_than_it_knows(open_panel):
    version = make_version(("One", "-231-", "Two", "[page]"))
    last = replace(version.paragraphs[3], role=version.paragraphs[1].role)
    version = replace(version, paragraphs=(*version.paragraphs[:3], last))
    view = open_panel(Desk(make_document(version)).reading).view
    assert words_of_rule(view, view.document().findBlockByNumber(1)) == "page 231"
    assert words_of_rule(view, view.document().findBlockByNumber(3)) == "[page]"


def test_direction_follows_the_text(open_panel):
    version = make_version(("Hello", "שלום לכולם", "قال السفير"))
    panel = open_panel(Desk(make_document(version)).reading)
    column, document = panel.view.sheet.column, panel.view.document()
    lines = [column.laid(n).layout().lineAt(0).naturalTextRect() for n in range(3)]
    assert lines[0].left() < 1
    assert lines[1].right() > column.width - 2
    assert lines[2].right() > column.width - 2
    directions = [document.findBlockByNumber(n).textDirection() for n in range(3)]
    assert directions[0] != directions[1] == directions[2]


def test_an_indent_stands_on_the_first_line_alone(open_panel):
    version = make_version(("word " * 60,))
    version = replace(version, paragraphs=(Paragraph(0, len(version.text), 1),))
    view = open_panel(Desk(make_document(version)).reading).view
    layout = view.sheet.column.laid(0).layout()
    assert layout.lineAt(0).x() > 10
    assert layout.lineAt(1).x() == 0


def test_a_line_break_of_the_original_is_kept(open_panel):
    panel = open_panel(Desk(make_document(make_version(("First line\nsecond line",)))).reading)
    assert panel.view.document().blockCount() == 1
    assert panel.view.sheet.column.laid(0).layout().lineCount() == 2
    assert place_of(panel, "second").y() > place_of(panel, "First").y()


def test_the_column_has_margins_at_any_width(panel, qtbot):
    for width in (300, 560, 1600):
        panel.resize(width, 420)
        column = panel.view.sheet.column
        assert column.left >= LEAST_MARGIN
        assert column.left + column.width <= panel.view.viewport().width() - LEAST_MARGIN + 1
    assert column.width == 36 * 17.5


def test_the_place_is_kept_when_the_width_changes(panel, desk):
    place = panel.view.sheet.version.text.index("café")
    panel.view.go_to(place)
    before = panel.view.offset_read()
    panel.resize(400, 420)
    assert abs(panel.view.offset_read() - before) < 80


def test_clicking_takes_the_focus_and_places_the_caret(panel, qtbot):
    click(qtbot, panel, "new bridge")
    assert panel.view.hasFocus()
    assert panel.view.textCursor().blockNumber() == 1


def words_of_rule(view, block):
    piece = view.sheet.pieces[block.blockNumber()]
    return rule_words(piece, block.text(), view.scan_pages)

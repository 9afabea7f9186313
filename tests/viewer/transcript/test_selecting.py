import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel, QToolButton

from library.joining.lighting import Span
from library.model.annotation import AnnotationKind, Colour
from tests.viewer.transcript.conftest import Desk, make_document, make_version
from tests.viewer.transcript.hands import click, drag_over, place_of
from viewer.places import Place, Tool
from viewer.transcript.colour_dot import ColourDot
from viewer.transcript.panel import TranscriptPanel


def selection_in(panel):
    cursor = panel.view.textCursor()
    box = panel.view.box_of(cursor.selectionStart(), cursor.selectionEnd())
    return box.translated(panel.view.viewport().mapTo(panel, QPoint()))


def test_selected_words_bring_the_bar_and_it_never_covers_them(panel, qtbot):
    drag_over(qtbot, panel, "new bridge")
    assert panel.column.bar.isVisible()
    assert panel.has_selection
    assert not panel.column.bar.geometry().intersects(selection_in(panel))


def test_with_everything_selected_the_bar_stands_beside_the_tabs(panel, qtbot):
    panel.view.selectAll()
    view = QRect(panel.view.mapTo(panel, QPoint()), panel.view.size())
    assert panel.column.bar.isVisible()
    assert panel.column.bar.geometry().top() < view.top()


def test_a_dot_highlights_in_its_colour(panel, desk, qtbot):
    drag_over(qtbot, panel, "new bridge")
    dots = panel.column.bar.findChildren(ColourDot)
    assert [dot.colour for dot in dots] == list(Colour)
    qtbot.mouseClick(dots[3], Qt.MouseButton.LeftButton)
    (made,) = desk.reading.annotations
    assert (made.kind, made.colour) == (AnnotationKind.HIGHLIGHT, Colour.BLUE)
    assert made.targets[0].quote == "new bridge"
    assert not panel.column.bar.isVisible()
    assert not panel.has_selection


def test_a_number_highlights_while_the_bar_is_open(panel, desk, qtbot):
    qtbot.keyClick(panel.view, Qt.Key.Key_2)
    drag_over(qtbot, panel, "new bridge")
    qtbot.keyClick(panel.view, Qt.Key.Key_3)
    (made,) = desk.reading.annotations
    assert made.colour is Colour.GREEN


def test_the_bar_goes_with_the_selection_after_a_menu_was_open(panel, desk, qtbot):
    drag_over(qtbot, panel, "new bridge")
    port = panel.view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.RightButton, pos=place_of(panel, "new bridge"))
    qtbot.keyClick(panel.view, Qt.Key.Key_3)
    assert [made.colour for made in desk.reading.annotations] == [Colour.GREEN]
    assert not panel.column.bar.isVisible()


def test_words_can_be_selected_and_marked_by_keyboard_alone(panel, desk, qtbot):
    shift_control = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(panel.view, Qt.Key.Key_Down)
    qtbot.keyClick(panel.view, Qt.Key.Key_Right, shift_control)
    assert panel.column.bar.isVisible()
    qtbot.keyClick(panel.view, Qt.Key.Key_1)
    (made,) = desk.reading.annotations
    assert made.targets[0].quote.startswith("Subject")


def test_escape_goes_down_the_ladder(panel, desk, qtbot):
    drag_over(qtbot, panel, "new bridge")
    panel.show_find()
    desk.reading.tool = Tool.HIGHLIGHT
    qtbot.keyClick(panel.column.searching.bar.field, Qt.Key.Key_Escape)
    assert not panel.column.searching.bar.isVisible()
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert not panel.column.bar.isVisible()
    assert panel.has_selection
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert not panel.has_selection
    assert desk.reading.tool is Tool.HIGHLIGHT
    qtbot.keyClick(panel.view, Qt.Key.Key_Escape)
    assert desk.reading.tool is Tool.SELECT
    assert not panel.escape()


def test_digits_choose_the_colour_while_a_tool_is_on(panel, desk, qtbot):
    qtbot.keyClick(panel.view, Qt.Key.Key_4)
    assert desk.reading.colour is Colour.YELLOW
    desk.reading.take_tool(Tool.HIGHLIGHT)
    qtbot.keyClick(panel.view, Qt.Key.Key_4)
    assert desk.reading.colour is Colour.BLUE
    drag_over(qtbot, panel, "new bridge")
    assert [made.colour for made in desk.reading.annotations] == [Colour.BLUE]


def test_a_digit_recolours_the_chosen_note_unless_words_are_offered(panel, desk, qtbot):
    note = desk.mark("forty tons")
    desk.reading.choose_note(note.id)
    qtbot.keyClick(panel.view, Qt.Key.Key_4)
    assert desk.reading.note(note.id).colour is Colour.BLUE
    drag_over(qtbot, panel, "new bridge")
    qtbot.keyClick(panel.view, Qt.Key.Key_3)
    assert desk.reading.note(note.id).colour is Colour.BLUE
    assert desk.labels == ["Change Colour", "Highlight"]


@pytest.mark.parametrize("act", ["mouseClick", "mouseDClick"])
def test_the_mouse_goes_back_and_forward_by_its_own_buttons(panel, desk, qtbot, act):
    desk.mark("new bridge", note="a note under the pointer")
    desk.reading.go_to(Place(page=2))
    for button, page in ((Qt.MouseButton.BackButton, 0), (Qt.MouseButton.ForwardButton, 2)):
        getattr(qtbot, act)(panel.view.viewport(), button, pos=place_of(panel, "new bridge"))
        assert desk.reading.page == page
    assert desk.reading.chosen == ""


@pytest.mark.parametrize(
    ("name", "labels", "kind"),
    [
        ("Underline", ["Underline"], AnnotationKind.UNDERLINE),
        ("Highlight and write a note", ["Highlight"], AnnotationKind.HIGHLIGHT),
    ],
)
def test_the_buttons_make_what_they_say(panel, desk, qtbot, name, labels, kind):
    drag_over(qtbot, panel, "new bridge")
    qtbot.mouseClick(button(panel, name), Qt.MouseButton.LeftButton)
    assert desk.labels == labels
    assert desk.reading.annotations[0].kind is kind


def test_a_note_on_words_is_opened_for_writing(panel, desk, qtbot):
    drag_over(qtbot, panel, "new bridge")
    with qtbot.waitSignal(desk.reading.note_opened) as opened:
        panel.note_selection()
    (made,) = desk.reading.annotations
    assert opened.args == [made.id]
    assert made.colour is desk.reading.colour


def test_a_bookmark_is_named_by_its_words(panel, desk, qtbot):
    drag_over(qtbot, panel, "new bridge")
    qtbot.mouseClick(button(panel, "Bookmark"), Qt.MouseButton.LeftButton)
    (made,) = desk.reading.bookmarks
    assert made.name == "new bridge"
    assert made.passage.quote == "new bridge"


def test_a_long_passage_gives_its_bookmark_a_short_name(panel, desk):
    panel.view.selectAll()
    panel.bookmark_selection()
    (made,) = desk.reading.bookmarks
    assert len(made.name) == 60
    assert made.name.endswith("…")


def test_the_selected_words_are_to_be_cited(panel, desk, qtbot):
    panel.view.go_to(panel.view.sheet.version.text.index("Nothing more"))
    drag_over(qtbot, panel, "Nothing more")
    with qtbot.waitSignal(desk.reading.passage_cited) as cited:
        qtbot.mouseClick(button(panel, "Copy with citation"), Qt.MouseButton.LeftButton)
    assert cited.args[0].quote == "Nothing more"


def test_white_space_around_the_selection_is_left_out(panel, desk):
    view = panel.view
    start = view.sheet.version.text.index(" new bridge")
    cursor = view.textCursor()
    cursor.setPosition(view.sheet.offsets.position(start))
    cursor.setPosition(cursor.position() + 5, QTextCursor.MoveMode.KeepAnchor)
    view.setTextCursor(cursor)
    panel.highlight_selection()
    assert desk.reading.annotations[0].targets[0].quote == "new"


def test_a_passage_after_an_astral_character_is_the_right_one(panel, desk, qtbot):
    panel.view.go_to(panel.view.sheet.version.text.index("café"))
    drag_over(qtbot, panel, "that evening")
    panel.highlight_selection()
    (passage,) = desk.reading.annotations[0].targets
    text = desk.reading.version.text
    assert passage.quote == text[passage.start : passage.end] == "that evening"
    assert text[: passage.start].endswith(passage.before)


def test_a_tool_in_hand_is_used_when_the_mouse_is_let_go(panel, desk, qtbot):
    desk.reading.take_tool(Tool.UNDERLINE)
    drag_over(qtbot, panel, "new bridge")
    assert desk.labels == ["Underline"]
    assert not panel.column.bar.isVisible()
    assert not panel.has_selection


def test_the_note_tool_makes_a_note_at_the_word_that_is_clicked(panel, desk, qtbot):
    desk.reading.take_tool(Tool.NOTE)
    with qtbot.waitSignal(desk.reading.note_opened):
        click(qtbot, panel, "MEMORANDUM")
    (made,) = desk.reading.annotations
    assert made.kind is AnnotationKind.NOTE
    assert made.targets[0].quote == "MEMORANDUM"


def test_before_the_document_is_kept_nothing_can_be_made(open_panel, qtbot):
    desk = Desk(make_document(make_version(), kept=False))
    panel = open_panel(desk.reading)
    drag_over(qtbot, panel, "new bridge")
    bar = panel.column.bar
    words = [label.text() for label in bar.findChildren(QLabel) if label.isVisible()]
    assert words == ["Being added to your library…"]
    assert not any(dot.isVisible() for dot in bar.findChildren(ColourDot))
    qtbot.keyClick(panel.view, Qt.Key.Key_1)
    panel.bookmark_selection()
    assert desk.changes == []
    desk.reading.fill(make_document(make_version()), [])
    assert any(dot.isVisible() for dot in bar.findChildren(ColourDot))


def test_a_double_click_selects_the_word(panel, qtbot):
    port, left = panel.view.viewport(), Qt.MouseButton.LeftButton
    place = place_of(panel, "bridge", 0.4)
    qtbot.mousePress(port, left, pos=place)
    qtbot.mouseRelease(port, left, pos=place)
    qtbot.mouseDClick(port, left, pos=place)
    qtbot.mouseRelease(port, left, pos=place)
    assert panel.view.textCursor().selectedText() == "bridge"
    assert panel.column.bar.isVisible()


def test_the_bar_follows_its_words_and_leaves_with_them(panel, qtbot):
    drag_over(qtbot, panel, "new bridge")
    panel.view.verticalScrollBar().setValue(40)
    assert panel.column.bar.isVisible()
    assert not panel.column.bar.geometry().intersects(selection_in(panel))
    panel.view.verticalScrollBar().setValue(panel.view.verticalScrollBar().maximum())
    assert not panel.column.bar.isVisible()


def test_in_a_narrow_tab_the_bar_stands_in_two_rows(open_panel, desk, qtbot):
    wide = open_panel(desk.reading)
    narrow = open_panel(desk.reading, width=280)
    for panel in (wide, narrow):
        drag_over(qtbot, panel, "new bridge")
        assert panel.rect().contains(panel.column.bar.geometry())
        assert not panel.column.bar.geometry().intersects(selection_in(panel))
    assert narrow.column.bar.height() > wide.column.bar.height()


def test_every_control_of_the_bar_has_a_name(panel):
    for dot in panel.column.bar.findChildren(ColourDot):
        assert dot.accessibleName().startswith("Highlight ")


def button(panel, name):
    return next(
        found
        for found in panel.column.bar.findChildren(QToolButton)
        if found.accessibleName() == name
    )


def test_words_selected_on_the_scan_are_selected_here(panel, desk):
    start = desk.reading.version.text.index("forty tons")
    desk.reading.select_words(Span("english", start, start + len("forty tons")))
    assert panel.column.annotating.passage().quote == "forty tons"
    assert panel.view.hasFocus()
    assert panel.column.bar.isVisible()


def test_of_a_long_text_that_still_grows_words_are_selected_when_they_are_there(qtbot, settings):
    words = "word " * 100
    desk = Desk(make_document(make_version(tuple(f"{n} {words}" for n in range(1500)))))
    panel = TranscriptPanel(desk.reading, settings)
    qtbot.addWidget(panel)
    panel.show()
    start = desk.reading.version.text.index("1400 word")
    assert not panel.view.sheet.reaches(start)
    desk.reading.select_words(Span("english", start, start + len("1400 word")))
    qtbot.waitUntil(lambda: panel.view.sheet.whole)
    assert panel.column.annotating.passage().quote == "1400 word"
    cursor = panel.view.textCursor()
    assert panel.view.shows(cursor.selectionStart(), cursor.selectionEnd())

"""Notes at the side: written, chosen, deleted, and never lost."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtTest import QAbstractItemModelTester

from library.citing.style import Style
from library.model.annotation import Bookmark, Colour
from tests.viewer.sidebar.conftest import NOW, make_document, make_note
from viewer.places import Tool
from viewer.sidebar.arranging import Row
from viewer.sidebar.note_editor import TRY_AGAIN_AFTER, NoteEditor
from viewer.sidebar.notes_model import NotesModel


def editor_of(sidebar) -> NoteEditor | None:
    return sidebar.notes.view.findChild(NoteEditor)


def write(qtbot, sidebar, note_id: str, text: str) -> NoteEditor:
    sidebar.notes.write(note_id)
    editor = editor_of(sidebar)
    qtbot.keyClicks(editor, text)
    return editor


def choose(sidebar, note_id: str) -> None:
    view = sidebar.notes.view
    view.setCurrentIndex(view.model().index_of(note_id))
    view.setFocus()


def shown(model: QAbstractListModel) -> list[str]:
    return [model.index(row).data(Qt.ItemDataRole.UserRole).id for row in range(model.rowCount())]


def test_the_tab_counts_notes_and_bookmarks(sidebar, desk):
    desk.show(make_note("a"), Bookmark("m", "d", "Page 1", NOW, page=1))
    assert sidebar._tabs.tabText(1) == "Notes 2"
    desk.show()
    assert sidebar._tabs.tabText(1) == "Notes"


def test_opening_a_note_brings_its_editor_to_the_front(sidebar, reading):
    sidebar.show_details()
    reading.open_note("b")
    assert sidebar._tabs.currentIndex() == 1
    assert editor_of(sidebar).hasFocus()


def test_a_note_that_is_opened_before_it_is_told_of_opens_when_it_comes(sidebar, reading, desk):
    reading.open_note("new")
    assert editor_of(sidebar) is None
    desk.show(make_note("a"), make_note("new", 40))
    assert editor_of(sidebar).hasFocus()


def test_what_is_typed_is_saved_by_flush(qtbot, sidebar, reading):
    write(qtbot, sidebar, "b", "A thought")
    assert reading.note("b").note == ""
    assert sidebar.flush()
    assert reading.note("b").note == "A thought"


def test_typing_is_saved_by_itself(qtbot, sidebar, reading):
    with qtbot.waitSignal(reading.notes_changed, timeout=3000):
        write(qtbot, sidebar, "b", "x")
    assert reading.note("b").note == "x"


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_leaving_the_editor_saves(qtbot, sidebar, reading, key, modifier):
    editor = write(qtbot, sidebar, "a", " and more")
    qtbot.keyClick(editor, key, modifier)
    assert reading.note("a").note == "first and more"
    assert sidebar.notes._delegate.editor is None
    assert sidebar.notes.view.hasFocus()


def test_going_elsewhere_saves(qtbot, sidebar, reading):
    write(qtbot, sidebar, "a", "!")
    sidebar._tabs.setFocus()
    assert reading.note("a").note == "first!"
    assert sidebar.notes._delegate.editor is None


def test_typing_survives_every_change_around_it(qtbot, sidebar, reading, desk):
    editor = write(qtbot, sidebar, "b", "half a sen")
    editor.moveCursor(editor.textCursor().MoveOperation.Start)
    desk.show(
        make_note("z", 10),
        replace(reading.note("b"), colour=Colour.RED),
        make_note("y", 600),
    )
    assert editor_of(sidebar) is editor
    assert editor.toPlainText() == "half a sen"
    assert editor.textCursor().position() == 0
    assert editor.hasFocus()


def test_undoing_from_elsewhere_is_shown_in_the_editor_that_has_nothing_unsaved(
    qtbot, sidebar, reading, desk
):
    editor = write(qtbot, sidebar, "a", " draft")
    sidebar.flush()
    desk.show(make_note("a", note="first"), reading.note("b"))
    assert editor.toPlainText() == "first"
    assert not editor.pending


def test_what_cannot_be_saved_stays_in_the_editor(qtbot, sidebar, reading, desk):
    desk.full = True
    editor = write(qtbot, sidebar, "b", "dear")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert editor_of(sidebar) is editor
    assert editor.toPlainText() == "dear"
    assert not sidebar.flush()
    desk.full = False
    assert sidebar.flush()
    assert reading.note("b").note == "dear"


def test_a_note_that_could_not_be_saved_says_so_and_is_tried_again(qtbot, sidebar, reading, desk):
    desk.full = True
    editor = write(qtbot, sidebar, "b", "dear")
    before = sidebar.notes.view.visualRect(sidebar.notes.view.currentIndex()).height()
    assert not sidebar.flush()
    after = sidebar.notes.view.visualRect(sidebar.notes.view.currentIndex()).height()
    assert editor.is_stuck
    assert editor.accessibleDescription() == "Not saved yet"
    assert after > before
    assert editor._timer.isActive()
    assert editor._timer.interval() == TRY_AGAIN_AFTER
    editor._timer.timeout.emit()
    assert editor.is_stuck
    desk.full = False
    editor._timer.timeout.emit()
    assert reading.note("b").note == "dear"
    assert not editor.is_stuck
    assert editor.accessibleDescription() == ""
    assert editor_of(sidebar) is editor


def test_a_note_the_reader_left_closes_when_it_can_be_saved_at_last(qtbot, sidebar, reading, desk):
    desk.full = True
    editor = write(qtbot, sidebar, "b", "dear")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    desk.full = False
    editor._timer.timeout.emit()
    assert reading.note("b").note == "dear"
    assert sidebar.notes._delegate.editor is None


def test_a_note_in_front_that_was_deleted_leaves_nothing_chosen(sidebar, reading, desk):
    reading.choose_note("a")
    reading.notebook.delete_note("a")
    reading.choose_note(reading.chosen)
    assert not sidebar.notes.view.selectionModel().hasSelection()
    reading.go_to_note("a")
    reading.open_note("b")
    assert editor_of(sidebar).hasFocus()


def test_a_note_that_cannot_be_saved_keeps_its_editor_when_another_is_opened(
    qtbot, sidebar, reading, desk
):
    desk.full = True
    editor = write(qtbot, sidebar, "b", "dear")
    sidebar.notes.write("a")
    assert sidebar.notes._delegate.editor is editor
    assert editor.toPlainText() == "dear"


def test_the_note_that_is_written_can_be_deleted_by_someone_else(qtbot, sidebar, desk):
    write(qtbot, sidebar, "b", "gone")
    desk.show(make_note("a"))
    assert sidebar.notes._delegate.editor is None
    assert sidebar.flush()


def test_the_editor_grows_with_what_is_written(qtbot, sidebar):
    editor = write(qtbot, sidebar, "b", "one")
    before = editor.height()
    for _ in range(4):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.height() > before + 40


def test_enter_writes_and_delete_puts_the_next_in_its_place(qtbot, sidebar, reading):
    view = sidebar.notes.view
    choose(sidebar, "a")
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert reading.note("a") is None
    assert shown(view.model())[view.currentIndex().row()] == "b"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert editor_of(sidebar).hasFocus()


def test_a_digit_recolours_the_card_or_the_tool_that_is_on(qtbot, sidebar, reading):
    choose(sidebar, "b")
    qtbot.keyClick(sidebar.notes.view, Qt.Key.Key_2)
    assert reading.note("b").colour is list(Colour)[1]
    reading.take_tool(Tool.AREA)
    qtbot.keyClick(sidebar.notes.view, Qt.Key.Key_3)
    assert reading.note("b").colour is list(Colour)[1]
    assert reading.colour is list(Colour)[2]


def test_arrows_move_between_cards_without_moving_the_page(qtbot, sidebar, reading):
    gone = []
    reading.jumped.connect(gone.append)
    choose(sidebar, "a")
    qtbot.keyClick(sidebar.notes.view, Qt.Key.Key_Down)
    assert shown(sidebar.notes.view.model())[sidebar.notes.view.currentIndex().row()] == "b"
    assert not gone


def test_a_click_goes_where_the_note_points(qtbot, sidebar, reading):
    view = sidebar.notes.view
    place = view.visualRect(view.model().index_of("c")).center()
    with qtbot.waitSignal(reading.jumped) as heard:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert heard.args[0].page == 2
    assert reading.chosen == "c"


def test_a_double_click_writes(qtbot, sidebar):
    view = sidebar.notes.view
    place = view.visualRect(view.model().index_of("b")).center()
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert editor_of(sidebar).hasFocus()


def test_a_note_chosen_on_the_page_is_outlined_here(sidebar, reading):
    reading.choose_note("c")
    view = sidebar.notes.view
    assert view.currentIndex() == view.model().index_of("c")
    assert view.selectionModel().isSelected(view.currentIndex())


def test_a_bookmark_is_renamed_with_enter(qtbot, sidebar, reading, desk):
    desk.show(Bookmark("m", "d", "Page 1", NOW, page=1))
    choose(sidebar, "m")
    qtbot.keyClick(sidebar.notes.view, Qt.Key.Key_F2)
    editor = editor_of(sidebar)
    editor.selectAll()
    qtbot.keyClicks(editor, "The bases")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert reading.note("m").name == "The bases"


def test_the_menu_names_the_colours_and_copies_the_quotation(sidebar, reading):
    menu = sidebar.notes.menu_of(reading.note("a"))
    actions = {action.text(): action for action in menu.actions()}
    colours = {action.text(): action for action in actions["Colour"].menu().actions()}
    assert len(colours) == 8
    assert colours["Green"].isChecked()
    colours["Red"].trigger()
    assert reading.note("a").colour is Colour.RED
    actions["Copy quotation with citation"].trigger()
    assert QGuiApplication.clipboard().text().startswith("“The Ambassador” “On the reception”")


def test_a_card_says_its_kind_colour_page_and_words(sidebar):
    model = sidebar.notes.view.model()
    spoken = model.index_of("a").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Highlight, green. Page 1. The Ambassador. first"
    assert model.index_of("c").data(Qt.ItemDataRole.UserRole + 1) == "Page 2"


def test_without_notes_a_sentence_says_how_to_make_one(sidebar, desk):
    desk.show()
    assert not sidebar.notes.view.isVisible()
    desk.show(make_note("a"))
    assert sidebar.notes.view.isVisible()


@pytest.fixture
def undone(sidebar):
    """What the window's own undo and redo are asked for."""
    heard = []
    for name, keys in (("undo", "Ctrl+Z"), ("redo", "Ctrl+Shift+Z")):
        shortcut = QShortcut(QKeySequence(keys), sidebar)
        shortcut.activated.connect(lambda name=name: heard.append(name))
    return heard


CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def test_undo_in_a_note_takes_its_typing_back_and_then_asks_the_window(qtbot, sidebar, undone):
    editor = write(qtbot, sidebar, "b", "draft")
    qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert (editor.toPlainText(), undone) == ("", [])
    qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert (editor.toPlainText(), undone) == ("draft", [])
    qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert undone == ["redo"]
    qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert (editor.toPlainText(), undone) == ("", ["redo", "undo"])


def test_what_undo_took_back_in_a_note_is_stored_before_the_window_undoes(
    qtbot, sidebar, reading, undone
):
    editor = write(qtbot, sidebar, "a", " draft")
    sidebar.flush()
    qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert reading.note("a").note == "first draft"
    qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    assert reading.note("a").note == "first"
    assert undone == ["undo"]


def test_a_note_whose_typing_was_taken_back_before_it_was_saved_is_not_changed(
    qtbot, sidebar, desk
):
    editor = write(qtbot, sidebar, "a", " draft")
    qtbot.keyClick(editor, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert desk.changes == []


keys = st.lists(st.sampled_from("abcdefgh"), unique=True)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(keys, min_size=1, max_size=5))
def test_the_list_follows_any_change_row_by_row(qapp, states):
    model = NotesModel(make_document(), lambda: Style.ARCHIVE)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for state in states:
        model.show([Row(key, make_note(key)) for key in state])
        assert shown(model) == state
        assert all(model.index_of(key).row() == row for row, key in enumerate(state))


def test_a_note_that_vanishes_never_moves_the_keyboard_into_an_editor(
    qtbot, sidebar, reading, desk
):
    sidebar.notes.write("b")
    sidebar._tabs.setFocus(Qt.FocusReason.ActiveWindowFocusReason)  # so the editor stays open
    before = reading.notes()
    desk.show(*before, make_note("new", 250))
    reading.choose_note("new")
    desk.show(*before)
    assert sidebar._tabs.hasFocus()
    assert editor_of(sidebar) is not None
    assert not sidebar.notes.view.selectionModel().hasSelection()


def test_the_neighbour_of_a_note_that_vanishes_is_chosen_where_the_list_has_the_keyboard(
    sidebar, reading, desk
):
    choose(sidebar, "b")
    desk.show(reading.note("a"), reading.note("c"))
    view = sidebar.notes.view
    assert view.note_at(view.currentIndex()) is not None
    assert view.hasFocus()

"""“[[” offers the other notes, and what is chosen becomes a link."""

import pytest
from PySide6.QtCore import Qt

from tests.viewer.sidebar.conftest import make_note
from viewer.sidebar.link_completing import LinkCompleting
from viewer.sidebar.note_editor import NoteEditor


@pytest.fixture
def editor(qtbot, sidebar, desk):
    desk.show(
        make_note("a"), make_note("b", 300, note="second"), make_note("c", page=2, note="A stamp")
    )
    sidebar.notes.write("b")
    return sidebar.notes.view.findChild(NoteEditor)


def offered(editor):
    completing = editor.findChild(LinkCompleting)
    rows = range(completing.list.count()) if completing.list.isVisible() else ()
    return [completing.list.item(row).text() for row in rows]


def test_two_brackets_offer_all_other_notes(qtbot, editor):
    qtbot.keyClicks(editor, " see [[")
    assert offered(editor) == ["The Ambassador", "A stamp"]


def test_typing_on_narrows_what_is_offered(qtbot, editor):
    qtbot.keyClicks(editor, " [[sta")
    assert offered(editor) == ["A stamp"]
    qtbot.keyClicks(editor, "x")
    assert offered(editor) == []


def test_enter_takes_the_one_that_is_marked(qtbot, editor):
    qtbot.keyClicks(editor, " see [[")
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "second see [[c]] "
    assert offered(editor) == []


def test_escape_closes_the_list_and_not_the_note(qtbot, editor, sidebar):
    qtbot.keyClicks(editor, " [[")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert offered(editor) == []
    assert sidebar.notes._delegate.written == "b"
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    assert sidebar.notes._delegate.written == ""


def test_elsewhere_enter_is_a_new_line(qtbot, editor):
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText() == "second\n"

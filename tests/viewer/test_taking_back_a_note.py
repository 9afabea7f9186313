"""A note whose typing was taken back: nothing of it is left to undo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.viewer.desk import Desk, select
from viewer.sidebar.note_editor import NoteEditor

CONTROL = Qt.KeyboardModifier.ControlModifier


def written_note(desk, record) -> NoteEditor:
    """The editor of a note with words that are saved."""
    select(desk.open(record), "forty tons")
    desk.press("note")
    desk.wait(lambda: isinstance(QApplication.focusWidget(), NoteEditor))
    editor = QApplication.focusWidget()
    desk.keys(editor, "abc")
    desk.tab.sidebar.flush()
    return editor


@pytest.mark.parametrize("by_hand", [False, True])
def test_the_step_before_a_note_that_was_taken_back_can_still_be_undone(desk, record, by_hand):
    editor = written_note(desk, record)
    if by_hand:
        editor.clear()
    else:
        desk.key(editor, Qt.Key.Key_Z, CONTROL)
    desk.tab.text.view.setFocus()
    assert [note.note for note in desk.notes] == [""]
    assert desk.undo_text() == "Undo Highlight"
    desk.undo()
    assert desk.notes == ()
    desk.redo()
    assert [note.note for note in desk.notes] == [""]


def test_it_is_so_after_a_restart(tmp_path, pool, qtbot, record):
    first = Desk(tmp_path, pool, qtbot)
    editor = written_note(first, record)
    first.key(editor, Qt.Key.Key_Z, CONTROL)
    first.tab.text.view.setFocus()
    first.close()
    second = Desk(tmp_path, pool, qtbot)
    assert second.undo_text() == "Undo Highlight"
    second.undo()
    assert second.notes == ()
    second.close()

"""Undo: step by step, after a restart, and when saving fails."""

import pytest

from library.errors import ChangedElsewhere, DiskFull
from tests.viewer.desk import Desk, select


@pytest.fixture
def highlight(desk, record):
    """A highlight that the reader made."""
    select(desk.open(record), "forty tons")
    desk.press("highlight")
    (made,) = desk.notes
    return made


@pytest.fixture
def failing(desk, monkeypatch):
    """Makes saving fail with this error until it is told None."""
    apply = desk.store.apply
    wrong = []

    def save(change, **how):
        if wrong and wrong[0]:
            raise wrong[0]
        apply(change, **how)

    monkeypatch.setattr(desk.store, "apply", save)

    def fail(error):
        wrong[:] = [error]

    return fail


def test_undo_survives_a_restart(tmp_path, pool, qtbot, record):
    first = Desk(tmp_path, pool, qtbot)
    select(first.open(record), "forty tons")
    first.press("highlight")
    first.close()
    second = Desk(tmp_path, pool, qtbot)
    assert second.undo_text() == "Undo Highlight"
    second.undo()
    assert second.notes == ()
    second.redo()
    assert len(second.notes) == 1
    second.close()


def test_undo_survives_closing_the_tab(desk, highlight):
    document = desk.tab.reading.document.id
    desk.press("close_tab")
    desk.reopen(document)
    desk.undo()
    assert desk.notes == ()


def test_what_was_undone_is_not_offered_again_after_a_restart(tmp_path, pool, qtbot, record):
    first = Desk(tmp_path, pool, qtbot)
    select(first.open(record), "forty tons")
    first.press("highlight")
    first.undo()
    first.close()
    second = Desk(tmp_path, pool, qtbot)
    assert not second.session.history.group.canUndo()
    second.close()


def test_an_undo_that_cannot_be_saved_just_now_waits(desk, highlight, failing):
    failing(DiskFull())
    desk.undo()
    assert desk.notes == ()
    assert desk.store.annotations(highlight.document) == (highlight,)
    failing(None)
    assert desk.session.saving.try_again()
    assert desk.store.annotations(highlight.document) == ()
    desk.redo()
    assert desk.store.annotations(highlight.document) == (highlight,)


def test_a_redo_that_cannot_be_saved_just_now_waits(desk, highlight, failing):
    desk.undo()
    failing(DiskFull())
    desk.redo()
    assert desk.notes == (highlight,)
    failing(None)
    assert desk.session.saving.try_again()
    desk.undo()
    assert desk.notes == desk.store.annotations(highlight.document) == ()


def test_what_needs_the_library_itself_is_refused_and_can_be_tried_again(desk, highlight, failing):
    failing(DiskFull())
    with desk.qtbot.waitSignal(desk.session.failed) as heard:
        desk.session.remove_documents([highlight.document])
    assert "disk is full" in heard.args[0]
    assert [entry.id for entry in desk.store.shelf() if entry.id == highlight.document]
    failing(None)
    desk.session.remove_documents([highlight.document])
    assert not [entry for entry in desk.store.shelf() if entry.id == highlight.document]


def test_a_step_that_was_overtaken_is_dropped(desk, highlight, failing):
    failing(ChangedElsewhere())
    desk.undo()
    assert not desk.session.history.group.canUndo()


def test_words_that_wait_are_one_step_with_those_before(desk, highlight, failing):
    reading = desk.tab.reading
    reading.notebook.write_note(highlight.id, "one")
    failing(DiskFull())
    reading.notebook.write_note(highlight.id, "one two")
    failing(None)
    desk.undo()
    assert desk.session.saving.try_again()
    assert [note.note for note in desk.store.annotations(highlight.document)] == [""]


def test_each_document_has_its_own_steps(desk, highlight, tmp_path, record):
    first = desk.tab.reading
    desk.press("library")
    assert not desk.session.history.group.canUndo()
    desk.reopen(first.document.id)
    assert desk.session.history.group.canUndo()


def test_a_note_typed_and_emptied_again_leaves_no_step(desk, highlight):
    reading = desk.tab.reading
    reading.notebook.write_note(highlight.id, "one")
    reading.notebook.write_note(highlight.id, "")
    assert desk.undo_text() == "Undo Highlight"

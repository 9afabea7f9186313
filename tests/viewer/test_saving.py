"""Saving that is impossible for a while: one sentence, nothing lost, nothing twice."""

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from library.errors import DiskFull
from library.model.annotation import Annotation, AnnotationKind, Colour
from library.model.change import Change, Edit
from library.store.store import Store
from tests.documents import NOON, a_document
from tests.viewer.desk import Desk, select
from viewer import labels
from viewer.saving import Saving
from viewer.undo import joined
from viewer.unsaved_bar import UnsavedBar

resource = pytest.importorskip("resource", reason="limits of a process are Unix")


@contextmanager
def full_disk(desk):
    """No file of this process may grow beyond what the library's log is now."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    log = desk.store.folder / "library.db-wal"
    resource.setrlimit(resource.RLIMIT_FSIZE, (log.stat().st_size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@contextmanager
def locked(desk):
    """Another program writes to the library, and takes its time."""
    with closing(sqlite3.connect(desk.store.folder / "library.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.execute("ROLLBACK")


HINDRANCES = pytest.mark.parametrize("hindered", [full_disk, locked])


@pytest.fixture
def highlight(desk, record):
    select(desk.open(record), "forty tons")
    desk.press("highlight")
    (made,) = desk.notes
    return made


def bar(desk):
    return desk.window.findChild(UnsavedBar)


def stored_notes(desk):
    return [note.note for note in desk.store.annotations(desk.tab.reading.document.id)]


def write(desk, note, words):
    """Type into a note's editor, and leave it."""
    desk.tab.reading.open_note(note.id)
    editor = desk.tab.sidebar.notes._delegate.editor
    desk.keys(editor, words)
    desk.key(editor, Qt.Key.Key_Escape)


@HINDRANCES
def test_typing_goes_on_while_saving_is_impossible_and_all_is_saved_later(
    desk, highlight, hindered
):
    with hindered(desk):
        write(desk, highlight, "first")
        write(desk, highlight, " second")
        select(desk.tab, "engineer")
        desk.press("highlight")
        assert [note.note for note in desk.notes] == ["first second", ""]
        assert stored_notes(desk) == [""]
        assert "What you write stays here" in bar(desk).sentence
        assert desk.window.tabs.messages.sentence == ""
        assert "Not all is saved yet" in desk.window.status.right_words
    desk.wait(lambda: not desk.session.saving.waiting)
    assert stored_notes(desk) == ["first second", ""]
    assert bar(desk).sentence == ""
    assert desk.window.status.right_words.startswith("In your library · 2 notes saved")


@HINDRANCES
def test_undo_goes_through_what_waits_into_what_was_saved(desk, highlight, hindered):
    with hindered(desk):
        write(desk, highlight, "words")
        desk.undo()
        desk.undo()
        assert desk.notes == ()
        desk.redo()
    desk.wait(lambda: not desk.session.saving.waiting)
    assert stored_notes(desk) == [""]
    desk.redo()
    assert stored_notes(desk) == ["words"]


def test_what_waits_is_shown_in_a_tab_that_is_opened_again(desk, highlight):
    document = desk.tab.reading.document.id
    with locked(desk):
        write(desk, highlight, "words")
        desk.press("close_tab")
        desk.reopen(document)
        assert [note.note for note in desk.notes] == ["words"]
        desk.undo()
        assert [note.note for note in desk.notes] == [""]
    desk.wait(lambda: not desk.session.saving.waiting)
    assert stored_notes(desk) == [""]


def test_the_bar_cannot_be_closed_and_copies_what_is_not_saved(desk, highlight):
    with full_disk(desk):
        write(desk, highlight, "my words")
        desk.key(bar(desk), Qt.Key.Key_Escape)
        (copy,) = [b for b in bar(desk).findChildren(QPushButton) if b.isVisible()]
        copy.click()
        assert bar(desk).sentence
    copied = QApplication.clipboard().text()
    assert "“forty tons”\nmy words" in copied
    assert copied.startswith(desk.tab.reading.document.record.title)


def test_a_window_with_unsaved_words_asks_before_it_closes(desk, highlight, monkeypatch):
    asked = []

    def go_on(box):
        asked.append(box.informativeText())
        (copy,) = [b for b in box.buttons() if b.text() == "Copy My Unsaved Notes"]
        monkeypatch.setattr(QMessageBox, "clickedButton", lambda _: copy)

    monkeypatch.setattr(QMessageBox, "exec", go_on)
    with full_disk(desk):
        write(desk, highlight, "my words")
        desk.window.close()
        assert desk.window.isVisible()
        assert len(asked) == 1
        assert "Nothing could be saved" in asked[0]
        assert "my words" in QApplication.clipboard().text()
    desk.window.close()  # saves what waits
    assert not desk.window.isVisible()
    assert len(asked) == 1
    assert [n.note for n in desk.store.annotations(highlight.document)] == ["my words"]


def test_what_waited_is_there_after_a_restart_with_its_steps(tmp_path, pool, qtbot, record):
    first = Desk(tmp_path, pool, qtbot)
    select(first.open(record), "forty tons")
    with locked(first):
        first.press("highlight")
        write(first, first.notes[0], "words")
    first.close()
    second = Desk(tmp_path, pool, qtbot)
    assert [note.note for note in second.notes] == ["words"]
    second.undo()
    second.undo()
    assert second.notes == ()
    second.close()


def test_where_the_reader_is_is_saved_when_that_is_possible_again(desk, record):
    reading = desk.open(record).reading
    last = reading.document.scan_pages[-1]
    with full_disk(desk):
        reading.keep(page=last)
        desk.wait(lambda: "Nothing could be saved" in bar(desk).sentence)
        assert desk.window.tabs.messages.sentence == ""
    desk.wait(lambda: bar(desk).sentence == "")
    assert desk.store.position(reading.document.id).page == last


# --- Whatever fails, and when -------------------------------------------------------------


class Faulty:
    """A store whose commits fail as they are told to, before or after they reached the disk."""

    def __init__(self, store, outcomes):
        self._store = store
        self.has = store.has
        self.outcomes = list(outcomes)

    def apply(self, change, **how):
        outcome = self.outcomes.pop(0) if self.outcomes else "saved"
        if outcome == "full":
            raise DiskFull
        self._store.apply(change, **how)
        if outcome == "saved but not told so":
            raise DiskFull


@settings(max_examples=40, deadline=None)
@given(
    outcomes=st.lists(st.sampled_from(["saved", "full", "saved but not told so"]), max_size=30),
    turns=st.lists(st.sampled_from(["make", "write", "delete", "try again"]), max_size=12),
)
def test_all_that_was_done_is_saved_in_order_and_once(tmp_path_factory, qapp, outcomes, turns):
    with Store.open(tmp_path_factory.mktemp("library")) as store:
        document = store.add_document(a_document(), NOON).id
        faulty, notes = Faulty(store, outcomes), {}
        saving = Saving(faulty)
        refused, done = [], []
        saving.refused.connect(refused.append)
        for number, turn in enumerate(turns):
            if turn == "try again":
                saving.try_again(all_at_once=True)
            else:
                done.append(a_change(turn, number, notes, document))
                saving.save(done[-1])
        faulty.outcomes = []
        assert saving.try_again(all_at_once=True)
        assert set(store.annotations(document)) == set(notes.values())
        assert steps(entry.change for entry in store.history(None, 99)[::-1]) == steps(done)
        assert refused == []


def a_change(turn, number, notes, document):
    """The next thing that a reader does; `notes` are kept as they should be then."""
    if turn == "make" or not notes:
        kind, colour = AnnotationKind.DOCUMENT, Colour.RED
        note = Annotation(f"note {number}", document, kind, colour, (), NOON, NOON)
        notes[note.id] = note
        return Change.add("Note", note)
    before = notes[sorted(notes)[number % len(notes)]]
    if turn == "delete":
        del notes[before.id]
        return Change("Delete Note", (Edit(before, replace(before, deleted=NOON)),))
    notes[before.id] = replace(before, note=f"{before.note} {number}")
    return Change.alter(labels.EDIT_NOTE, before, notes[before.id])


def steps(changes):
    """The changes, with what was typed on end counted as one: so it may wait."""
    found = []
    for change in changes:
        both = joined(found[-1], change) if found else None
        found[-1:] = [both] if both else [*found[-1:], change]
    return found

"""The library's folder vanishes while it is open, as a disk does that is taken out."""

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from library.store.store import Store
from tests.viewer.desk import select
from viewer.unsaved_bar import UnsavedBar


@pytest.fixture
def note(desk, record):
    select(desk.open(record), "forty tons")
    desk.press("highlight")
    (made,) = desk.notes
    return made


@pytest.fixture
def away(desk, note):
    """The folder, after it was taken away."""
    desk.wait(lambda: not desk.session.jobs.running)
    return desk.store.folder.rename(desk.store.folder.with_name("away"))


def bar(desk):
    return desk.window.findChild(UnsavedBar)


def write(desk, note, words):
    desk.tab.reading.open_note(note.id)
    editor = desk.tab.sidebar.notes._delegate.editor
    desk.keys(editor, words)
    desk.key(editor, Qt.Key.Key_Escape)


def look_again(desk):
    """The reader comes back to the window; by itself it would be tried again in some seconds."""
    app = QGuiApplication.instance()
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)


def stored(store, document):
    return {note.note for note in store.annotations(document)}


def test_what_is_written_meanwhile_is_saved_when_the_library_is_back(desk, note, away):
    write(desk, note, "while it was gone")
    assert "is not there any more. Put it back" in bar(desk).sentence
    assert "What you write stays here" in bar(desk).sentence
    assert desk.window.tabs.messages.sentence == ""
    shutil.copytree(away, desk.store.folder)
    shutil.rmtree(away)
    desk.wait(lambda: not desk.session.saving.waiting)
    assert bar(desk).sentence == ""
    assert "saved" in desk.window.status.right_words
    select(desk.tab, "engineer")
    desk.press("highlight")
    write(desk, desk.notes[1], "since it is back")
    with Store.open(desk.store.folder, read_only=True) as other:
        assert stored(other, note.document) == {"while it was gone", "since it is back"}


def test_where_another_library_comes_one_sentence_says_so_and_the_text_waits(desk, note, away):
    write(desk, note, "my words")
    Store.open(desk.store.folder).close()
    look_again(desk)
    assert "another library" in bar(desk).sentence
    assert [note.note for note in desk.notes] == ["my words"]
    shutil.rmtree(desk.store.folder)
    away.rename(desk.store.folder)
    look_again(desk)
    assert bar(desk).sentence == ""
    assert stored(desk.store, note.document) == {"my words"}


def test_where_another_program_took_it_up_first_the_text_waits_for_it(desk, note, away):
    write(desk, note, "my words")
    shutil.copytree(away, desk.store.folder)
    with Store.open(desk.store.folder):
        look_again(desk)
        assert "open in another Diptych" in bar(desk).sentence
    look_again(desk)
    assert stored(desk.store, note.document) == {"my words"}

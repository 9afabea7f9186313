"""The library's folder vanishes while it is open, as a disk does that is taken out."""

import shutil
import sys
import threading

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox

from library.searching.parsing import parse
from library.shelving.question import ShelfQuestion
from library.store.store import Store
from tests.viewer.desk import select
from viewer.crashing import CrashWatch
from viewer.dialogs.trash import TrashDialog
from viewer.search.seeking import Seeking
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
    yield desk.store.folder.rename(desk.store.folder.with_name("away"))
    desk.session.saving.waiting = ()  # else it is asked about when the window closes


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


# --- What is only read, of a disk that is not there ---------------------------------------

SENTENCE = "is not there any more"


@pytest.fixture
def watch(desk, monkeypatch):
    """As the program does: what nothing else caught comes here."""
    hooks = sys.excepthook, threading.excepthook
    watch = CrashWatch(desk.window)
    watch.refused.connect(desk.session.failed)
    watch.faults = []
    monkeypatch.setattr(watch, "_tell", lambda *told: watch.faults.append(told[-1]))
    watch.begin()
    yield watch
    sys.excepthook, threading.excepthook = hooks
    assert watch.faults == []


@pytest.fixture
def dead(desk, away, watch):
    """Not even what was open can be read any more."""
    desk.store._library._db.close()
    desk.store._index._connection.close()


def said(desk):
    return desk.window.tabs.messages.sentence


@pytest.fixture
def closing():
    """Closes whatever dialog waits for an answer."""
    timer = QTimer(interval=50)
    timer.timeout.connect(close_dialogs)
    timer.start()
    yield
    timer.stop()


def close_dialogs():
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog | QMenu) and widget.isVisible():
            widget.close()


def test_the_trash_cannot_be_emptied_then(desk, note, watch, monkeypatch):
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    desk.tab.reading.notebook.delete_note(note.id)
    dialog = TrashDialog(desk.session, desk.window)
    dialog.show()
    away = desk.store.folder.rename(desk.store.folder.with_name("away"))
    dialog.emptying.click()
    assert SENTENCE in said(desk)
    away.rename(desk.store.folder)
    dialog.emptying.click()
    assert not dialog.emptying.isEnabled()
    dialog.close()


@pytest.mark.parametrize("action", ["trash", "history", "all_tags", "star", "people"])
@pytest.mark.usefixtures("closing", "dead")
def test_whatever_is_asked_for_then_gives_a_sentence_and_no_crash(desk, action):
    desk.press(action)
    desk.wait(lambda: not desk.session.jobs.running)
    assert SENTENCE in f"{said(desk)} {bar(desk).sentence}"


@pytest.mark.usefixtures("dead")
def test_a_document_that_is_opened_then_gives_a_sentence(desk, note):
    desk.press("close_tab")
    desk.session.open_document(note.document)
    desk.wait(lambda: SENTENCE in said(desk))


@pytest.mark.usefixtures("away", "watch")
def test_what_is_searched_for_then_is_not_said_to_be_nowhere(desk):
    seeking = Seeking(desk.session, desk.window)
    seeking.ask(ShelfQuestion(search=parse("engineer")))
    desk.wait(lambda: SENTENCE in said(desk))

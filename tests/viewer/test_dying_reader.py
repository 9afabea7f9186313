"""A reading process dies while a document is read: the text stays, and so does the window."""

import os
import signal
import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from library.pages.pool import ReadingPool
from tests.records import make_record
from tests.viewer.desk import Desk, select
from viewer.crash_log import LOG, CrashLog
from viewer.crashing import CrashWatch
from viewer.places import Place

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")


@pytest.fixture
def desk(tmp_path, qtbot, monkeypatch):
    """With processes that may die, and with the log that faults are written to."""
    monkeypatch.setattr("faulthandler.enable", lambda _file: None)  # those are the test runner's
    monkeypatch.setattr("faulthandler.disable", lambda: None)
    hooks, log = (sys.excepthook, threading.excepthook), CrashLog(tmp_path / "log")
    pool = ReadingPool(worker="tests.viewer.deadly_worker")
    desk = Desk(tmp_path, pool, qtbot)
    CrashWatch(desk.window).begin()
    yield desk
    desk.close()
    pool.close()
    sys.excepthook, threading.excepthook = hooks
    log.close()
    written = tmp_path / "log" / LOG
    assert "ERROR" not in (written.read_text("utf-8") if written.exists() else "")


@pytest.fixture
def tab(desk, tmp_path):
    tab = desk.open(make_record(tmp_path / "a record.pdf"))
    desk.wait(lambda: tab.scan.view.is_sharp)
    return tab


def processes(desk):
    """Of those that read files, the ones that are there."""
    pool = desk.session.pages.pool
    return [seat.process._process.pid for seat in (pool._front, pool._back) if seat.process]


def second_page(tab):
    """The place of the second page in the view, its number in the document, and in the file."""
    document = tab.reading.document
    page = document.scan_pages[1]
    return 1, page, document.pages[page].frame


def turn(desk, tab):
    _, page, _ = second_page(tab)
    tab.reading.go_to(Place(page=page))
    tab.scan.view.refresh()
    desk.wait(lambda: tab.scan.view.is_sharp and not tab.scan.view.drawings.is_waiting)


def write_note(desk, tab):
    select(tab, "forty tons")
    desk.press("highlight")
    assert len(desk.store.annotations(tab.reading.document.id)) == 1


def test_pages_are_drawn_and_texts_marked_after_every_process_was_killed(desk, tab):
    for process in processes(desk):
        os.kill(process, signal.SIGKILL)
    tab.scan.view.drawings.forget(pictures=True)
    turn(desk, tab)
    assert tab.scan.view.drawings.problems == {}
    write_note(desk, tab)
    assert desk.window.tabs.messages.sentence == ""


def test_a_page_whose_process_dies_while_it_draws_is_drawn_by_the_next(desk, tab):
    _, _, frame = second_page(tab)
    once = desk.store.folder / "deadly once"
    tab.scan.view.drawings.forget(pictures=True)
    once.write_text(str(frame))
    turn(desk, tab)
    assert not once.exists()
    assert tab.scan.view.drawings.problems == {}
    write_note(desk, tab)


def test_a_page_that_ends_two_processes_says_so_and_can_be_tried_again(desk, tab):
    place, page, frame = second_page(tab)
    deadly = desk.store.folder / "deadly"
    view = tab.scan.view
    view.drawings.forget(pictures=True)
    deadly.write_text(str(frame))
    turn(desk, tab)
    assert "could not be drawn" in str(view.drawings.problems[page])
    write_note(desk, tab)
    assert view.drawings.problems.keys() == {page}, "the other page is drawn"
    deadly.unlink()
    button = view.button_rect(place)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=button.center())
    desk.wait(lambda: view.is_sharp and not view.drawings.problems)

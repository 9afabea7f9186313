"""Faults are written down on this computer, told once, and do not cost the session."""

import faulthandler
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from library.store.store import Store
from tests.records import make_record
from viewer.crash_log import FAULTS, LOG, CrashLog, logger
from viewer.crashing import CrashWatch

# Runs the program as it starts, looks at it after a while, and closes it.
PROGRAM = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from library.pages.pool import ReadingPool
from viewer import app

found = {{}}

def look():
    window = next(w for w in QApplication.topLevelWidgets() if hasattr(w, "tabs"))
    boxes = [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]
    found["told"] = [box.text() for box in boxes if box.isVisible()]
    for box in boxes:
        box.close()
    found["status"] = window.status.left_words
    found["tabs"] = len(window.tabs.readings)
    found["recognises"] = window.session.joining.recognises
    {act}
    window.close()

def made(window, *parts):
    make(window, *parts)
    QTimer.singleShot({after}, look)

make, app.MainWindow.__init__ = app.MainWindow.__init__, made

if __name__ == "__main__":
    app.run([], Path(sys.argv[1]), None, ReadingPool(), safe_mode={safe})
    print(json.dumps(found))
"""


@pytest.fixture
def library(tmp_path, desk):
    """A library that was closed with a document open."""
    desk.open(make_record(tmp_path / "a record.pdf"))
    desk.close()
    with Store.open(tmp_path / "library") as store:
        store.remember("guide given", value=True)
    return tmp_path / "library"


def run(tmp_path, library, *, safe=False, act="pass", after=2500, code=0):
    script = tmp_path / "program.py"
    script.write_text(PROGRAM.format(safe=safe, act=act, after=after))
    homes = {name: str(tmp_path / name) for name in ("XDG_STATE_HOME", "XDG_CONFIG_HOME")}
    path = os.pathsep.join((os.environ["PYTHONPATH"], str(Path(__file__).parents[2])))
    done = subprocess.run(
        [sys.executable, str(script), str(library)],
        env=os.environ | homes | {"PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == code, done.stderr
    return json.loads(done.stdout) if done.stdout else {}


def logs(tmp_path):
    return tmp_path / "XDG_STATE_HOME" / "Diptych" / "log"


def test_after_a_fault_the_documents_are_open_again_and_it_is_told_once(tmp_path, library):
    fault = "import ctypes; ctypes.string_at(0)"
    run(tmp_path, library, act=fault, code=-11)
    found = run(tmp_path, library)
    assert found["tabs"] == 1
    assert found["told"] == ["Diptych ended by itself the last time. Your notes are saved."]
    assert "Segmentation fault" in (logs(tmp_path) / LOG).read_text()
    assert run(tmp_path, library)["told"] == []


def test_safe_mode_opens_nothing_and_does_nothing_by_itself(tmp_path, library):
    found = run(tmp_path, library, safe=True, after=500)
    assert found["status"].startswith("Safe mode")
    assert (found["tabs"], found["recognises"]) == (0, False)


@pytest.fixture(autouse=True)
def _own_faults(monkeypatch):
    """The handler of this process is the test runner's."""
    monkeypatch.setattr(faulthandler, "enable", lambda _file: None)
    monkeypatch.setattr(faulthandler, "disable", lambda: None)


@pytest.fixture
def log(tmp_path):
    log = CrashLog(tmp_path / "logs")
    yield log
    log.close()


@pytest.fixture
def watch(desk, monkeypatch):
    hooks = sys.excepthook, threading.excepthook
    watch = CrashWatch(desk.window)
    watch.begin()
    yield watch
    sys.excepthook, threading.excepthook = hooks


def dialogs():
    return [
        w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible()
    ]


def fail(words):
    try:
        raise ValueError(words)
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_a_fault_is_told_in_one_dialog_whose_details_can_be_copied(
    desk, watch, log, tmp_path, capsys
):
    fail("one of ours")
    fail("another")
    seen = []

    def answer():
        """While the dialog is open, which holds up all that comes after it here."""
        seen.extend(box.text() for box in dialogs())
        buttons = dialogs()[0].findChildren(QPushButton)
        next(button for button in buttons if button.text() == "Copy Details").click()

    QTimer.singleShot(500, answer)
    desk.wait(lambda: "one of ours" in QGuiApplication.clipboard().text())
    assert seen == ["Something went wrong in Diptych. Your notes are saved."]
    written = (tmp_path / "logs" / LOG).read_text()
    assert "ValueError: one of ours" in written
    assert "ValueError: another" in written
    capsys.readouterr()


def test_the_log_is_cut_off_in_time(log, tmp_path):
    for _ in range(60):
        logger.error("x" * 100_000)
    sizes = [file.stat().st_size for file in (tmp_path / "logs").glob(f"{LOG}*")]
    assert len(sizes) == 4
    assert max(sizes) <= 1_100_000


def test_a_program_that_ends_well_leaves_no_fault(tmp_path):
    CrashLog(tmp_path).close()
    assert not (tmp_path / FAULTS).exists()
    again = CrashLog(tmp_path)
    assert again.last_fault == ""
    again.close()


def test_logs_that_cannot_be_written_hinder_nothing(tmp_path):
    (tmp_path / "file").write_text("no folder")
    log = CrashLog(tmp_path / "file" / "logs")
    logger.error("nowhere")
    log.close()

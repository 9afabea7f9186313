"""A second start hands its files to the window that is open already.

The first window keeps a folder in the library while it runs; a second start leaves a
small file there with the paths to open, and ends.  Nothing is listened to on any network.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

FOLDER = "handover"
PATIENCE = 5.0  # seconds a busy window may need to hear of a later start
LARGEST = 1_000_000  # bytes of a message; longer ones are not ours


def hand_over(library: Path, paths: Sequence[Path]) -> bool:
    """Leave the paths for the window that has this library open; False if there is none."""
    folder = library / FOLDER
    if not folder.is_dir():
        return False
    message = folder / f"{uuid4().hex}.part"
    message.write_text(json.dumps([str(path) for path in paths]), encoding="utf-8")
    waiting = message.rename(message.with_suffix(".json"))
    return _is_taken(waiting)


def _is_taken(message: Path) -> bool:
    """Whether the window took the message; a folder may be left by one that crashed."""
    until = time.monotonic() + PATIENCE
    while message.exists():
        if time.monotonic() > until:
            message.unlink(missing_ok=True)
            return False
        time.sleep(0.02)
    return True


class Handover(QObject):
    """Hears of later starts.  Make one for the window that holds the library."""

    received = Signal(object)  # list[Path]; empty when only the window is wanted

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = library / FOLDER
        shutil.rmtree(self._folder, ignore_errors=True)  # left by a window that crashed
        self._folder.mkdir(exist_ok=True)
        self._watcher = QFileSystemWatcher([str(self._folder)], self)
        self._watcher.directoryChanged.connect(self._collect)

    def close(self) -> None:
        self._watcher.directoryChanged.disconnect()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _collect(self) -> None:
        for message in sorted(self._folder.glob("*.json")):
            paths = _paths(message)
            message.unlink(missing_ok=True)
            if paths is not None:
                self.received.emit(paths)


def _paths(message: Path) -> list[Path] | None:
    """The paths in a message; None where it is not one of ours."""
    try:
        if message.stat().st_size > LARGEST:
            return None
        names = json.loads(message.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        return None
    return [Path(name) for name in names]

"""What went wrong, written down on this computer and nowhere else.

One log that is cut off in time, and beside it what the interpreter itself writes when the
program is ended by a fault in a library: that is read, and told of, at the next start.
"""

from __future__ import annotations

import faulthandler
import logging
from contextlib import suppress
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

from platformdirs import user_log_path
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LOG = "diptych.log"
FAULTS = "faults.log"
_LARGEST = 1_000_000  # bytes, of each of the logs
_KEPT = 3  # older ones
_TOLD = 20_000  # characters of a fault: the stacks of all threads

logger = logging.getLogger("diptych")


def log_folder() -> Path:
    """Not in the library, which may be shared, or lie on a disk that is full."""
    return user_log_path("Diptych", appauthor=False)


class CrashLog:
    """The logs of this run.  Where they cannot be written, the program goes on without."""

    def __init__(self, folder: Path) -> None:
        self.last_fault = ""  # what ended the program the last time, if it was a fault
        self._folder = folder
        self._faults: TextIO | None = None
        logger.setLevel(logging.WARNING)
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._begin()

    def _begin(self) -> None:
        handler = RotatingFileHandler(
            self._folder / LOG, maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8", delay=True
        )
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        faults = self._folder / FAULTS
        if faults.exists():
            self.last_fault = faults.read_text("utf-8", "replace")[-_TOLD:].strip()
        if self.last_fault:
            logger.error("The program was ended by a fault:\n%s", self.last_fault)
        self._faults = faults.open("w", encoding="utf-8")
        faulthandler.enable(self._faults)
        self._before = qInstallMessageHandler(_take_qts)

    def close(self) -> None:
        """The program ends as it should."""
        if self._faults is not None:
            qInstallMessageHandler(self._before)
            faulthandler.disable()
            self._faults.close()
            with suppress(OSError):
                (self._folder / FAULTS).unlink(missing_ok=True)
        for handler in tuple(logger.handlers):
            logger.removeHandler(handler)
            handler.close()


def _take_qts(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Qt's own remarks; those that only inform are passed over."""
    if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        return
    where = f" ({context.category})" if context.category else ""
    logger.warning("Qt: %s%s", message, where)

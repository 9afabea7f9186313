"""What the reader sees of a fault of ours: one friendly dialog, with the details to copy."""

from __future__ import annotations

import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from library import __version__
from library.errors import LibraryError
from viewer.crash_log import logger


class CrashWatch(QObject):
    """Shows faults that nothing else caught, one at a time; each is written to stderr, too.

    What happens to the library is no fault of ours, whoever asked it: the reader hears of that
    in its own sentence.
    """

    refused = Signal(str)  # a sentence: the library could not be read or written

    _happened = Signal(str)  # the details; from any thread

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_showing = False
        self._happened.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Hear of every fault from now on."""
        sys.excepthook = self._take
        threading.excepthook = lambda told: self._take(
            told.exc_type, told.exc_value, told.exc_traceback
        )

    def _take(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        details = "".join(traceback.format_exception(kind, error, trace))
        if isinstance(error, LibraryError):
            logger.warning("%s", details.rstrip())
            self.refused.emit(str(error))
            return
        sys.stderr.write(details)
        logger.error("%s", details.rstrip())
        self._happened.emit(f"Diptych {__version__}, Python {sys.version.split()[0]}\n{details}")

    def tell_of_last_time(self, details: str) -> None:
        """The program was ended by a fault when it ran before."""
        self._tell(
            self.tr("Diptych ended by itself the last time. Your notes are saved."),
            self.tr(
                "Your documents are open again. If it happens again, start Diptych with "
                "--safe-mode, and send us the details if you like: nothing is sent by itself."
            ),
            details,
        )

    def _show(self, details: str) -> None:
        self._tell(
            self.tr("Something went wrong in Diptych. Your notes are saved."),
            self.tr("You can go on reading. If it happens again, start Diptych anew."),
            details,
        )

    def _tell(self, sentence: str, advice: str, details: str) -> None:
        """One dialog at a time; what comes while it is open is in the log."""
        if self._is_showing:
            return
        self._is_showing = True
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Something went wrong"))
        box.setText(sentence)
        box.setInformativeText(advice)
        box.setDetailedText(details)
        copy = box.addButton(self.tr("Copy Details"), QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        box.exec()
        if box.clickedButton() is copy:
            QApplication.clipboard().setText(details)
        self._is_showing = False

"""Backups made beside the reading: at the start, and each half hour of changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from library.errors import DiptychError
from library.store.safety.backups import Backup
from viewer.dialogs.backups import BackupsDialog
from viewer.session import Session

AFTER_START = 8000  # ms: the reader's document comes first
EVERY = 30 * 60 * 1000  # ms


class BackingUp(QObject):
    """Makes backups, shows them, and knows to which one the reader wants to go back."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._said = ""  # of what went wrong: each sentence is told once
        self.wanted: Backup | None = None
        self.timer = QTimer(self, interval=EVERY)
        self.timer.timeout.connect(lambda: self.back_up("regular"))

    def begin(self) -> None:
        QTimer.singleShot(AFTER_START, self, lambda: self.back_up("at-start"))
        self.timer.start()

    def back_up(self, reason: str) -> None:
        """Back up what has changed since the last time, if anything has."""
        if not self._session.is_over:
            work = self._session.store.safety.backing_up_changes(reason)
            job = self._session.jobs.begin(work, quiet=True)
            job.failed.connect(self._tell)

    def show_dialog(self) -> None:
        dialog = BackupsDialog(self._session, self._window)
        dialog.wanted.connect(self._go_back)
        dialog.exec()

    def _go_back(self, backup: Backup) -> None:
        """Close the window; who opened it goes back, and opens it again."""
        self.wanted = backup
        if not self._window.close():
            self.wanted = None  # there are words that could not be saved

    def _tell(self, error: DiptychError) -> None:
        sentence = self.tr("No backup could be made. {0}").format(error)
        if sentence != self._said:
            self._said = sentence
            self._session.failed.emit(sentence)

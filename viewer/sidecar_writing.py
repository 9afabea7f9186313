"""Writes the sidecars beside the reading, some seconds after a change."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from library.errors import DiptychError
from viewer.jobs import Job
from viewer.session import Session
from viewer.settings import Settings

AFTER_CHANGE = 5000  # ms: what is typed is written once
AFTER_START = 12_000  # ms: what another program changed, or the last time had no time for


class SidecarWriting(QObject):
    """Keeps the sidecars as the library is, unless the reader wants none."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__(session)
        self._session = session
        self._settings = settings
        self._job: Job | None = None
        self._said = ""  # of what went wrong: each sentence is told once
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._write)
        session.changed.connect(lambda _: self._soon())
        session.settled.connect(lambda _: self._soon())
        self.timer.start(AFTER_START)

    def _soon(self) -> None:
        self.timer.start(AFTER_CHANGE)

    def _write(self) -> None:
        if self._session.is_over or not self._settings.writes_sidecars:
            return
        if self._job is not None:
            self._soon()
            return
        job = self._job = self._session.jobs.begin(
            self._session.store.sidecars.writing_changed(), quiet=True
        )
        job.failed.connect(self._tell)
        job.ended.connect(self._forget)

    def _forget(self) -> None:
        self._job = None

    def _tell(self, error: DiptychError) -> None:
        if str(error) != self._said and self._session.saving.trouble is None:
            self._said = str(error)
            told = self.tr("Your notes are saved, but not written beside the files. {0}")
            self._session.failed.emit(told.format(error))

"""The status bar: quiet words about what goes on and what is saved."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton

from library.progress import Progress
from viewer.icons import icon
from viewer.reading import Reading
from viewer.session import Session
from viewer.words import counted

SAID_FOR = 4000  # ms


class Status(QStatusBar):
    """Left: what was just done, or is going on. Right: how many notes there are, saved."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._session = session
        self._reading: Reading | None = None
        self._left = QLabel()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._stop = QToolButton()
        self._stop.setIcon(icon("x"))
        self._stop.setToolTip(self.tr("Stop"))
        self._stop.setAccessibleName(self.tr("Stop"))
        self._stop.clicked.connect(session.jobs.stop_all)
        self._right = QLabel()
        self.addWidget(self._left)
        self.addWidget(self._bar)
        self.addWidget(self._stop)
        self.addPermanentWidget(self._right)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(SAID_FOR)
        self._fade.timeout.connect(self._left.clear)
        session.jobs.changed.connect(self._show_jobs)
        session.jobs.progressed.connect(self._show_progress)
        session.changed.connect(lambda _: self._show_saved())
        self._show_jobs()

    def say(self, sentence: str) -> None:
        """Say something quietly, for a few seconds."""
        self._left.setText(sentence)
        self._fade.start()

    def show_reading(self, reading: Reading | None) -> None:
        self._reading = reading
        self._show_saved()

    def _show_saved(self) -> None:
        if self._reading is None:
            self._right.clear()
        elif not self._reading.is_kept:
            self._right.setText(self.tr("Being added to your library…"))
        else:
            notes = len(self._reading.notes())
            saved = counted(notes, self.tr("1 note saved"), self.tr("{0} notes saved"))
            self._right.setText(self.tr("In your library") + (f" · {saved}" if notes else ""))

    def _show_jobs(self) -> None:
        busy = bool(self._session.jobs.shown)
        self._bar.setVisible(busy)
        self._stop.setVisible(busy)
        if not busy and not self._fade.isActive():
            self._left.clear()
        self._show_saved()

    def _show_progress(self, progress: Progress) -> None:
        self._left.setText(progress.doing)
        self._bar.setRange(0, max(progress.total, 1))
        self._bar.setValue(progress.done)

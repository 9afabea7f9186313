"""The status bar: quiet words about what goes on and what is saved."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QLabel, QProgressBar, QStatusBar, QToolButton

from library.progress import Progress
from viewer.icons import icon
from viewer.joint_status import is_joined, joint_words
from viewer.places import Note
from viewer.reading import Reading
from viewer.session import Session
from viewer.words import counted

SAID_FOR = 4000  # ms


class Status(QStatusBar):
    """Left: what was just done, or goes on, or how scan and text are joined.

    Right: how many notes there are, saved.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setSizeGripEnabled(False)
        self._session = session
        self._reading: Reading | None = None
        self._said = self._kept = ""
        self._doing: Progress | None = None  # of the work that the reader waits for
        self._dot = QLabel("●")
        self._dot.setObjectName("joinedDot")
        self._left = QLabel()
        self._bar = QProgressBar()
        self._bar.setFixedWidth(120)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._stop = QToolButton()
        self._stop.setIcon(icon("x"))
        self._stop.setIconSize(QSize(12, 12))
        self._stop.setFixedSize(20, 20)
        self._stop.setAutoRaise(True)
        self._stop.setToolTip(self.tr("Stop"))
        self._stop.setAccessibleName(self.tr("Stop"))
        self._stop.clicked.connect(self._stop_work)
        self._right = QLabel()
        for part in (self._dot, self._left, self._bar, self._stop):
            self.addWidget(part)
        self.addPermanentWidget(self._right)
        self._fade = QTimer(self)
        self._fade.setSingleShot(True)
        self._fade.setInterval(SAID_FOR)
        self._fade.timeout.connect(self._forget_said)
        session.jobs.changed.connect(self._show_jobs)
        session.jobs.progressed.connect(self._take_progress)
        session.changed.connect(lambda _: self._show_saved())
        session.saving.changed.connect(self._show_saved)
        self._show_jobs()

    def say(self, sentence: str) -> None:
        """Say something quietly, for a few seconds."""
        self._said = sentence
        self._fade.start()
        self._show_left()

    def keep_saying(self, sentence: str) -> None:
        """Say something that holds as long as the window is open."""
        self._kept = sentence
        self._show_left()

    @property
    def left_words(self) -> str:
        """What stands on the left just now."""
        return self._left.text()

    @property
    def right_words(self) -> str:
        """What stands on the right just now."""
        return self._right.text()

    def show_reading(self, reading: Reading | None) -> None:
        if self._reading is not None and self._reading is not reading:
            self._reading.joint.work_changed.disconnect(self._show_left)
            self._reading.version_changed.disconnect(self._show_left)
        if reading is not None and reading is not self._reading:
            reading.joint.work_changed.connect(self._show_left)
            reading.version_changed.connect(self._show_left)
        self._reading = reading
        self._show_left()
        self._show_saved()

    def _show_saved(self) -> None:
        if self._reading is None:
            self._right.clear()
        elif not self._reading.is_kept:
            self._right.setText(self.tr("Being added to your library…"))
        else:
            notes = saved_notes(self._reading)
            saved = counted(notes, self.tr("1 note saved"), self.tr("{0} notes saved"))
            unsaved = self.tr("Not all is saved yet") if self._session.saving.waiting else ""
            parts = [self.tr("In your library"), saved if notes else "", unsaved, self._checked()]
            self._right.setText(" · ".join(part for part in parts if part))

    def _checked(self) -> str:
        """How much of the text in front is checked against the scan."""
        reading = self._reading
        version = reading.version if reading is not None else None
        share = reading.checking.share(version) if reading is not None and version else 0.0
        return self.tr("{0} % checked").format(round(100 * share)) if share else ""

    def _show_jobs(self) -> None:
        if not self._session.jobs.shown:
            self._doing = None
        self._show_left()
        self._show_saved()

    def _take_progress(self, progress: Progress) -> None:
        self._doing = progress
        self._show_left()

    def _show_left(self) -> None:
        """What the reader waits for, else what was said, else what is known of the joint."""
        reading, doing = self._reading, self._doing
        joining = reading.joint.progress if reading is not None else None
        joint = joint_words(reading) if reading is not None else ""
        self._left.setText(doing.doing if doing is not None else self._said or self._kept or joint)
        knows_all = reading is not None and is_joined(reading)
        self._dot.setVisible(knows_all and self._left.text() == joint != "")
        self._show_bar(doing or joining)

    def _show_bar(self, progress: Progress | None) -> None:
        self._bar.setVisible(progress is not None)
        self._stop.setVisible(progress is not None)
        if progress is not None:
            self._bar.setRange(0, max(progress.total, 1))
            self._bar.setValue(progress.done)

    def _stop_work(self) -> None:
        if self._doing is not None:
            self._session.jobs.stop_all()
        else:
            self._session.joining.stop()

    def _forget_said(self) -> None:
        self._said = ""
        self._show_left()


def saved_notes(reading: Reading) -> int:
    """How many notes and bookmarks are on the disk as they are shown."""
    notes: tuple[Note, ...] = (*reading.annotations, *reading.bookmarks)
    return sum(note.id not in reading.unsaved for note in notes)

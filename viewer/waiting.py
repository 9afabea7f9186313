"""Work that is waited for while there is no window yet: it is shown if it takes long."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QProgressDialog

from library.errors import DiptychError
from library.progress import Progress
from viewer.jobs import Jobs

T = TypeVar("T")
SHOWN_AFTER = 700  # ms
LAST_STEP = 5.0  # seconds: it has nothing left to do


def waited_for(work: Generator[Progress, None, T]) -> T:
    """Do the work in a thread of its own and return its result, or raise its `DiptychError`."""
    # The application's child: Qt takes it away when nothing of the job is under way any more.
    jobs, loop = Jobs(parent=QApplication.instance()), QEventLoop()
    came: list[T] = []
    failed: list[DiptychError] = []
    shown = _Shown()
    job = jobs.begin(work)
    job.progressed.connect(shown.tell)
    job.finished.connect(came.append)
    job.failed.connect(failed.append)
    job.ended.connect(loop.quit)
    loop.exec()
    job.wait(LAST_STEP)
    shown.close()
    shown.deleteLater()
    jobs.deleteLater()
    for error in failed:
        raise error
    return came[0]


class _Shown(QProgressDialog):
    """How far the work is; it cannot be stopped."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Diptych"))
        self.setCancelButton(None)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setMinimumDuration(SHOWN_AFTER)
        self.setMinimumWidth(360)
        self.setAutoReset(False)

    def tell(self, progress: Progress) -> None:
        self.setLabelText(progress.doing)
        self.setMaximum(progress.total)
        self.setValue(progress.done)

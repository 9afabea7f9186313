"""Long work beside the window: generators of `Progress`, each in a thread of its own.

A job is stopped between two steps.  Its signals arrive on the window's thread.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from library.errors import DiptychError, ReadingStopped
from library.progress import Progress

Work = Generator[Progress, None, Any]
Start = Callable[[Callable[[], None]], None]


def in_a_thread(run: Callable[[], None]) -> None:
    threading.Thread(target=run, daemon=True).start()


class Job(QObject):
    """One piece of long work."""

    progressed = Signal(object)  # Progress
    finished = Signal(object)  # what the generator returned
    failed = Signal(object)  # DiptychError
    stopped = Signal()  # the reader did not want to wait
    ended = Signal()  # in any way

    _stepped = Signal(object)  # callable, to be run on the window's thread

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_quiet = False
        self._work = work
        self._stopping = threading.Event()
        self._done = threading.Event()
        self._stepped.connect(self._run_here, Qt.ConnectionType.QueuedConnection)

    def stop(self) -> None:
        """Ask the work to end at its next step."""
        self._stopping.set()

    def run(self) -> None:
        """Do the work, on the calling thread."""
        try:
            self._tell(self.finished.emit, self._result())
        except (_Stopped, ReadingStopped):
            self._tell(self.stopped.emit)
        except DiptychError as error:
            self._tell(self.failed.emit, error)
        except Exception as error:
            self._tell(_raise, error)
        finally:
            self._tell(self.ended.emit)
            self._done.set()

    def wait(self, seconds: float) -> bool:
        """Whether the work ended within so many seconds."""
        return self._done.wait(seconds)

    def _result(self) -> object:
        while not self._stopping.is_set():
            try:
                progress = next(self._work)
            except StopIteration as stop:
                return stop.value
            self._tell(self.progressed.emit, progress)
        self._work.close()
        raise _Stopped

    def _tell(self, emit: Callable[..., None], *args: object) -> None:
        self._stepped.emit(lambda: emit(*args))

    def _run_here(self, call: Callable[[], None]) -> None:
        call()


def _raise(error: Exception) -> None:
    raise error


class _Stopped(Exception):
    """The reader stopped the work."""


class Jobs(QObject):
    """The long work that is under way."""

    changed = Signal()  # a job began or ended
    progressed = Signal(object)  # Progress of one of them

    def __init__(self, start: Start = in_a_thread, parent: QObject | None = None) -> None:
        """`start` runs a callable beside the window; tests give one that runs by hand."""
        super().__init__(parent)
        self._start = start
        self.running: list[Job] = []

    @property
    def shown(self) -> list[Job]:
        """The jobs that the reader should know of."""
        return [job for job in self.running if not job.is_quiet]

    def begin(self, work: Work, *, quiet: bool = False) -> Job:
        """Start a job; connect to its signals before returning to the event loop.

        `quiet` work is too short to be told of.
        """
        job = Job(work, self)
        job.is_quiet = quiet
        self.running.append(job)
        job.ended.connect(lambda: self._forget(job))
        if not quiet:
            job.progressed.connect(self.progressed)
        self._start(job.run)
        self.changed.emit()
        return job

    def stop_all(self) -> None:
        for job in self.shown:
            job.stop()

    def finish(self, seconds: float) -> None:
        """Stop everything and wait for it; the library is closed next."""
        for job in tuple(self.running):
            job.stop()
            job.wait(seconds)

    def _forget(self, job: Job) -> None:
        self.running.remove(job)
        job.deleteLater()
        self.changed.emit()

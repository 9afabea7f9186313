"""Questions to the library, one at a time beside the window; asked anew, the older one ends.

A question that nobody waits for any more is broken off, so that the answer to the newest
is never late.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from library.progress import Progress
from viewer.jobs import Job, Jobs

_TRIES = 3  # others may break a question off, too


@dataclass(slots=True)
class _Asked:
    about: str
    question: Callable[[], Any]
    answered: Callable[[Any], None]
    tries: int = _TRIES
    is_dropped: bool = False


class Asker(QObject):
    """Keeps what is to be asked, and hands the answers over on the window's thread."""

    failed = Signal(str)  # a sentence
    idle = Signal()  # everything was answered

    def __init__(
        self, jobs: Jobs, interrupt: Callable[[], None], parent: QObject | None = None
    ) -> None:
        """`interrupt` breaks off the question that is being answered."""
        super().__init__(parent)
        self._jobs = jobs
        self._interrupt = interrupt
        self._waiting: dict[str, _Asked] = {}
        self._running: _Asked | None = None
        self._job: Job | None = None
        self._is_over = False

    @property
    def is_idle(self) -> bool:
        return self._running is None and not self._waiting

    def ask(
        self,
        about: str,
        question: Callable[[], Any],
        answered: Callable[[Any], None],
        *,
        first: bool = False,
    ) -> None:
        """Ask in place of what was asked about this before; `first` before all that waits."""
        asked = _Asked(about, question, answered)
        self._waiting.pop(about, None)
        self._waiting = (
            {about: asked, **self._waiting} if first else {**self._waiting, about: asked}
        )
        if self._running is not None and self._running.about == about:
            self._drop()
        self._go_on()

    def forget(self, about: str) -> None:
        """What was asked about this need not be answered any more."""
        self._waiting.pop(about, None)
        if self._running is not None and self._running.about == about:
            self._drop()

    def end(self) -> None:
        """Ask nothing any more; the library is about to be closed."""
        self._is_over = True
        self._waiting.clear()
        self._drop()

    def _drop(self) -> None:
        if self._running is not None and self._job is not None and not self._running.is_dropped:
            self._running.is_dropped = True
            self._job.stop()
            self._interrupt()

    def _go_on(self) -> None:
        if self._running is not None or self._is_over:
            return
        if not self._waiting:
            self.idle.emit()
            return
        asked = self._waiting.pop(next(iter(self._waiting)))
        self._running = asked
        self._job = job = self._jobs.begin(_answer(asked.question), quiet=True)
        job.finished.connect(lambda answer: self._take(asked, answer))
        job.failed.connect(lambda error: self._fail(asked, error))
        job.stopped.connect(lambda: self._try_again(asked))
        job.ended.connect(self._end_one)

    def _take(self, asked: _Asked, answer: object) -> None:
        if not asked.is_dropped and not self._is_over:
            asked.answered(answer)

    def _fail(self, asked: _Asked, error: Exception) -> None:
        if not asked.is_dropped:
            self.failed.emit(str(error))

    def _try_again(self, asked: _Asked) -> None:
        """Somebody else broke it off: it is still to be answered."""
        if not asked.is_dropped and asked.tries and asked.about not in self._waiting:
            asked.tries -= 1
            self._waiting = {asked.about: asked, **self._waiting}

    def _end_one(self) -> None:
        self._running = self._job = None
        self._go_on()


def _answer(question: Callable[[], Any]) -> Generator[Progress, None, Any]:
    yield from ()
    return question()

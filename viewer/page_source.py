"""The reading processes as the window sees them: answers arrive on the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from library.errors import DiptychError
from library.pages.pool import ReadingPool, Urgency
from library.pages.requests import FileSource, Request

Answered = Callable[[Any], None]  # gets what was asked for, or a DiptychError


class PageSource(QObject):
    """Asks the reading processes and hands the answers over."""

    _arrived = Signal(object, object)  # Future, Answered

    def __init__(self, pool: ReadingPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pool = pool
        self._waiting: set[Future[Any]] = set()
        self._arrived.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def ask(
        self, request: Request, answered: Answered, urgency: Urgency = Urgency.VISIBLE
    ) -> Future[Any]:
        """Ask, and have `answered` called on the window's thread with the answer or the error.

        Cancelling the returned future withdraws the request: `answered` is then not called.
        """
        future = self.pool.submit(request, urgency)
        self._waiting.add(future)
        future.add_done_callback(lambda done: self._arrived.emit(done, answered))
        return future

    def try_again(self, source: FileSource) -> None:
        """What ended reading processes may be asked again of this file."""
        self.pool.try_again(source.path)

    @property
    def is_idle(self) -> bool:
        """Whether everything that was asked for has been answered or withdrawn."""
        return not self._waiting

    def _hand_over(self, future: Future[Any], answered: Answered) -> None:
        self._waiting.discard(future)
        try:
            answer = future.result(timeout=0)
        except CancelledError:
            return
        except DiptychError as error:
            answer = error
        answered(answer)

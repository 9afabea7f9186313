"""What waits to be read, and in which order it is taken."""

from __future__ import annotations

from concurrent.futures import Future
from enum import IntEnum
from typing import Any

from library.pages.requests import Request

Waiting = tuple["Future[Any]", Request]


class Urgency(IntEnum):
    """When the answer is needed."""

    VISIBLE = 0  # the reader is looking at its place: newest first
    SOON = 1  # the pages around it: newest first
    BACKGROUND = 2  # one after the other


class RequestQueue:
    """Requests by urgency.  Taking one out, wherever it stands, costs nothing.

    Not locked: the pool does that.
    """

    def __init__(self) -> None:
        self._waiting: dict[Urgency, dict[Future[Any], Request]] = {one: {} for one in Urgency}

    def put(self, future: Future[Any], request: Request, urgency: Urgency) -> None:
        self._waiting[urgency][future] = request

    def has(self, urgency: Urgency) -> bool:
        return bool(self._waiting[urgency])

    def take(self, urgency: Urgency) -> Waiting:
        """The next of this urgency; raises `KeyError` where there is none."""
        waiting = self._waiting[urgency]
        if urgency is not Urgency.BACKGROUND:
            return waiting.popitem()
        oldest = next(iter(waiting), None)
        if oldest is None:
            raise KeyError(urgency)
        return oldest, waiting.pop(oldest)

    def drop(self, future: Future[Any]) -> None:
        """Forget the request, if it still waits."""
        for waiting in self._waiting.values():
            waiting.pop(future, None)

    def drop_all(self) -> tuple[Future[Any], ...]:
        """Forget every request; the futures that now wait for nothing."""
        dropped = tuple(future for waiting in self._waiting.values() for future in waiting)
        for waiting in self._waiting.values():
            waiting.clear()
        return dropped

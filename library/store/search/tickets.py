"""Questions to the index that can be withdrawn, one asker at a time."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TypeVar

from sqlite_utils import Database

from library.errors import ReadingStopped
from library.store.index_reader import IndexReader

T = TypeVar("T")


class Ticket:
    """Who asks.  Once cancelled, none of its questions is answered."""

    def __init__(self) -> None:
        self.is_cancelled = False


class Counter:
    """Answers the tickets' questions.  Usable from several threads."""

    def __init__(self, reader: IndexReader) -> None:
        self._reader = reader
        self._asking = threading.Lock()
        self._handing_over = threading.Lock()
        self._ticket: Ticket | None = None

    def read(self, question: Callable[[Database], T], otherwise: T, ticket: Ticket) -> T:
        """The answer, or `otherwise` where there is no index that could say.

        Raises `ReadingStopped` where the ticket is cancelled, be it meanwhile.
        """
        with self._asking:
            self._take(ticket)
            try:
                if ticket.is_cancelled:
                    raise ReadingStopped
                return self._reader.read(question, otherwise)
            finally:
                self._take(None)

    def cancel(self, ticket: Ticket) -> None:
        """End the ticket's question, if it is being answered, and take no more of it."""
        ticket.is_cancelled = True
        with self._handing_over:
            if self._ticket is ticket:
                self._reader.interrupt()

    def close(self) -> None:
        with self._asking:
            self._reader.close()

    def _take(self, ticket: Ticket | None) -> None:
        with self._handing_over:
            self._ticket = ticket

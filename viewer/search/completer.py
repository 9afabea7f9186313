"""Finds what the search field may go on to, beside the window; the last letter counts."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from PySide6.QtCore import QObject, Signal

from library.progress import Progress
from library.searching.completing import Begun, Completion, begun_at
from library.store.search.tickets import Ticket
from viewer.session import Session


class Completer(QObject):
    """Answers for the last thing written."""

    found = Signal(object)  # Sequence[Completion]

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._ticket = Ticket()
        session.ended.connect(self._withdraw)

    def complete(self, text: str, caret: int) -> None:
        """Find what the word before the caret may go on to; `found` tells it."""
        self._withdraw()
        ticket = self._ticket = Ticket()
        job = self._session.jobs.begin(self._work(begun_at(text, caret), ticket), quiet=True)
        job.finished.connect(lambda found: self._tell(found, ticket))

    def _withdraw(self) -> None:
        self._session.store.search.cancel_completing(self._ticket)

    def _tell(self, found: Sequence[Completion], ticket: Ticket) -> None:
        if ticket is self._ticket:
            self.found.emit(found)

    def _work(
        self, begun: Begun, ticket: Ticket
    ) -> Generator[Progress, None, Sequence[Completion]]:
        yield from ()
        return self._session.store.search.complete(begun, ticket)

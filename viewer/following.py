"""Keeps the open documents up to date with what is saved, and with what waits for it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from library.model.change import Change, Holding
from library.store.change_log import left_standing
from viewer.reading import Reading
from viewer.stored import lay_over, refresh

if TYPE_CHECKING:
    from viewer.session import Session


class Following(QObject):
    """Brings everything that shows a change up to date."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._saving = session.saving
        self._saving.saved.connect(self._take_saved)
        self._saving.put_off.connect(self._take_waiting)

    def add_waiting(self, reading: Reading, steps: Sequence[Change]) -> Sequence[Change]:
        """Show what waits in a document that was opened; the steps that undo has in it."""
        waiting = [c for c in self._saving.waiting if reading.document.id in c.documents()]
        if not waiting:
            return steps
        lay_over(reading, waiting, self._saving.waiting)
        return left_standing((*steps, *waiting))

    def _take_saved(self, change: Change) -> None:
        session, waiting = self._session, self._saving.waiting
        gone = {item.id for item in change.items() if isinstance(item, Holding) and item.deleted}
        for reading in tuple(session.readings):
            if reading.document.id in gone:
                session.close(reading)
            elif reading.document.id in change.documents():
                refresh(reading, session.store, change, waiting)
                session.joining.follow(reading, change)
        session.changed.emit(change)
        session.shelf_changed.emit()

    def _take_waiting(self, change: Change) -> None:
        for reading in self._session.readings:
            if reading.document.id in change.documents():
                lay_over(reading, (change,), self._saving.waiting)

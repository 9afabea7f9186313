"""Who is who in documents: names joined as one person's, and parted again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from library.model.change import Change, Edit
from library.model.person import PersonName
from library.shelving.joining_people import joined, parted
from viewer import labels

if TYPE_CHECKING:
    from viewer.session import Session


class Peopling(QObject):
    """The door for changes to people; what they mean for many documents follows beside."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        session.changed.connect(self._follow)

    def join(self, names: Iterable[str], person: str) -> None:
        """Have these people be one, who is called so."""
        self._do(labels.JOIN_PEOPLE, joined(names, person, self._session.store.people.said()))

    def part(self, names: Iterable[str]) -> None:
        """Have each of these names, and all those of these people, be a person again."""
        self._do(labels.PART_PEOPLE, parted(names, self._session.store.people.said()))

    def _do(self, label: str, edits: tuple[Edit, ...]) -> None:
        if edits:
            self._session.history.do(None, Change(label, edits))

    def _follow(self, change: Change) -> None:
        session = self._session
        if change.touches(PersonName) and session.store.catalogue.leaves_some:
            job = session.jobs.begin(session.store.catalogue.catching_up())
            job.finished.connect(lambda _: session.shelf_changed.emit())
            job.failed.connect(lambda error: session.failed.emit(str(error)))

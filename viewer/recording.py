"""What the reader says of the record of one document, over what was read from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from library.model.change import Change
from library.model.record import Record
from library.model.record_fields import RecordField, Values, values_of
from library.shelving.recording import recorded
from viewer import labels

if TYPE_CHECKING:
    from viewer.reading import Reading


class Recording(QObject):
    """The record of one reading: told by the session, edited in the details."""

    changed = Signal()

    def __init__(self, reading: Reading, do: Callable[[Change], None]) -> None:
        super().__init__(reading)
        self._reading = reading
        self._do = do
        self._said: Mapping[str, RecordField] = {}
        self.read: Mapping[str, Values] = {}  # by the fields of which the reader says more

    @property
    def record(self) -> Record:
        return self._reading.document.record

    def show(self, record: Record, said: Sequence[RecordField], read: Mapping[str, Values]) -> None:
        """Told by the session what is stored."""
        self._said = {each.field: each for each in said}
        self.read = read
        self._reading.document = replace(self._reading.document, record=record)
        self.changed.emit()

    def say(self, field: str, values: Values) -> None:
        """What a field is; where that is what was read, nothing need be said."""
        if values == values_of(self.record, field):
            return
        self._change(field, None if values == self.read.get(field) else values)

    def let_go(self, field: str) -> None:
        """What was read holds again."""
        self._change(field, None)

    def _change(self, field: str, values: Values | None) -> None:
        edits = recorded([self._reading.document.id], {field: values}, self._known)
        if edits:
            self._do(Change(labels.EDIT_RECORD, edits))

    def _known(self, _document: str, field: str) -> RecordField | None:
        return self._said.get(field)

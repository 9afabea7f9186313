"""What the reader made of passages and pages, one row for each thing: how all of it is kept.

A kind of thing says in its module which columns are its own; the others they have in common.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Generic, Protocol, TypeVar

from sqlite_utils import Database

from library.model.annotation import Passage
from library.store.annotations import passage_columns, passage_in
from library.store.rows import (
    first_row,
    insert,
    rows,
    time_of,
    time_of_or_none,
    time_text,
    time_text_or_none,
)

Row = sqlite3.Row


class _Thing(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def document(self) -> str: ...
    @property
    def passage(self) -> Passage | None: ...
    @property
    def made(self) -> datetime: ...
    @property
    def deleted(self) -> datetime | None: ...


Thing = TypeVar("Thing", bound=_Thing)


@dataclass(frozen=True)
class Kept(Generic[Thing]):
    """The table of one kind of thing."""

    table: str
    order: str  # the columns that things are sorted by
    own_columns: Callable[[Thing], Mapping[str, object]]
    thing: Callable[[Row], Thing]

    def every(self, db: Database, document_id: str) -> tuple[Thing, ...]:
        """Those of the document, those in the trash too."""
        return self._of(db, document_id, "")

    def current(self, db: Database, document_id: str) -> tuple[Thing, ...]:
        """Those of the document that were not taken back."""
        return self._of(db, document_id, "AND deleted IS NULL")

    def find(self, db: Database, thing_id: str) -> Thing | None:
        sql = f"SELECT * FROM {self.table} WHERE id = ?"
        row = first_row(db, sql, (thing_id,))
        return None if row is None else self.thing(row)

    def save(self, db: Database, thing: Thing) -> None:
        """Write it in the place of what had its id."""
        self.remove(db, thing.id)
        record = {
            "id": thing.id,
            "document": thing.document,
            "made": time_text(thing.made),
            "deleted": time_text_or_none(thing.deleted),
            **passage_columns(thing.passage),
            **self.own_columns(thing),
        }
        insert(db, self.table, [record])

    def remove(self, db: Database, thing_id: str) -> None:
        db.execute(f"DELETE FROM {self.table} WHERE id = ?", (thing_id,))

    def _of(self, db: Database, document_id: str, which: str) -> tuple[Thing, ...]:
        sql = f"SELECT * FROM {self.table} WHERE document = ? {which}"
        found = rows(db, f"{sql} ORDER BY {self.order}", (document_id,))
        return tuple(self.thing(row) for row in found)


def common(row: Row) -> dict[str, Any]:
    """What all things have, but their passages."""
    return {
        "id": row["id"],
        "document": row["document"],
        "made": time_of(row["made"]),
        "deleted": time_of_or_none(row["deleted"]),
    }


def passage_or_none(row: Row) -> Passage | None:
    return None if row["version"] is None else passage_in(row)

"""The reader's own values of a record, laid over those that were read, which are kept beside.

The rows of the record say what holds now, so that all that asks them follows.
"""

from __future__ import annotations

import json
import sqlite3

from sqlite_utils import Database

from library.model.record import Record, Source
from library.model.record_fields import KnownRecord, RecordField, values_of, with_values
from library.store.connection import Connection
from library.store.documents import record_of, write_record
from library.store.rows import first_row, rows, storable

_FIND = "SELECT * FROM reader_field WHERE id = ?"
_READ = "SELECT field, read_value FROM reader_field WHERE document = ?"
_SAVE = """
INSERT INTO reader_field (id, document, field, value, read_value, read_source)
VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET value = excluded.value
"""


class RecordFields:
    """What the reader says of records, and what they said before."""

    def __init__(self, library: Connection) -> None:
        self._library = library

    def of(self, document_id: str, field: str) -> RecordField | None:
        """What the reader says there; None where the archive's value holds."""
        with self._library.reading() as db:
            return record_field_of(db, f"{document_id}/{field}")

    def known(self) -> tuple[KnownRecord, ...]:
        """What each document is recognised by, those in the trash left out."""
        sql = "SELECT id, title, record_id, url FROM document WHERE deleted IS NULL ORDER BY added"
        with self._library.reading() as db:
            return tuple(
                KnownRecord(row["id"], row["title"], row["record_id"] or "", row["url"] or "")
                for row in rows(db, sql)
            )

    def all_of(self, document_id: str) -> tuple[RecordField, ...]:
        """All that the reader says of the document's record."""
        with self._library.reading() as db:
            found = rows(db, "SELECT * FROM reader_field WHERE document = ?", (document_id,))
        return tuple(_field(row) for row in found)

    def record(self, document_id: str) -> Record:
        """The record alone, as it holds.  Raises `DocumentNotFound`."""
        with self._library.reading() as db:
            return record_of(db, document_id)

    def read(self, document_id: str) -> dict[str, tuple[str, ...]]:
        """What was read from the document, by the fields of which the reader says another thing."""
        with self._library.reading() as db:
            found = rows(db, _READ, (document_id,))
        return {row["field"]: tuple(json.loads(row["read_value"])) for row in found}


def record_field_of(db: Database, field_id: str) -> RecordField | None:
    row = first_row(db, _FIND, (field_id,))
    return None if row is None else _field(row)


def save_record_field(db: Database, said: RecordField) -> None:
    """Raises `DocumentNotFound`."""
    record = record_of(db, said.document)
    read, source = values_of(record, said.field), record.sources.get(said.field)
    names = storable(said.id), said.document, storable(said.field)
    values = _text(said.values), _text(read), source.value if source else None
    db.execute(_SAVE, (*names, *values))
    write_record(db, said.document, with_values(record, said.field, said.values, Source.READER))


def remove_record_field(db: Database, field_id: str) -> None:
    """What was read holds again."""
    row = first_row(db, _FIND, (field_id,))
    if row is None:
        return
    db.execute("DELETE FROM reader_field WHERE id = ?", (storable(field_id),))
    source = None if row["read_source"] is None else Source(row["read_source"])
    values = tuple(json.loads(row["read_value"]))
    record = record_of(db, row["document"])
    write_record(db, row["document"], with_values(record, row["field"], values, source))


def _field(row: sqlite3.Row) -> RecordField:
    return RecordField(row["document"], row["field"], tuple(json.loads(row["value"])))


def _text(values: tuple[str, ...]) -> str:
    return json.dumps([storable(value) for value in values], ensure_ascii=False)

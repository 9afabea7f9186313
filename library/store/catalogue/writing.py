"""Writing documents' rows, in the place of what the index had of them."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from library.model.reading import ShelfEntry
from library.shelving.question import Facet
from library.store.catalogue.entries import entry_text
from library.store.catalogue.facets import facet_values
from library.store.catalogue.keys import days, sort_keys
from library.store.catalogue.state import note_change
from library.store.catalogue.tables import KEYS
from library.store.rows import IN_LIST, first_row, listed, rows, storable

_PLAIN = (
    *("document", "stamp", "in_trash", "starred", "to_read", "first_day", "last_day"),
    "counted",
)
_NAMES = (*_PLAIN, *KEYS.values())
_WRITE = f"""
INSERT INTO shelf_row ({", ".join(_NAMES)}) VALUES ({", ".join(f":{name}" for name in _NAMES)})
ON CONFLICT (document) DO UPDATE SET {", ".join(f"{name} = :{name}" for name in _NAMES)}
"""
_VALUE = "SELECT id FROM shelf_value WHERE facet = ? AND value = ?"
_KNOWN = f"SELECT document, number, counted FROM shelf_row WHERE document {IN_LIST}"
_MEMBERS = f"SELECT collection, number FROM shelf_member WHERE number {IN_LIST}"
_WRITE_ENTRY = "INSERT OR REPLACE INTO shelf_entry VALUES (?, ?)"


@dataclass(frozen=True, slots=True)
class Shelved:
    """What the library says of a document now; `stamp` names that state."""

    entry: ShelfEntry
    stamp: str
    collections: tuple[str, ...] = ()  # ids


def write_rows(db: Database, found: Sequence[Shelved]) -> dict[str, int]:
    """The documents' numbers, by their ids; none may come twice."""
    values = _value_ids(db, found)
    known = _rows(db, values)
    was = {row["number"]: _ids(row["counted"]) for row in known.values()}
    many = db.conn.executemany
    many(_WRITE, (_row(each, values[each.entry.id]) for each in found))
    numbers = {id_: row["number"] for id_, row in _rows(db, values).items()}
    many(_WRITE_ENTRY, ((numbers[e.entry.id], storable(entry_text(e.entry))) for e in found))
    _count(db, was, {numbers[id_]: some for id_, some in values.items()})
    _write_members(db, {numbers[each.entry.id]: {*each.collections} for each in found})
    note_change(db)
    return numbers


def remove_rows(db: Database, document_ids: Iterable[str]) -> tuple[int, ...]:
    """The numbers that the documents had, as far as they were there."""
    known = _rows(db, document_ids)
    if not known:
        return ()
    _count(db, {row["number"]: _ids(row["counted"]) for row in known.values()}, {})
    numbers = tuple(int(row["number"]) for row in known.values())
    for table in ("shelf_member", "shelf_entry", "shelf_row"):
        db.execute(f"DELETE FROM {table} WHERE number {IN_LIST}", (listed(numbers),))
    note_change(db)
    return numbers


def _rows(db: Database, document_ids: Iterable[str]) -> dict[str, sqlite3.Row]:
    return {row["document"]: row for row in rows(db, _KNOWN, (listed(document_ids),))}


def _row(shelved: Shelved, values: Iterable[int]) -> dict[str, object]:
    entry, keys = shelved.entry, sort_keys(shelved.entry)
    marks = int(entry.in_trash), int(entry.starred), int(entry.to_read)
    plain = (entry.id, shelved.stamp, *marks, *days(entry), ",".join(map(str, values)))
    return dict(zip(_PLAIN, plain, strict=True)) | {
        name: storable(keys[column]) for column, name in KEYS.items()
    }


def _ids(counted: str) -> tuple[int, ...]:
    return tuple(map(int, filter(None, counted.split(","))))


def _value_ids(db: Database, found: Iterable[Shelved]) -> dict[str, tuple[int, ...]]:
    """By the document's id, the ids of the values that it is counted by."""
    ids: dict[tuple[Facet, str], int] = {}

    def id_of(pair: tuple[Facet, str]) -> int:
        if pair not in ids:
            ids[pair] = _value_id(db, *pair)
        return ids[pair]

    pairs = {
        each.entry.id: () if each.entry.in_trash else dict.fromkeys(facet_values(each.entry))
        for each in found
    }
    return {id_: tuple(map(id_of, some)) for id_, some in pairs.items()}


def _value_id(db: Database, facet: Facet, value: str) -> int:
    known = first_row(db, _VALUE, (facet.value, value))
    if known is not None:
        return int(known["id"])
    sql = "INSERT INTO shelf_value (facet, value) VALUES (?, ?) RETURNING id"
    ((new,),) = db.execute(sql, (facet.value, storable(value))).fetchall()
    return int(new)


def _count(
    db: Database, before: Mapping[int, Iterable[int]], after: Mapping[int, Iterable[int]]
) -> None:
    """By the documents' numbers: only what is another than before, which is mostly nothing."""
    was, now = _pairs(before), _pairs(after)
    counts = Counter(value for value, _ in now - was)
    counts.subtract(value for value, _ in was - now)
    many = db.conn.executemany
    many("DELETE FROM shelf_facet WHERE value = ? AND number = ?", was - now)
    many("INSERT INTO shelf_facet VALUES (?, ?)", sorted(now - was))
    changed = [(more, value) for value, more in counts.items() if more]
    many("UPDATE shelf_value SET documents = documents + ? WHERE id = ?", changed)


def _pairs(values: Mapping[int, Iterable[int]]) -> set[tuple[int, int]]:
    return {(value, number) for number, some in values.items() for value in some}


def _write_members(db: Database, collections: Mapping[int, set[str]]) -> None:
    """`collections` are the ids of those that hold a document, by its number."""
    known = {(row[0], row[1]) for row in rows(db, _MEMBERS, (listed(collections),))}
    now = {(each, number) for number, some in collections.items() for each in some}
    many = db.conn.executemany
    many("DELETE FROM shelf_member WHERE collection = ? AND number = ?", known - now)
    many("INSERT INTO shelf_member VALUES (?, ?)", now - known)

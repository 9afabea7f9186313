"""Writing a document's row, in the place of what the index had of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlite_utils import Database

from library.model.reading import ShelfEntry
from library.shelving.question import Facet
from library.store.catalogue.entries import entry_text
from library.store.catalogue.facets import facet_values
from library.store.catalogue.keys import days, sort_keys
from library.store.catalogue.state import note_change
from library.store.catalogue.tables import KEYS
from library.store.rows import first_row, rows, storable

_PLAIN = (
    *("document", "stamp", "in_trash", "starred", "to_read", "first_day", "last_day"),
    "counted",
)
_NAMES = (*_PLAIN, *KEYS.values())
_WRITE = f"""
INSERT INTO shelf_row ({", ".join(_NAMES)}) VALUES ({", ".join(f":{name}" for name in _NAMES)})
ON CONFLICT (document) DO UPDATE SET {", ".join(f"{name} = :{name}" for name in _NAMES)}
RETURNING number
"""  # noqa: S608 -- the columns' names are ours
_VALUE = "SELECT id FROM shelf_value WHERE facet = ? AND value = ?"
_KNOWN = "SELECT counted FROM shelf_row WHERE document = ?"
_MEMBER_OF = "SELECT collection FROM shelf_member WHERE number = ?"


@dataclass(frozen=True, slots=True)
class Shelved:
    """What the library says of a document now; `stamp` names that state."""

    entry: ShelfEntry
    stamp: str
    collections: tuple[str, ...] = ()  # ids


def write_row(db: Database, shelved: Shelved) -> int:
    """The document's number."""
    entry, keys = shelved.entry, sort_keys(shelved.entry)
    known = first_row(db, _KNOWN, (entry.id,))
    values = () if entry.in_trash else tuple(_values(db, entry))
    marks = int(entry.in_trash), int(entry.starred), int(entry.to_read)
    plain = (entry.id, shelved.stamp, *marks, *days(entry), ",".join(map(str, values)))
    written = dict(zip(_PLAIN, plain, strict=True)) | {
        name: storable(keys[column]) for column, name in KEYS.items()
    }
    ((number,),) = db.execute(_WRITE, written).fetchall()
    text = storable(entry_text(entry))
    db.execute("INSERT OR REPLACE INTO shelf_entry VALUES (?, ?)", (number, text))
    _count(db, number, _ids(known["counted"]) if known else (), values)
    _write_members(db, number, set(shelved.collections))
    note_change(db)
    return int(number)


def remove_row(db: Database, number: int) -> None:
    ((counted,),) = db.execute("SELECT counted FROM shelf_row WHERE number = ?", (number,))
    _count(db, number, _ids(counted), ())
    _write_members(db, number, set())
    for table in ("shelf_entry", "shelf_row"):
        db.execute(f"DELETE FROM {table} WHERE number = ?", (number,))  # noqa: S608 -- ours
    note_change(db)


def number_of(db: Database, document_id: str) -> int | None:
    row = first_row(db, "SELECT number FROM shelf_row WHERE document = ?", (document_id,))
    return None if row is None else int(row["number"])


def _ids(counted: str) -> Iterable[int]:
    return map(int, filter(None, counted.split(",")))


def _values(db: Database, entry: ShelfEntry) -> Iterator[int]:
    """The ids of the values that the document is counted by."""
    for facet, value in dict.fromkeys(facet_values(entry)):
        yield _value_id(db, facet, value)


def _value_id(db: Database, facet: Facet, value: str) -> int:
    known = first_row(db, _VALUE, (facet.value, value))
    if known is not None:
        return int(known["id"])
    sql = "INSERT INTO shelf_value (facet, value) VALUES (?, ?) RETURNING id"
    ((new,),) = db.execute(sql, (facet.value, storable(value))).fetchall()
    return int(new)


def _count(db: Database, number: int, before: Iterable[int], after: Iterable[int]) -> None:
    """Only by those that are others than before: most changes change none."""
    was, now = {*before}, {*after}
    for value in was - now:
        db.execute("DELETE FROM shelf_facet WHERE value = ? AND number = ?", (value, number))
        db.execute("UPDATE shelf_value SET documents = documents - 1 WHERE id = ?", (value,))
    for value in now - was:
        db.execute("INSERT INTO shelf_facet VALUES (?, ?)", (value, number))
        db.execute("UPDATE shelf_value SET documents = documents + 1 WHERE id = ?", (value,))


def _write_members(db: Database, number: int, collections: set[str]) -> None:
    known = {row["collection"] for row in rows(db, _MEMBER_OF, (number,))}
    gone = [(each, number) for each in known - collections]
    db.conn.executemany("DELETE FROM shelf_member WHERE collection = ? AND number = ?", gone)
    new = [(each, number) for each in collections - known]
    db.conn.executemany("INSERT INTO shelf_member VALUES (?, ?)", new)

"""Writing a document's row, in the place of what the index had of it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database

from library.model.reading import ShelfEntry
from library.shelving.question import Column
from library.store.catalogue.entries import entry_text
from library.store.catalogue.facets import facet_values
from library.store.catalogue.keys import days, sort_keys
from library.store.rows import first_row, storable

KEYS = {column: f"by_{column.value.replace(' ', '_')}" for column in Column}
_PLAIN = ("document", "stamp", "entry", "in_trash", "starred", "to_read", "first_day", "last_day")
_NAMES = (*_PLAIN, *KEYS.values())
_WRITE = f"""
INSERT INTO shelf_row ({", ".join(_NAMES)}) VALUES ({", ".join(f":{name}" for name in _NAMES)})
ON CONFLICT (document) DO UPDATE SET {", ".join(f"{name} = :{name}" for name in _NAMES)}
"""  # noqa: S608 -- the columns' names are ours


@dataclass(frozen=True, slots=True)
class Shelved:
    """What the library says of a document now; `stamp` names that state."""

    entry: ShelfEntry
    stamp: str
    collections: tuple[str, ...] = ()  # ids


def write_row(db: Database, shelved: Shelved) -> int:
    """The document's number."""
    entry, keys = shelved.entry, sort_keys(shelved.entry)
    first, last = days(entry)
    plain = (
        entry.id, shelved.stamp, entry_text(entry), int(entry.in_trash), int(entry.starred),
        int(entry.to_read), first, last,
    )  # fmt: skip
    values = dict(zip(_PLAIN, plain, strict=True)) | {
        name: storable(keys[column]) for column, name in KEYS.items()
    }
    db.execute(_WRITE, values)
    number = number_of(db, entry.id)
    if number is None:
        raise RuntimeError("The row that was just written is not there.")
    _forget(db, number)
    _count_by(db, number, shelved)
    return number


def remove_row(db: Database, number: int) -> None:
    _forget(db, number)
    db.execute("DELETE FROM shelf_row WHERE number = ?", (number,))


def number_of(db: Database, document_id: str) -> int | None:
    row = first_row(db, "SELECT number FROM shelf_row WHERE document = ?", (document_id,))
    return None if row is None else int(row["number"])


def _count_by(db: Database, number: int, shelved: Shelved) -> None:
    values = dict.fromkeys(facet_values(shelved.entry)) if not shelved.entry.in_trash else {}
    facets = [(facet.value, storable(value), number) for facet, value in values]
    db.conn.executemany("INSERT INTO shelf_facet VALUES (?, ?, ?)", facets)
    members = [(collection, number) for collection in shelved.collections]
    db.conn.executemany("INSERT INTO shelf_member VALUES (?, ?)", members)


def _forget(db: Database, number: int) -> None:
    db.execute("DELETE FROM shelf_facet WHERE number = ?", (number,))
    db.execute("DELETE FROM shelf_member WHERE number = ?", (number,))

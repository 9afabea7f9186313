"""Seals: a hash over all that the database holds of one thing.

It is taken from the rows as they are stored, columns by name.  What is NULL is left out, so
that a column added later does not break the seals of older rows.  Seals lie in a table of
their own: no one hurt place can take a thing away and its seal with it.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping, Sequence

from sqlite_utils import Database

from library.store.rows import rows
from library.store.safety.kinds import KINDS, Kind

Row = Mapping[str, object]
Thing = Mapping[str, Sequence[Row]]  # by table: its own row, and the rows of its parts
Read = Callable[[str, str], Iterable[sqlite3.Row]]

_SAVE = "INSERT OR REPLACE INTO seal (kind, id, digest) VALUES (?, ?, ?)"


def seal(db: Database, kind: Kind, thing_id: object) -> None:
    """Seal the thing as it is stored now; where there is none, its seal is taken away."""
    thing = thing_of(db, kind, thing_id)
    if thing is None:
        db.execute("DELETE FROM seal WHERE kind = ? AND id = ?", (kind.table, str(thing_id)))
    else:
        db.execute(_SAVE, (kind.table, str(thing_id), digest_of(kind, thing)))


def seal_everything(db: Database) -> None:
    """Seal all there is, as it is; tables that an older library lacks are passed over."""
    there = set(db.table_names())
    db.execute("DELETE FROM seal")
    for kind in KINDS.values():
        if kind.table in there:
            things = gathered(kind, lambda table, order: rows(db, _all(table, order)))
            sealed = ((kind.table, name, digest_of(kind, thing)) for name, thing in things.items())
            db.conn.executemany(_SAVE, sealed)


def forget_gone(db: Database, kind: Kind) -> None:
    """Take away the seals of things that were taken away for good."""
    gone = f"id NOT IN (SELECT CAST({kind.key} AS TEXT) FROM {kind.table})"
    db.execute(f"DELETE FROM seal WHERE kind = ? AND {gone}", (kind.table,))


def digest_of(kind: Kind, thing: Thing) -> bytes:
    """SHA-256 over the rows, each as JSON with its columns in the order of their names."""
    told = [
        [table, _told(row, kind.loose if table == kind.table else ())]
        for table in sorted(thing)
        for row in thing[table]
    ]
    plain = json.dumps(told, sort_keys=True, separators=(",", ":"), default=bytes.hex)
    return hashlib.sha256(plain.encode("ascii")).digest()


def _told(row: Row, loose: Container[str]) -> Row:
    return {k: value for k, value in row.items() if value is not None and k not in loose}


def gathered(kind: Kind, read: Read) -> Mapping[str, Thing]:
    """All things of a kind by their ids; `read` gives the rows of a table in an order."""
    things: dict[str, dict[str, list[Row]]] = {}
    for row in read(kind.table, kind.key):
        things[str(row[kind.key])] = {kind.table: [dict(row)]}
    for part in kind.parts:
        of_things: dict[str, list[Row]] = defaultdict(list)
        for row in read(part.table, f"{part.key}, {part.order}"):
            of_things[str(row[part.key])].append(dict(row))
        for name, found in of_things.items():
            things.setdefault(name, {})[part.table] = found
    return things


def thing_of(db: Database, kind: Kind, thing_id: object) -> Thing | None:
    """All rows of the thing; None where there is no row of its own."""
    own = _with(db, kind.table, kind.key, thing_id, kind.key)
    if not own:
        return None
    parts = {
        part.table: _with(db, part.table, part.key, thing_id, part.order) for part in kind.parts
    }
    return {kind.table: own, **{table: found for table, found in parts.items() if found}}


def _with(db: Database, table: str, key: str, value: object, order: str) -> list[Row]:
    sql = f"SELECT * FROM {table} WHERE {key} = ? ORDER BY {order}"
    return [dict(row) for row in rows(db, sql, (value,))]


def _all(table: str, order: str) -> str:
    return f"SELECT * FROM {table} ORDER BY {order}"

"""Reading what can be read of a table in a hurt database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from pathlib import Path

from sqlite_utils import Database

from library.errors import LibraryActs
from library.store.connection import connect
from library.store.own_objects import refuse_acting

# Numbers of rows that are tried one by one.  Damage can make the highest one seem endless; in
# a whole table it may be several times that of its rows, which grow by one with each save.
FEWEST_TRIED, TRIED_A_PAGE = 5_000, 30
# A hurt length can ask for any amount of memory; a hurt id may not be asked for again.
HURT = (sqlite3.Error, MemoryError, OverflowError, UnicodeError)


def connect_to_hurt(path: Path) -> Database:
    """Open a database for reading, come what may: text that is no UTF-8 is read as it stands.

    Raises `LibraryActs`.
    """
    db = connect(path, read_only=True)
    try:
        with suppress(*HURT):
            refuse_acting(db, path)
    except LibraryActs:
        db.close()
        raise
    db.conn.text_factory = lambda told: told.decode("utf-8", "surrogateescape")
    return db


def readable_rows(
    db: Database, table: str, order: str, keys: Iterable[object] = ()
) -> tuple[list[sqlite3.Row], bool]:
    """The rows of a table that can be read, in an order of columns, and whether that is all.

    Where reading on is impossible, rows are looked for one by one: by their number, or in
    tables without one by `keys`, the values that its first column may have.
    """
    sql = f"SELECT * FROM {table} ORDER BY {order}"
    try:
        return _cursor(db, sql).fetchall(), True
    except HURT:
        found = {tuple(row): row for row in _piecemeal(db, table, order, keys)}
        return sorted(found.values(), key=lambda row: _place(row, order)), False


def _piecemeal(
    db: Database, table: str, order: str, keys: Iterable[object]
) -> Iterator[sqlite3.Row]:
    backwards = ", ".join(f"{name} DESC" for name in order.split(","))
    yield from _until_hurt(db, f"SELECT * FROM {table}")
    yield from _until_hurt(db, f"SELECT * FROM {table} ORDER BY {backwards}")
    highest = _highest_rowid(db, table)
    if highest is None:
        first = order.split(",", maxsplit=1)[0]
        probes, sql = keys, f"SELECT * FROM {table} WHERE {first} = ?"
    else:
        yield from _until_hurt(db, f"SELECT * FROM {table} ORDER BY rowid DESC")
        probes, sql = range(1, highest + 1), f"SELECT * FROM {table} WHERE rowid = ?"
    for probe in probes:
        yield from _until_hurt(db, sql, probe)


def _until_hurt(db: Database, sql: str, *values: object) -> Iterator[sqlite3.Row]:
    try:
        with closing(_cursor(db, sql, *values)) as cursor:
            yield from cursor
    except HURT:
        return


def _highest_rowid(db: Database, table: str) -> int | None:
    """The highest number to be tried, None where the rows have no numbers."""
    try:
        most = max(FEWEST_TRIED, TRIED_A_PAGE * int(_cursor(db, "PRAGMA page_count").fetchone()[0]))
    except HURT:
        most = FEWEST_TRIED
    try:
        (highest,) = _cursor(db, f"SELECT max(rowid) FROM {table}").fetchone()
    except sqlite3.OperationalError as error:
        return None if "no such column" in str(error) else most
    except HURT:
        return most
    return min(int(highest or 0), most)


def _cursor(db: Database, sql: str, *values: object) -> sqlite3.Cursor:
    cursor = db.conn.cursor()
    cursor.row_factory = sqlite3.Row
    return cursor.execute(sql, values)


def _place(row: sqlite3.Row, order: str) -> list[tuple[bool, str, object]]:
    names = [name.strip() for name in order.split(",")]
    values = [row[name] for name in names if name in row.keys()]  # noqa: SIM118 - of a Row
    return [(value is not None, type(value).__name__, value) for value in values]

"""Copying what can be read of a hurt library into a new one, table by table."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from library.store.migrations import APPLICATION_ID, VERSION, migrations
from library.store.rows import rows, storable
from library.store.safety.hurt_tables import HURT, readable_rows
from library.store.safety.kinds import KINDS

_OURS_ALONE = "sqlite_", "_sqlite_", "seal"  # not copied: kept by SQLite, or made anew


def make_tables(db: Database, version: int) -> None:
    """The tables of a library as they were at this version."""
    steps = Migrations("library")
    for step in migrations.pending(db)[:version]:
        steps(name=step.name)(step.fn)
    db.execute(f"PRAGMA application_id={APPLICATION_ID}")
    steps.apply(db)


def version_of(hurt: Database) -> int:
    """The version of a library, the newest where it cannot be told."""
    try:
        (version,) = hurt.execute("PRAGMA user_version").fetchone()
    except HURT:
        return VERSION
    return version if 0 < version <= VERSION else VERSION


def copy_tables(hurt: Database, new: Database) -> None:
    """Copy every row that can be read and that fits into its table."""
    ids: set[object] = set(KINDS)
    for table in new.table_names():
        if not table.startswith(_OURS_ALONE):
            found, _ = readable_rows(hurt, table, key_columns(new, table), tuple(ids))
            copy_rows(new, table, found)
            ids |= {row[0] for row in found if isinstance(row[0], str)}


def copy_rows(
    new: Database, table: str, found: Iterable[sqlite3.Row | Mapping[str, object]]
) -> None:
    for row in found:
        names = list(row.keys())
        sql = (
            f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) "
            f"VALUES ({', '.join('?' * len(names))})"
        )
        with suppress(sqlite3.Error):  # a hurt value may be of another type than its column
            new.execute(sql, [storable(row[name]) for name in names])


def key_columns(db: Database, table: str) -> str:
    """The columns of its primary key, or the number of its rows where it has none."""
    keyed = [row for row in rows(db, f"PRAGMA table_info({table})") if row["pk"]]
    return ", ".join(row["name"] for row in sorted(keyed, key=lambda row: row["pk"])) or "rowid"

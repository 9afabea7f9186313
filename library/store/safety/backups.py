"""Copies of library.db that are known to be whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from library.errors import LibraryDamaged
from library.store.durable import make_folder, publish

FOLDER = "backups"


def back_up(db: Database, folder: Path, reason: str) -> Path:
    """Copy `db` into the library's backups, check the copy, and only then give it its name."""
    make_folder(folder / FOLDER)
    stamp = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S-%f")
    final = folder / FOLDER / f"library-{stamp}-{reason}.db"
    part = final.with_suffix(".part")
    try:
        _copy(db, part, folder)
        publish(part, final)
    finally:
        part.unlink(missing_ok=True)
    return final


def _copy(db: Database, part: Path, folder: Path) -> None:
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        db.conn.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, complete in itself
        if copy.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
            raise LibraryDamaged(folder)

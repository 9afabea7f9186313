"""index.db: what can be thrown away and made again.  Previews, and hints where files were seen.

Damage here never reaches the reader: the file is made anew, and what was in it is missing
until it is put there again.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from library.errors import LibraryActs, LibraryDamaged, LibraryError, LibraryUnwritable
from library.store.connection import Connection, connect
from library.store.failures import explained, is_damage
from library.store.header import Header, read_header
from library.store.own_objects import refuse_acting
from library.store.whereabouts import choose_journal

NAME = "index.db"
APPLICATION_ID = 0x44697069  # "Dipi"
VERSION = 1  # an index of any other version is made anew

_TABLES = """
CREATE TABLE preview (
    document TEXT NOT NULL, page INTEGER NOT NULL, jpeg BLOB NOT NULL,
    PRIMARY KEY (document, page)
) STRICT;
CREATE TABLE thumbnail (
    document TEXT NOT NULL, page INTEGER NOT NULL, jpeg BLOB NOT NULL,
    PRIMARY KEY (document, page)
) STRICT;
CREATE TABLE file_hint (
    path BLOB PRIMARY KEY, -- bytes: names need not be Unicode
    size INTEGER NOT NULL, mtime_ns INTEGER NOT NULL, digest TEXT NOT NULL
) STRICT;
"""

T = TypeVar("T")


class Index:
    """A connection to index.db that is mended by being replaced."""

    def __init__(
        self, folder: Path, *, read_only: bool, openings: Callable[[], int] = lambda: 1
    ) -> None:
        """`openings` tells how often the library was opened: its index is opened as often."""
        self._path = folder / NAME
        self._read_only = read_only
        self._lock = threading.RLock()
        self._openings = openings
        self._opened = openings()
        self._connection = self._open()

    @property
    def path(self) -> Path:
        return self._path

    def read(self, question: Callable[[Database], T], otherwise: T) -> T:
        """The answer, or `otherwise` where the index cannot say."""
        with self._lock:
            self._follow_library()
            if self._connection is None:
                return otherwise
            try:
                with self._connection.reading() as db:
                    return question(db)
            except LibraryDamaged:
                self._renew()
                return otherwise

    def write(self, work: Callable[[Database], T]) -> T:
        with self._lock:
            self._follow_library()
            try:
                return self._write(work)
            except LibraryDamaged:
                self._renew()
                return self._write(work)

    def close(self) -> None:
        with self._lock:
            if self._connection is not None:
                self._connection.close()

    def _follow_library(self) -> None:
        """Where the library came back as another file, so did the index."""
        opened = self._openings()
        if opened != self._opened:
            self.close()
            with explained(self._path.parent):
                self._connection = self._open()
            self._opened = opened

    def _write(self, work: Callable[[Database], T]) -> T:
        if self._connection is None:
            raise LibraryUnwritable("the library is open for reading only")
        with self._connection.writing() as db:
            return work(db)

    def _renew(self) -> None:
        self.close()
        self._connection = None if self._read_only else self._make()

    def _open(self) -> Connection | None:
        return self._open_for_reading() if self._read_only else self._open_or_make()

    def _open_for_reading(self) -> Connection | None:
        try:
            if read_header(self._path) != Header(APPLICATION_ID, VERSION):
                return None
            db = connect(self._path, read_only=True)
        except (sqlite3.Error, LibraryError):
            return None
        try:
            refuse_acting(db, self._path, may_search=True)
        except (sqlite3.Error, LibraryError):
            db.close()
            return None
        return Connection(self._path, db, read_only=True)

    def _open_or_make(self) -> Connection:
        if read_header(self._path) == Header(APPLICATION_ID, VERSION):
            try:
                return self._open_to_write()
            except LibraryActs:
                pass  # made by us it was not
            except sqlite3.DatabaseError as error:
                if not is_damage(error):
                    raise
        return self._make()

    def _make(self) -> Connection:
        with explained(self._path.parent):
            for name in (NAME, f"{NAME}-wal", f"{NAME}-shm", f"{NAME}-journal"):
                self._path.with_name(name).unlink(missing_ok=True)
            return self._open_to_write(_TABLES)

    def _open_to_write(self, tables: str = "") -> Connection:
        db = connect(self._path)
        try:
            refuse_acting(db, self._path, may_search=True)
            if tables:  # before anything is written; see `give_back`
                db.execute("PRAGMA auto_vacuum=INCREMENTAL")
            choose_journal(db, self._path.parent, synchronous="NORMAL")
            if tables:
                _make_tables(db, tables)
        except BaseException:
            db.close()
            raise
        return Connection(self._path, db, read_only=False)


def _make_tables(db: Database, tables: str) -> None:
    with db.atomic():
        db.executescript(tables)
        db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        db.execute(f"PRAGMA user_version={VERSION}")
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")  # the header is read without the log

"""A connection of its own for questions to index.db that take a while, and can be broken off.

Others write and read meanwhile, and who asks next need not wait for an answer that nobody
wants any more.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from library.errors import LibraryDamaged, LibraryError, ReadingStopped
from library.store.connection import Connection, connect
from library.store.header import Header, read_header
from library.store.index import APPLICATION_ID, VERSION
from library.store.own_objects import refuse_acting

T = TypeVar("T")


class IndexReader:
    """Opened at the first question, and anew where the index was made anew."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._stopping = threading.Lock()
        self._stopped = 0  # how often a question was to be broken off
        self._connection: Connection | None = None
        self._db: Database | None = None
        self._file: tuple[int, int] | None = None  # its disk, and its number there

    def read(self, question: Callable[[Database], T], otherwise: T) -> T:
        """The answer, or `otherwise` where the index cannot say.

        Raises `ReadingStopped` where `interrupt` was called meanwhile.
        """
        with self._lock:
            with self._stopping:
                before = self._stopped
            try:
                connection = self._opened()
                if connection is None:
                    return otherwise
                with connection.reading() as db:
                    return question(db)
            except LibraryDamaged:
                return otherwise
            except sqlite3.OperationalError as error:
                # Broken off while it looks at a table of FTS5 for the first time, SQLite
                # reports that as an error of the table.
                with self._stopping:
                    is_stopped = self._stopped != before
                if is_stopped or error.sqlite_errorcode == sqlite3.SQLITE_INTERRUPT:
                    raise ReadingStopped from error
                raise

    def interrupt(self) -> None:
        """Break off the question that is being answered, if there is one."""
        with self._stopping:
            self._stopped += 1
            if self._db is not None:
                self._db.conn.interrupt()

    def close(self) -> None:
        with self._lock:
            self._close()

    def _opened(self) -> Connection | None:
        try:
            status = self._path.stat()
            file = status.st_dev, status.st_ino
            if file != self._file:
                self._close()
                if read_header(self._path) != Header(APPLICATION_ID, VERSION):
                    return None
                self._db = connect(self._path, read_only=True)
                refuse_acting(self._db, self._path, may_search=True)
                self._connection = Connection(self._path, self._db, read_only=True)
                self._file = file
        except (OSError, sqlite3.Error, LibraryError):
            self._close()
        return self._connection

    def _close(self) -> None:
        with self._stopping:  # what is closed cannot be broken off
            connection, self._connection = self._connection, None
            self._db = self._file = None
        if connection is not None:
            connection.close()

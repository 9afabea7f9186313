"""One connection to a database, shared by threads, whose transactions are whole or nothing."""

from __future__ import annotations

import ctypes
import os
import sqlite3
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from library.errors import (
    DiptychError,
    LibraryDamaged,
    LibraryError,
    LibraryGone,
    LibraryReadOnly,
    LibraryReplaced,
)
from library.store.failures import explained
from library.store.locking import says_open
from library.store.newest import Newest, newest_in

Identity = tuple[int, int]  # of a file: its disk, and its number there
OpenedAgain = Callable[[Newest], Database]  # raises `LibraryError`s
BUSY_TIMEOUT = 5.0  # seconds


def connect(path: Path, *, read_only: bool = False) -> Database:
    """Open `path`; a reader can neither write nor create."""
    mode = "rwc" if not read_only else "ro&immutable=1" if is_at_rest(path) else "ro"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_TIMEOUT,
        isolation_level=None,
        check_same_thread=False,
    )
    db = Database(connection, execute_plugins=False)
    try:
        for pragma in ("foreign_keys=ON", "trusted_schema=OFF", "cell_size_check=ON"):
            db.execute(f"PRAGMA {pragma}")
        if read_only:
            db.execute("PRAGMA query_only=ON")
    except sqlite3.Error:
        db.close()
        raise
    return db


def is_at_rest(path: Path) -> bool:
    """Whether nobody can be writing: there is no log or journal, and no leave to make one.

    A writer without a log leaves none to be seen between two saves, but says it is there.

    SQLite must be told: else it would make the log itself, if only to read, and fail where
    the library lies on a disc or on a volume that can only be read.
    """
    logs = (path.with_name(f"{path.name}{end}") for end in ("-wal", "-journal"))
    is_busy = any(log.exists() for log in logs) or says_open(path.parent)
    return not (is_busy or _may_write(path.parent))


def _may_write(folder: Path) -> bool:
    return os.access(folder, os.W_OK)


class Connection:
    """Hands out the database to one thread at a time, inside a transaction.

    A library that vanishes and comes back, as other files of the same name, is opened again.
    """

    def __init__(
        self,
        path: Path,
        db: Database,
        *,
        read_only: bool,
        looks_hurt: Callable[[], bool] = lambda: False,
        opened_again: OpenedAgain | None = None,
    ) -> None:
        """`looks_hurt` tells faults of ours from damage to the file, where something failed.

        `opened_again` opens the library that is there now, if it has what was the newest.
        """
        self._path = path
        self._looks_hurt = looks_hurt
        self._db = db
        self._read_only = read_only
        self._lock = threading.RLock()
        self._identity = _identity(path)
        self._refused: Identity | None = None  # of another file, which is not opened to be read
        self._opened_again = opened_again
        self._newest = newest_in(db) if opened_again is not None else Newest()
        self.openings = 1  # how often it was opened
        self.is_hurt = False  # whether damage was met since it was opened

    @contextmanager
    def reading(self) -> Generator[Database]:
        """The database as it is now; what others write meanwhile is not seen."""
        with self._lock:
            self._come_back(to_write=False)
            with self._explained(), self._transaction("BEGIN"):
                yield self._db

    @contextmanager
    def writing(self, patience: float = BUSY_TIMEOUT) -> Generator[Database]:
        """All that the block writes is on the disk when it ends; if it raises, nothing is.

        `patience` is how many seconds it waits for another program.
        """
        if self._read_only:
            raise LibraryReadOnly
        with self._lock:
            self._come_back(to_write=True)
            with (
                self._explained(),
                self._waiting(patience),
                self._transaction("BEGIN IMMEDIATE"),
            ):
                self._refuse_moved()
                yield self._db
                newest = self._newest if self._opened_again is None else newest_in(self._db)
                self._refuse_moved()
            if not self._db.conn.in_transaction:
                self._newest = newest

    def check_place(self) -> None:
        """Raises `LibraryUnwritable`s where the library is not where it was opened any more."""
        with self._lock:
            self._come_back(to_write=True)
            self._refuse_moved()

    def close(self) -> None:
        with self._lock:
            if _identity(self._path) in (None, self._identity):
                self._db.close()
            else:
                _leave_open(self._db)

    @contextmanager
    def _explained(self) -> Generator[None]:
        try:
            with explained(self._path.parent):
                yield
        except LibraryDamaged:
            self.is_hurt = True
            raise
        except DiptychError as error:
            if isinstance(error, LibraryError) and _identity(self._path) is None:
                raise LibraryGone(self._path.parent) from error
            raise
        except Exception as error:
            if _identity(self._path) is None:
                if isinstance(error, sqlite3.Error):
                    raise LibraryGone(self._path.parent) from error
                raise
            if not self._looks_hurt():
                raise
            self.is_hurt = True
            raise LibraryDamaged(self._path.parent) from error

    @contextmanager
    def _transaction(self, begin: str) -> Generator[None]:
        if self._db.conn.in_transaction:
            yield  # part of the transaction that is open in this thread
            return
        self._db.conn.execute(begin)
        try:
            yield
            self._db.conn.execute("COMMIT")
        except BaseException:
            self._db.rollback()
            raise

    @contextmanager
    def _waiting(self, patience: float) -> Generator[None]:
        if patience == BUSY_TIMEOUT:
            yield
            return
        self._db.execute(f"PRAGMA busy_timeout={round(1000 * patience)}")
        try:
            yield
        finally:
            self._db.execute(f"PRAGMA busy_timeout={round(1000 * BUSY_TIMEOUT)}")

    def _refuse_moved(self) -> None:
        # SQLite would go on writing to a file that was deleted or moved, and all would be lost.
        there = _identity(self._path)
        if there is None:
            raise LibraryGone(self._path.parent)
        if there != self._identity:
            raise LibraryReplaced(self._path.parent)

    def _come_back(self, *, to_write: bool) -> None:
        """Open what lies in the place of the library, where that is another file than ours.

        What cannot be opened is only told to who wants to write: the old file may be readable.
        """
        there = _identity(self._path)
        if there in (None, self._identity) or self._opened_again is None:
            return
        if self._db.conn.in_transaction or (there == self._refused and not to_write):
            return
        try:
            db = self._opened_again(self._newest)
        except LibraryError:
            self._refused = there
            if to_write:
                raise
            return
        _leave_open(self._db)
        self._db, self._identity, self._refused = db, there, None
        self.openings += 1


def _identity(path: Path) -> Identity | None:
    try:
        status = path.stat()
    except OSError:  # one of a disk that is gone reports whatever it likes
        return None
    return status.st_dev, status.st_ino


def _leave_open(db: Database) -> None:
    """Have a database of which another file bears the name never be closed, be it by Python.

    SQLite would clear the log away by its name: the log of the other one.  It takes care not
    to, but compares the files' numbers alone, which are the same on two disks now and then.
    """
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(db.conn))

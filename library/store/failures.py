"""What SQLite and the disk report, in sentences for the reader.  The one place for it."""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from library.errors import (
    DiskFull,
    LibraryBusy,
    LibraryDamaged,
    LibraryError,
    LibraryUnreadable,
    LibraryUnwritable,
)

LEAST_ROOM = 1 << 20  # bytes; a save may want a few hundred thousand of them
PRIMARY_CODE = 0xFF  # the low byte of SQLite's extended result codes


@contextmanager
def explained(folder: Path) -> Generator[None]:
    """Raise the `LibraryError` that says what SQLite or the disk reported in the block."""
    try:
        yield
    except sqlite3.Error as error:
        told = _from_sqlite(error, folder)
        if told is None:
            raise  # a fault of ours: it must reach the crash dialog as it is
        raise told from error
    except OSError as error:
        raise from_disk(error) from error


def from_disk(error: OSError) -> LibraryUnwritable:
    """What went wrong when a file of the library was written."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return DiskFull()
        case errno.EROFS | errno.EACCES | errno.EPERM:
            return LibraryUnwritable("the library's folder can only be read")
        case errno.ENOENT | errno.ENOTDIR:
            return LibraryUnwritable("the library's folder is not there any more")
    return LibraryUnwritable((error.strerror or str(error)).lower())


def is_damage(error: sqlite3.Error) -> bool:
    return _code(error) in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def _from_sqlite(error: sqlite3.Error, folder: Path) -> LibraryError | None:  # noqa: PLR0911 -- a table
    if is_damage(error):
        return LibraryDamaged(folder)
    match _code(error):
        case sqlite3.SQLITE_FULL:
            return DiskFull()
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM:
            return LibraryUnwritable("the library can only be read")
        case sqlite3.SQLITE_IOERR:
            if _is_full(folder):
                return DiskFull()
            return LibraryUnwritable("the disk of the library reported an error")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LibraryBusy(folder)
        case sqlite3.SQLITE_CANTOPEN:
            return LibraryUnreadable(folder)
    return None


def _is_full(folder: Path) -> bool:
    """Whether there is no room: some of SQLite's steps do not tell that from other errors."""
    try:
        return shutil.disk_usage(folder).free < LEAST_ROOM
    except OSError:
        return False


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE

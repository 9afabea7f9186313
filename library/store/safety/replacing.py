"""Putting another database in the place of library.db, whatever happens meanwhile.

What is there is copied aside first and seen to the disk.  Then the new one gets a name of its
own; from there on the exchange is only to be finished, now or when the library is opened next.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from library.errors import LibraryBusy
from library.store.durable import make_folder, publish, sync, sync_folder
from library.store.failures import explained
from library.store.ids import new_id
from library.store.index import NAME as INDEX
from library.store.locking import FolderLock

NAME = "library.db"
ASIDE = "kept-aside"
_NEXT = f"{NAME}.next"
_COMPANIONS = "-wal", "-shm", "-journal"
_OPEN_ELSEWHERE = sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED


def replace_library(folder: Path, make: Callable[[Path], None]) -> Path:
    """Let `make` write a database at a path, and put it in the place of the library's.

    Returns the folder where what was there is kept aside.  Raises `LibraryInUse` and
    `LibraryBusy` where another program has the library open, and `LibraryUnwritable`.
    """
    with explained(folder):
        make_folder(folder)
        lock = FolderLock(folder)
        try:
            aside = _prepare(folder, make)
            finish_replacing(folder)
            lock.mark_closed()
        finally:
            lock.release()
    return aside


def _prepare(folder: Path, make: Callable[[Path], None]) -> Path:
    made = folder / f"{NAME}.new-{new_id()}"
    try:
        make(made)
        aside = _copy_aside(folder)
        try:
            _refuse_where_others_read(folder / NAME)
        except LibraryBusy:
            shutil.rmtree(aside)
            raise
        publish(made, folder / _NEXT)
    finally:
        made.unlink(missing_ok=True)
    return aside


def is_unfinished(folder: Path) -> bool:
    return (folder / _NEXT).exists()


def finish_replacing(folder: Path) -> None:
    """Finish what was begun, if anything was.  The caller holds the library's lock."""
    if is_unfinished(folder):
        for name in (NAME, INDEX):  # their logs belong to what goes; the index is made anew
            for companion in _COMPANIONS:
                (folder / f"{name}{companion}").unlink(missing_ok=True)
        (folder / INDEX).unlink(missing_ok=True)
        sync_folder(folder)
        (folder / _NEXT).replace(folder / NAME)
        sync_folder(folder)


def _copy_aside(folder: Path) -> Path:
    stamp = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S-%f")
    aside = folder / ASIDE / stamp
    make_folder(aside)
    for name in (NAME, f"{NAME}-wal", f"{NAME}-journal"):
        if (folder / name).is_file():
            shutil.copyfile(folder / name, aside / name)
            sync(aside / name)
    sync_folder(aside)
    return aside


def _refuse_where_others_read(path: Path) -> None:
    """A reader would go on with the old database.  To leave the log, SQLite must be alone."""
    if path.is_file():
        with closing(sqlite3.connect(path, timeout=0)) as db:
            try:
                db.execute("PRAGMA journal_mode=DELETE")
            except sqlite3.DatabaseError as error:  # a hurt one tells nothing of others
                if error.sqlite_errorcode in _OPEN_ELSEWHERE:
                    raise LibraryBusy(path.parent) from error

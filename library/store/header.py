"""Whose file a database is, read before it is opened."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from library.errors import LibraryUnreadable
from library.store.failures import is_damage

_MAGIC = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True)
class Header:
    """Whose file it is (0: nobody's, or no database), and of which version."""

    application_id: int
    user_version: int


def read_header(path: Path) -> Header | None:
    """What the file says of itself; None where there is none.  Nothing beside it is touched.

    SQLite reads it as "immutable": it takes no lock, and makes neither journal nor log.  Our
    own `open` and `close` would not do: on POSIX systems the `close` lets go of every lock
    that other connections of this process hold on the file.
    """
    if not path.exists():
        return None
    if not path.is_file():
        return Header(0, 0)
    try:
        return _read_header(path)
    except sqlite3.OperationalError as error:
        raise LibraryUnreadable(path.parent) from error
    except sqlite3.DatabaseError as error:
        if is_damage(error):
            return _first_bytes(path)
        raise


def _first_bytes(path: Path) -> Header:
    """What stands at the beginning of a file that SQLite does not take as it is.

    It may be whole together with its log: where the power was cut while SQLite brought pages
    from the log into it, some of them are of another time than the others.
    """
    descriptor = os.open(path, os.O_RDONLY)  # never closed, for the reason above; it is rare
    start = os.read(descriptor, 100)
    if not start.startswith(_MAGIC) or len(start) < 100:
        return Header(0, 0)
    return Header(*(int.from_bytes(start[place : place + 4], "big") for place in (68, 60)))


def _read_header(path: Path) -> Header:
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    with closing(sqlite3.connect(uri, uri=True)) as db:
        (application_id,) = db.execute("PRAGMA application_id").fetchone()
        (user_version,) = db.execute("PRAGMA user_version").fetchone()
    return Header(application_id, user_version)

"""Copies of library.db that are known to be whole.

Each has a number, one more than the highest there was: it tells their order whatever the
clock says.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Generator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from library.errors import LibraryDamaged
from library.progress import Progress, quietly
from library.store.connection import connect
from library.store.durable import make_folder, publish
from library.store.failures import explained
from library.store.safety.hurt_tables import HURT, connect_to_hurt
from library.store.safety.inspecting import inspecting
from library.store.safety.retention import kept

FOLDER = "backups"
_TIME = "%Y-%m-%d-%H%M%S-%f"
_NAME = re.compile(r"library-(?:(\d{5,})-)?(\d{4}-\d\d-\d\d-\d{6}-\d{6})-(.+)\.db")
_CONTENTS = """
SELECT (SELECT count(*) FROM document WHERE deleted IS NULL),
    (SELECT count(*) FROM annotation WHERE deleted IS NULL)
    + (SELECT count(*) FROM bookmark WHERE deleted IS NULL),
    (SELECT count(*) FROM version), (SELECT coalesce(max(number), 0) FROM change)
"""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup, when it was made (UTC), and why."""

    path: Path
    number: int
    time: datetime
    reason: str

    @property
    def name(self) -> str:
        return self.path.stem


@dataclass(frozen=True, slots=True)
class Contents:
    """How much a library holds; `changes` is the number of the last change."""

    documents: int
    notes: int
    texts: int
    changes: int


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """The backups of the library in `folder`, the newest first."""
    found = (_backup_at(path) for path in (folder / FOLDER).glob("library-*.db"))
    there = (backup for backup in found if backup is not None)
    return tuple(sorted(there, key=lambda each: (each.number, each.time), reverse=True))


def contents_of(path: Path) -> Contents | None:
    """What a library or a backup holds, None where it cannot be read."""
    try:
        with closing(connect_to_hurt(path)) as db:
            return Contents(*db.execute(_CONTENTS).fetchone())
    except HURT:
        return None


def backing_up(path: Path, reason: str, now: datetime) -> Generator[Progress, None, Backup]:
    """Copy the library at `path`, which may be in use, check the copy, and let old ones go.

    Raises `LibraryDamaged` where the copy is hurt, as the library is then, and
    `LibraryUnwritable`; the backups that there are stay.
    """
    yield Progress(0, 2, "Copying the library")
    with explained(path.parent), closing(connect(path, read_only=True)) as db:
        part, backup = _begin(path.parent, reason, now)
        try:
            _copy(db, part)
            yield Progress(1, 2, "Checking the copy")
            _finish(part, backup)
        finally:
            part.unlink(missing_ok=True)
        yield Progress(2, 2, "Backed up")
    return backup


def back_up(db: Database, folder: Path, reason: str) -> Backup:
    """The same, of a connection that is open."""
    part, backup = _begin(folder, reason, datetime.now(UTC))
    try:
        _copy(db, part)
        _finish(part, backup)
    finally:
        part.unlink(missing_ok=True)
    return backup


def _begin(folder: Path, reason: str, now: datetime) -> tuple[Path, Backup]:
    make_folder(folder / FOLDER)
    for leftover in (folder / FOLDER).glob("library-*.part"):
        leftover.unlink(missing_ok=True)
    number = 1 + max((backup.number for backup in backups_in(folder)), default=0)
    stamp = now.astimezone(UTC).strftime(_TIME)
    final = folder / FOLDER / f"library-{number:05}-{stamp}-{reason}.db"
    return final.with_suffix(".part"), Backup(final, number, now, reason)


def _copy(db: Database, part: Path) -> None:
    with closing(sqlite3.connect(part, isolation_level=None)) as copy:
        db.conn.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, complete in itself


def _finish(part: Path, backup: Backup) -> None:
    folder = part.parent.parent
    findings = quietly(inspecting(part, thoroughly=True))
    if not findings.is_well:
        raise LibraryDamaged(folder, findings.summary())
    publish(part, backup.path)
    made = backups_in(folder)[::-1]
    keep = kept([each.time for each in made])
    for place, each in enumerate(made):
        if place not in keep:
            with suppress(OSError):
                each.path.unlink()


def _backup_at(path: Path) -> Backup | None:
    parts = _NAME.fullmatch(path.name)
    if parts is None:
        return None
    number, stamp, reason = parts.groups()
    try:
        time = datetime.strptime(stamp, _TIME).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(path, int(number or 0), time, reason)

"""Opening a library with every precaution, or refusing it untouched."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator
from contextlib import ExitStack, closing, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from library.errors import (
    LibraryDamaged,
    LibraryForeign,
    LibraryGone,
    LibraryInUse,
    LibraryMissing,
    LibraryNewer,
)
from library.progress import Progress, quietly
from library.store import files
from library.store.connection import Connection, OpenedAgain, connect
from library.store.durable import make_folder, publish
from library.store.failures import explained
from library.store.header import Header, read_header
from library.store.ids import new_id
from library.store.index import APPLICATION_ID as INDEX_ID
from library.store.index import NAME as INDEX_NAME
from library.store.index import Index
from library.store.locking import FolderLock, has_been_locked
from library.store.migrations import APPLICATION_ID, VERSION, migrations
from library.store.newest import Newest, refuse_without
from library.store.own_objects import refuse_acting
from library.store.safety.backups import Backup, back_up, backing_up, backups_in
from library.store.safety.findings import Findings
from library.store.safety.inspecting import Work, inspecting, looks_hurt
from library.store.safety.replacing import finish_replacing, is_unfinished
from library.store.whereabouts import choose_journal

NAME = "library.db"

LookOver = Callable[[Work], Findings]  # does the work, and may show how far it is


def opened(
    folder: Path, on_close: ExitStack, *, read_only: bool, look_over: LookOver | None
) -> tuple[Connection, Index]:
    """The two databases of the library.  `on_close` gets what closes them.

    One that was not closed when it was open last is looked over first.
    """
    with explained(folder):
        if read_only:
            if look_over is not None:
                _look_over_at_rest(folder, look_over)
            library = _for_reading(folder)
        else:
            _check_untouched(folder)
            make_folder(folder)
            library = _locked_and_looked_over(folder, on_close, look_over)
        on_close.callback(library.close)
        index = Index(folder, read_only=read_only, openings=lambda: library.openings)
        on_close.callback(index.close)
    return library, index


def opened_to_read(folder: Path) -> tuple[Connection, Index, ExitStack]:
    """The two databases of a library that is not to be written, and what closes them."""
    with ExitStack() as on_close:
        library, index = opened(folder, on_close, read_only=True, look_over=None)
        return library, index, on_close.pop_all()


def _locked_and_looked_over(
    folder: Path, on_close: ExitStack, look_over: LookOver | None
) -> Connection:
    lock = FolderLock(folder)
    on_close.callback(lock.release)
    finish_replacing(folder)
    was_left_open = lock.says_open
    if was_left_open and look_over is not None:
        refuse_hurt(folder, look_over)
    lock.mark_open()
    library = open_for_writing(folder, opened_again=partial(_opened_again, folder, lock))
    library.is_hurt = was_left_open and look_over is None  # as far as is known
    on_close.callback(_mark_closed, lock, library)
    return library


def _look_over_at_rest(folder: Path, look_over: LookOver) -> None:
    """The same for one that is to be read, where nobody writes and we may."""
    if has_been_locked(folder) and checked_header(folder / NAME) is not None:
        with suppress(LibraryInUse, OSError), closing(FolderLock(folder)) as lock:
            if lock.says_open:
                refuse_hurt(folder, look_over)
                lock.mark_closed()


def checking(folder: Path, *, thoroughly: bool) -> Work:
    """Look over a library, be it open or not, and hurt as it may be; see `inspecting`.

    Raises `LibraryMissing`, `LibraryForeign` and `LibraryNewer`.
    """
    with explained(folder):
        if checked_header(folder / NAME) is None:
            raise LibraryMissing(folder)
        with suppress(LibraryInUse, OSError), closing(FolderLock(folder)):
            _recover(folder / NAME)
        files = folder if thoroughly else None
        return (yield from inspecting(folder / NAME, thoroughly=thoroughly, files_in=files))


def backing_up_library(folder: Path) -> Generator[Progress, None, Backup]:
    """Back up a library, be it open or not; raises as `checking` and `backing_up` do."""
    with explained(folder):
        if checked_header(folder / NAME) is None:
            raise LibraryMissing(folder)
    return (yield from backing_up(folder / NAME, "by-hand", datetime.now(UTC)))


def refuse_hurt(folder: Path, look_over: LookOver) -> None:
    """Raises `LibraryDamaged`, which says what is hurt."""
    path = folder / NAME
    if path.exists():
        _recover(path)
        findings = look_over(inspecting(path))
        if not findings.is_well:
            raise LibraryDamaged(folder, findings.summary(), findings.sentences())


def _recover(path: Path) -> None:
    """Let SQLite take back, or bring to its place, what a kill or a power cut left half done.

    A connection for reading alone could not.  The caller holds the library's lock.
    """
    with suppress(sqlite3.DatabaseError), closing(connect(path)) as db:
        db.execute("PRAGMA schema_version").fetchone()


def _mark_closed(lock: FolderLock, library: Connection) -> None:
    if not library.is_hurt:  # else it is looked over when it is opened next
        lock.mark_closed()


def open_for_writing(
    folder: Path, steps: Migrations = migrations, opened_again: OpenedAgain | None = None
) -> Connection:
    """Open the library, made or brought up to date if need be.  The caller holds its lock."""
    path = folder / NAME
    if checked_header(path) is None:
        _create(path, steps)
    return Connection(
        path,
        _writable(folder, steps),
        read_only=False,
        looks_hurt=partial(looks_hurt, path),
        opened_again=opened_again,
    )


def _writable(folder: Path, steps: Migrations) -> Database:
    path = folder / NAME
    files.remove_leftovers(folder)
    db = connect(path)
    try:
        _check_again(db, path)
        choose_journal(db, folder)
        _migrate(db, folder, steps)
    except BaseException:
        db.close()
        raise
    return db


def _opened_again(folder: Path, lock: FolderLock, newest: Newest) -> Database:
    """The library that vanished while it was open, if it is there again with all it had.

    Raises `LibraryError`s; then it is left as it is.
    """
    path = folder / NAME
    with explained(folder):
        if checked_header(path) is None:
            raise LibraryGone(folder)
        with lock.at_its_place() as there:
            finish_replacing(folder)
            with closing(connect(path)) as db:
                _check_again(db, path)
                refuse_without(db, newest, folder)
            if there.says_open:
                refuse_hurt(folder, quietly)
            there.mark_open()
            return _writable(folder, migrations)


def _for_reading(folder: Path) -> Connection:
    path = folder / NAME
    db = _readable(folder)
    return Connection(
        path,
        db,
        read_only=True,
        looks_hurt=partial(looks_hurt, path),
        opened_again=partial(_read_again, folder),
    )


def _read_again(folder: Path, newest: Newest) -> Database:
    with explained(folder):
        db = _readable(folder)
        try:
            refuse_without(db, newest, folder)
        except BaseException:
            db.close()
            raise
        return db


def _readable(folder: Path) -> Database:
    path = folder / NAME
    if is_unfinished(folder):
        with closing(FolderLock(folder)):
            finish_replacing(folder)
    header = checked_header(path)
    if header is None:
        raise LibraryMissing(folder)
    if header.user_version < VERSION:
        _bring_up_to_date(folder)
    db = connect(path, read_only=True)
    try:
        _check_again(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _bring_up_to_date(folder: Path) -> None:
    with ExitStack() as stack:
        stack.callback(FolderLock(folder).release)
        stack.callback(open_for_writing(folder).close)


def _check_untouched(folder: Path) -> None:
    """Refuse before anything is written: not even a lock is left in a folder that is not ours."""
    if checked_header(folder / NAME) is None:
        index = read_header(folder / INDEX_NAME)
        if index is not None and index.application_id != INDEX_ID:
            raise LibraryForeign(folder / INDEX_NAME)


def checked_header(path: Path) -> Header | None:
    """The header of our library, None where there is none.  Nothing is touched.

    Raises `LibraryForeign`, `LibraryNewer`, and `LibraryDamaged` for one of ours without it.
    """
    header = read_header(path)
    if header is not None:
        _check(header, path)
    return header


def _check_again(db: Database, path: Path) -> None:
    """A migration may stand in the log alone, where the header does not show it yet."""
    (version,) = db.execute("PRAGMA user_version").fetchone()
    _check(Header(APPLICATION_ID, version), path)
    refuse_acting(db, path)


def _check(header: Header, path: Path) -> None:
    if header.application_id != APPLICATION_ID:
        is_ours = bool(backups_in(path.parent)) or has_been_locked(path.parent)
        raise LibraryDamaged(path.parent) if is_ours else LibraryForeign(path)
    if header.user_version > VERSION:
        raise LibraryNewer(path.parent)


def _create(path: Path, steps: Migrations) -> None:
    """Make the library under another name, so that half of one is never found."""
    for leftover in path.parent.glob(f"{NAME}.new-*"):
        leftover.unlink()
    new = path.with_name(f"{NAME}.new-{new_id()}")
    with closing(connect(new)) as db:
        db.execute("PRAGMA synchronous=EXTRA")
        db.execute(f"PRAGMA application_id={APPLICATION_ID}")
        steps.apply(db)
        choose_journal(db, path.parent)
    publish(new, path)


def _migrate(db: Database, folder: Path, steps: Migrations) -> None:
    pending = steps.pending(db)
    if not pending:
        return
    back_up(db, folder, f"before-{pending[0].name}")
    steps.apply(db)
    # The header must say the new version at once: older programs read it alone.
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

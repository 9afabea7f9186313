"""Going back to a backup."""

from __future__ import annotations

import shutil
from collections.abc import Generator
from pathlib import Path

from library.errors import BackupHurt, BackupMissing, LibraryNewer, NoBackups
from library.progress import Progress, quietly
from library.store.header import read_header
from library.store.migrations import APPLICATION_ID, VERSION
from library.store.safety.backups import Backup, backups_in
from library.store.safety.inspecting import inspecting
from library.store.safety.replacing import replace_library

LATEST = "latest"


def restore(folder: Path, backup: Backup) -> Path:
    """Put the backup in the place of the library; returns where what was there is kept.

    Raises `BackupHurt`, `LibraryNewer`, `LibraryInUse`, `LibraryBusy` and `LibraryUnwritable`.
    """
    if not is_good(backup):
        raise BackupHurt(backup.name)
    header = read_header(backup.path)
    if header is not None and header.user_version > VERSION:
        raise LibraryNewer(folder)
    return replace_library(folder, lambda path: _copy(backup.path, path))


def restoring(folder: Path, backup: Backup) -> Generator[Progress, None, Path]:
    """The same as work that is waited for."""
    yield Progress(0, 1, "Going back to the backup")
    return restore(folder, backup)


def named_backup(folder: Path, name: str) -> Backup:
    """The backup of this name, or the newest good one.  Raises `BackupMissing`, `NoBackups`."""
    there = backups_in(folder)
    if name == LATEST:
        return newest_good(folder)
    found = [each for each in there if each.name == Path(name).stem or str(each.number) == name]
    if not found:
        raise BackupMissing(name)
    return found[0]


def newest_good(folder: Path) -> Backup:
    """Raises `NoBackups` where there is none, or none that is whole."""
    found = next(filter(is_good, backups_in(folder)), None)
    if found is None:
        raise NoBackups(folder)
    return found


def is_good(backup: Backup) -> bool:
    """Whether the backup is a library, and as it was made."""
    header = read_header(backup.path)
    if header is None or header.application_id != APPLICATION_ID:
        return False
    return quietly(inspecting(backup.path, thoroughly=True)).is_well


def _copy(backup: Path, path: Path) -> None:
    shutil.copyfile(backup, path)

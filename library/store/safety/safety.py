"""What a library does so that nothing is lost, at the reader's word."""

from __future__ import annotations

from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path

from library.errors import LibraryDamaged
from library.progress import Progress
from library.store.connection import Connection
from library.store.safety.backups import Backup, Contents, backing_up, backups_in, contents_of
from library.store.safety.inspecting import Work, inspecting

LARGE = 20  # documents of an import, before which a backup is made


class Safety:
    """The checks and the backups of an open library.  All can be used from any thread."""

    def __init__(self, path: Path, library: Connection) -> None:
        """`path` is that of library.db."""
        self._path = path
        self._library = library

    def checking(self, *, thoroughly: bool = True) -> Work:
        """Look the library over while it is in use; see `inspecting`."""
        files = self._path.parent if thoroughly else None
        return inspecting(self._path, thoroughly=thoroughly, files_in=files)

    def backups(self) -> tuple[Backup, ...]:
        """The newest first."""
        return backups_in(self._path.parent)

    def listing(
        self,
    ) -> Generator[Progress, None, tuple[tuple[Backup, Contents | None], ...]]:
        """The backups with what they hold, the newest first."""
        there, found = self.backups(), []
        for done, backup in enumerate(there):
            yield Progress(done, len(there), "Looking at the backups")
            found.append((backup, contents_of(backup.path)))
        return tuple(found)

    def has_changed(self) -> bool:
        """Whether the library holds other things than its newest backup."""
        newest = next(iter(self.backups()), None)
        now = contents_of(self._path)
        if newest is None:
            return now is None or any((now.documents, now.notes, now.changes))
        return contents_of(newest.path) != now

    def backing_up(self, reason: str = "by-hand", now: datetime | None = None) -> BackupWork:
        """See `library.store.safety.backups.backing_up`."""
        try:
            return (yield from backing_up(self._path, reason, now or datetime.now(UTC)))
        except LibraryDamaged:
            self._library.is_hurt = True  # so that it is looked over when it is opened next
            raise

    def backing_up_changes(
        self, reason: str, now: datetime | None = None
    ) -> Generator[Progress, None, Backup | None]:
        """The same, if there is anything new to be backed up."""
        if not self.has_changed():
            return None
        return (yield from self.backing_up(reason, now))


BackupWork = Generator[Progress, None, Backup]

"""What a library's folder lies on: a disk of this computer, or one that others write to, too.

On a share, programs on two computers cannot use SQLite's log together; and what copies a
folder to other computers copies the database and its log at different times.  There, a
library is kept as one file that is complete after each save.
"""

from __future__ import annotations

import os
import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from sqlite_utils import Database

MOUNTS = Path("/proc/mounts")  # on Linux; elsewhere shares are known by their paths alone

_SHARES = {"9p", "afpfs", "afs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.glusterfs"} | {
    *("fuse.rclone", "fuse.sshfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs")
}
_SYNCHRONISED = {
    r"dropbox( \(.+\))?|dropbox-.+": "Dropbox",
    r"onedrive( ?- ?.+)?": "OneDrive",
    r"nextcloud": "Nextcloud",
    r"owncloud": "ownCloud",
    r"mobile documents|com~apple~clouddocs": "iCloud Drive",
    r"google ?drive(-.+)?": "Google Drive",
}
_MARKERS = {
    ".dropbox.cache": "Dropbox",
    ".nextcloudsync.log": "Nextcloud",
    ".owncloudsync.log": "ownCloud",
    ".stfolder": "Syncthing",
}


@dataclass(frozen=True, slots=True)
class NetworkShare:
    """The folder lies on another computer's disk."""

    def sentence(self) -> str:
        """What the reader is told, once."""
        return (
            "This library lies on a network share. Diptych saves in a slower, safer way there; "
            "open it on one computer at a time."
        )


@dataclass(frozen=True, slots=True)
class SynchronisedFolder:
    """Another program copies the folder to other computers."""

    by: str

    def sentence(self) -> str:
        """What the reader is told, once."""
        return (
            f"This library lies in a folder that {self.by} synchronises. Diptych saves in a "
            "slower, safer way there; close it and let all be copied before you open it on "
            "another computer."
        )


def shared_place(
    folder: Path, mounts: str | None = None
) -> NetworkShare | SynchronisedFolder | None:
    """What `folder` lies on where others may write, too; None on a disk of this computer.

    `mounts` is the text of /proc/mounts.
    """
    resolved = folder.resolve()
    table = _mounts() if mounts is None else mounts
    if str(resolved).startswith("\\\\") or _kind_of_disk(resolved, table) in _SHARES:
        return NetworkShare()
    for place in (resolved, *resolved.parents):
        by = _synchroniser_of(place)
        if by is not None:
            return SynchronisedFolder(by)
    return None


def choose_journal(db: Database, folder: Path, *, synchronous: str = "FULL") -> None:
    """Save by a log beside the database, or where others write, too, without one.

    While others have it open SQLite leaves all as it is; `synchronous` is for the log.
    """
    wanted = "WAL" if shared_place(folder) is None else "DELETE"
    try:
        (mode,) = db.execute(f"PRAGMA journal_mode={wanted}").fetchone()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        (mode,) = db.execute("PRAGMA journal_mode").fetchone()
    db.execute(f"PRAGMA synchronous={synchronous if mode == 'wal' else 'EXTRA'}")


def _mounts() -> str:
    try:
        return MOUNTS.read_text("utf-8", "surrogateescape")
    except OSError:
        return ""


def _kind_of_disk(folder: Path, mounts: str) -> str:
    """The file system at the longest mount point that holds the folder; the last one covers."""
    longest, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split()
        if len(fields) < 3:  # device, mount point, file system
            continue
        point = PurePosixPath(_unescaped(fields[1]))
        if len(point.parts) >= longest and folder.is_relative_to(point):
            longest, kind = len(point.parts), fields[2]
    return kind


def _unescaped(field: str) -> str:
    """Spaces and such stand as three octal digits in the table."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), field)


def _synchroniser_of(place: Path) -> str | None:
    for pattern, by in _SYNCHRONISED.items():
        if re.fullmatch(pattern, place.name.casefold()):
            return by
    return next((by for name, by in _MARKERS.items() if os.path.lexists(place / name)), None)

"""Which content a file had when it was last seen, so that it need not be read again."""

from __future__ import annotations

import os
from pathlib import Path

from library.store.index import Index
from library.store.rows import first_row


def save_hint(index: Index, path: Path, digest: str) -> None:
    try:
        size, mtime_ns = _state(path)
    except OSError:
        return  # the file is gone: there is nothing to remember
    record = {"path": _key(path), "size": size, "mtime_ns": mtime_ns, "digest": digest}
    index.write(lambda db: db.table("file_hint").insert(record, replace=True))


def known_digest(index: Index, path: Path) -> str | None:
    """The digest of the file, if it was seen and has the size and time it had then."""
    try:
        state = _state(path)
    except OSError:
        return None
    sql = "SELECT digest FROM file_hint WHERE path = ? AND size = ? AND mtime_ns = ?"
    row = index.read(lambda db: first_row(db, sql, (_key(path), *state)), None)
    return None if row is None else str(row["digest"])


def _key(path: Path) -> bytes:
    return os.fsencode(path.resolve())


def _state(path: Path) -> tuple[int, int]:
    status = path.stat()
    return status.st_size, status.st_mtime_ns

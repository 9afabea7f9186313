"""Taking documents out of the trash for good: with their notes, their history and their files.

It cannot be undone.  A backup is made first, which goes on holding the texts and the notes;
of the files only the library itself has copies.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Generator, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from library.model.change import Change
from library.progress import Progress
from library.store.change_log import log_change
from library.store.connection import Connection
from library.store.files import path_of
from library.store.index import Index
from library.store.index_keeping import IndexKeeping
from library.store.rows import first_row, rows
from library.store.safety.kinds import KINDS
from library.store.safety.safety import Safety
from library.store.safety.seals import forget_gone, seal

REASON = "before-deleting"  # of the backup
LABEL = "Delete for Good"  # in the history
AT_ONCE = 50  # documents in one transaction

_FILES = "SELECT digest, media_type FROM document_file WHERE document = ?"
_CHANGES = """
SELECT number, edits FROM change JOIN change_document ON number = change WHERE document = ?
"""
_TOUCHED = "SELECT document FROM change_document WHERE change = ?"
_HOLDING = "holding"  # as the log calls that a document is in the library, or in its trash

File = tuple[str, str]  # digest and media type


class Purging:
    """Deletes documents of a library for good."""

    def __init__(
        self, folder: Path, library: Connection, index: Index, keeping: IndexKeeping, safety: Safety
    ) -> None:
        self._folder = folder
        self._library = library
        self._index = index
        self._keeping = keeping
        self._safety = safety

    def deleting(
        self, document_ids: Sequence[str], now: datetime | None = None
    ) -> Generator[Progress, None, int]:
        """Delete those of the documents that are in the trash; how many they were.

        Wherever it is stopped, each document is whole or gone.  Raises `LibraryError`s.
        """
        yield from self._safety.backing_up_changes(REASON)
        gone = 0
        for done in range(0, len(document_ids), AT_ONCE):
            yield Progress(done, len(document_ids), "Deleting for good")
            these = document_ids[done : done + AT_ONCE]
            gone += self._delete(these, now or datetime.now(UTC))
        return gone

    def _delete(self, document_ids: Sequence[str], now: datetime) -> int:
        with self._library.writing() as db:
            gone = [each for each in document_ids if _is_in_trash(db, each)]
            if not gone:
                return 0
            files = dict.fromkeys(file for each in gone for file in _files(db, each))
            others = {other for each in gone for other in _forget_changes(db, each)}
            for each in gone:
                db.execute("DELETE FROM document WHERE id = ?", (each,))
            unused = [file for file in files if not _is_used(db, file)]
            for digest, _ in unused:
                db.execute("DELETE FROM recognised_page WHERE digest = ?", (digest,))
            for kind in KINDS.values():
                forget_gone(db, kind)
            log_change(db, Change(LABEL, ()), now)  # so that the index knows of it, too
        self._remove_files(unused)
        for each in gone:
            self._index.write(partial(_forget_pictures, document_id=each))
        for each in (*gone, *others.difference(gone)):  # what was done to it is part of its state
            self._keeping.follow_document(each)
        return len(gone)

    def _remove_files(self, files: Collection[File]) -> None:
        for digest, media_type in files:
            with suppress(OSError):  # one that another program holds open stays, unused
                path_of(self._folder, digest, media_type).unlink()


def _is_in_trash(db: Database, document_id: str) -> bool:
    sql = "SELECT 1 FROM document WHERE id = ? AND deleted IS NOT NULL"
    return first_row(db, sql, (document_id,)) is not None


def _files(db: Database, document_id: str) -> list[File]:
    return [(row["digest"], row["media_type"]) for row in rows(db, _FILES, (document_id,))]


def _is_used(db: Database, file: File) -> bool:
    sql = "SELECT 1 FROM document_file WHERE digest = ? AND media_type = ? LIMIT 1"
    return first_row(db, sql, file) is not None


def _forget_changes(db: Database, document_id: str) -> set[str]:
    """The log holds the words of notes, too; of changes to several documents the rest stays.

    Other documents are named where a change to them is forgotten whole.
    """
    others = set[str]()
    for row in rows(db, _CHANGES, (document_id,)):
        every = json.loads(row["edits"])
        edits = [edit for edit in every if not _is_about(edit, document_id)]
        if edits and not _belong_together(every):
            values = json.dumps(edits, separators=(",", ":")), row["number"]
            db.execute("UPDATE change SET edits = ? WHERE number = ?", values)
        else:
            others |= {each["document"] for each in rows(db, _TOUCHED, (row["number"],))}
            db.execute("DELETE FROM change WHERE number = ?", (row["number"],))
        seal(db, KINDS["change"], row["number"])
    db.execute("DELETE FROM change_document WHERE document = ?", (document_id,))
    return others


def _belong_together(edits: Sequence[dict[str, Any]]) -> bool:
    """Whether a part of the change must not be undone without the others.

    So it is where two documents were made one: what is in the one came out of the other,
    which went into the trash with it.
    """
    return len({(edit["after"] or edit["before"])["is"] == _HOLDING for edit in edits}) > 1


def _is_about(edit: dict[str, Any], document_id: str) -> bool:
    items = [item for item in (edit["before"], edit["after"]) if item is not None]
    return any(document_id in (item.get("document"), item.get("id")) for item in items)


def _forget_pictures(db: Database, document_id: str) -> None:
    for table in ("preview", "thumbnail"):
        db.execute(f"DELETE FROM {table} WHERE document = ?", (document_id,))

"""What the reader put into the trash, of all documents, until it is emptied."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from library.model.annotation import Annotation, Bookmark
from library.store.annotations import annotation_of
from library.store.bookmarks import BOOKMARKS
from library.store.connection import Connection
from library.store.rows import rows, time_text
from library.store.safety.kinds import KINDS
from library.store.safety.seals import forget_gone, seal

_ANNOTATIONS = """
SELECT a.id, d.title FROM annotation a JOIN document d ON d.id = a.document
WHERE a.deleted IS NOT NULL ORDER BY a.deleted DESC, a.id
"""
_BOOKMARKS = """
SELECT b.id, d.title FROM bookmark b JOIN document d ON d.id = b.document
WHERE b.deleted IS NOT NULL ORDER BY b.deleted DESC, b.id
"""
_DOCUMENTS = """
SELECT id, title FROM document WHERE deleted IS NOT NULL ORDER BY deleted DESC, id
"""


@dataclass(frozen=True, slots=True)
class Trashed:
    """A note or a bookmark, with the title of its document."""

    item: Annotation | Bookmark
    title: str


class Trash:
    """The trash of a library."""

    def __init__(self, library: Connection) -> None:
        self._library = library

    def notes(self) -> tuple[Trashed, ...]:
        """Annotations and bookmarks, what was thrown away last first."""
        with self._library.reading() as db:
            found: list[Trashed] = []
            for sql, read in ((_ANNOTATIONS, annotation_of), (_BOOKMARKS, BOOKMARKS.find)):
                for row in rows(db, sql):
                    item = read(db, row["id"])
                    if isinstance(item, Annotation | Bookmark):
                        found.append(Trashed(item, row["title"]))
        return tuple(sorted(found, key=_thrown, reverse=True))

    def documents(self) -> tuple[tuple[str, str], ...]:
        """The ids and titles of the documents, what was thrown away last first."""
        with self._library.reading() as db:
            return tuple((row["id"], row["title"]) for row in rows(db, _DOCUMENTS))

    def delete(self, items: Iterable[Annotation | Bookmark]) -> int:
        """Take these notes and bookmarks away for good, if they are in the trash; how many."""
        with self._library.writing() as db:
            return sum(_delete_one(db, item) for item in items)

    def empty(self, before: datetime) -> int:
        """Take away for good the notes and bookmarks thrown away until then; how many."""
        with self._library.writing() as db:
            return sum(_delete(db, table, before) for table in ("annotation", "bookmark"))


def _delete(db: Database, table: str, before: datetime) -> int:
    sql = f"DELETE FROM {table} WHERE deleted IS NOT NULL AND deleted <= ?"
    deleted = int(db.execute(sql, (time_text(before),)).rowcount)
    if deleted:
        forget_gone(db, KINDS[table])
    return deleted


def _delete_one(db: Database, item: Annotation | Bookmark) -> int:
    table = "annotation" if isinstance(item, Annotation) else "bookmark"
    sql = f"DELETE FROM {table} WHERE deleted IS NOT NULL AND id = ?"
    deleted = int(db.execute(sql, (item.id,)).rowcount)
    if deleted:
        seal(db, KINDS[table], item.id)  # takes the seal away
    return deleted


def _thrown(trashed: Trashed) -> datetime:
    if trashed.item.deleted is None:
        raise ValueError("This is not in the trash.")
    return trashed.item.deleted

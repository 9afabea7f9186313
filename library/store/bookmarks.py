"""Bookmarks."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database

from library.model.annotation import Bookmark
from library.store.annotations import passage_columns, passage_in
from library.store.rows import (
    first_row,
    insert,
    rows,
    time_of,
    time_of_or_none,
    time_text,
    time_text_or_none,
)


def bookmarks_of(db: Database, document_id: str) -> tuple[Bookmark, ...]:
    """All bookmarks of the document, those in the trash too, in the order they were made."""
    sql = "SELECT * FROM bookmark WHERE document = ? ORDER BY made, id"
    return tuple(_bookmark(row) for row in rows(db, sql, (document_id,)))


def bookmark_of(db: Database, bookmark_id: str) -> Bookmark | None:
    row = first_row(db, "SELECT * FROM bookmark WHERE id = ?", (bookmark_id,))
    return None if row is None else _bookmark(row)


def save_bookmark(db: Database, bookmark: Bookmark) -> None:
    """Write the bookmark in the place of what had its id."""
    remove_bookmark(db, bookmark.id)
    record = {
        "id": bookmark.id,
        "document": bookmark.document,
        "name": bookmark.name,
        "made": time_text(bookmark.made),
        "deleted": time_text_or_none(bookmark.deleted),
        "page": bookmark.page,
    }
    insert(db, "bookmark", [{**record, **passage_columns(bookmark.passage)}])


def remove_bookmark(db: Database, bookmark_id: str) -> None:
    db.execute("DELETE FROM bookmark WHERE id = ?", (bookmark_id,))


def _bookmark(row: sqlite3.Row) -> Bookmark:
    return Bookmark(
        id=row["id"],
        document=row["document"],
        name=row["name"],
        made=time_of(row["made"]),
        page=row["page"],
        passage=None if row["version"] is None else passage_in(row),
        deleted=time_of_or_none(row["deleted"]),
    )

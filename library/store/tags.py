"""Tags over the whole library: how often each is used, and how it looks."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from sqlite_utils import Database

from library.model.annotation import Annotation, Colour
from library.model.shelved import DocumentTag
from library.model.tag import TagStyle
from library.store.annotations import annotation_of
from library.store.connection import Connection
from library.store.document_marks import tags_of
from library.store.rows import first_row, insert, rows

_USED = """
SELECT name, count(*) AS uses FROM (
    SELECT DISTINCT t.name, a.id FROM tag t JOIN annotation a ON a.id = t.annotation
    WHERE a.deleted IS NULL
    UNION ALL SELECT name, document FROM document_tag
) GROUP BY name ORDER BY name COLLATE NOCASE
"""
_HOLDERS = """
SELECT a.id FROM tag t JOIN annotation a ON a.id = t.annotation WHERE t.name = ? ORDER BY a.made
"""


@dataclass(frozen=True, slots=True)
class TagUse:
    """A tag, and how many documents and annotations have it, without those in the trash."""

    name: str
    uses: int


class Tags:
    """The tags of a library."""

    def __init__(self, library: Connection) -> None:
        self._library = library

    def used(self) -> tuple[TagUse, ...]:
        """All tags by name."""
        with self._library.reading() as db:
            return tuple(TagUse(row["name"], row["uses"]) for row in rows(db, _USED))

    def holders(self, name: str) -> tuple[Annotation, ...]:
        """All annotations with this tag, of all documents, those in the trash too."""
        with self._library.reading() as db:
            found = (annotation_of(db, row["id"]) for row in rows(db, _HOLDERS, (name,)))
            return tuple(annotation for annotation in found if annotation is not None)

    def of_document(self, document_id: str) -> tuple[str, ...]:
        """Those of the document itself, by name."""
        with self._library.reading() as db:
            return tags_of(db, [document_id])[document_id]

    def documents(self, name: str) -> tuple[DocumentTag, ...]:
        """Which documents have this tag."""
        sql = "SELECT document FROM document_tag WHERE name = ? ORDER BY document"
        with self._library.reading() as db:
            return tuple(DocumentTag(row["document"], name) for row in rows(db, sql, (name,)))

    def styles(self) -> tuple[TagStyle, ...]:
        """The tags that the reader gave a colour."""
        with self._library.reading() as db:
            return tuple(_style(row) for row in rows(db, "SELECT * FROM tag_style ORDER BY name"))


def tag_style_of(db: Database, name: str) -> TagStyle | None:
    row = first_row(db, "SELECT * FROM tag_style WHERE name = ?", (name,))
    return None if row is None else _style(row)


def save_tag_style(db: Database, style: TagStyle) -> None:
    remove_tag_style(db, style.id)
    insert(db, "tag_style", [{"name": style.id, "colour": style.colour.value}])


def remove_tag_style(db: Database, name: str) -> None:
    db.execute("DELETE FROM tag_style WHERE name = ?", (name,))


def _style(row: sqlite3.Row) -> TagStyle:
    return TagStyle(row["name"], Colour(row["colour"]))

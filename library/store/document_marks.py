"""What the reader marks whole documents with: tags, and that they are to be read."""

from __future__ import annotations

from collections.abc import Collection

from sqlite_utils import Database

from library.model.shelved import DocumentTag, ToRead
from library.store.rows import IN_LIST, first_row, rows_by, storable, time_of, time_text

_TAGS = f"SELECT * FROM document_tag WHERE document {IN_LIST} ORDER BY document, name"
_TAG = "SELECT document, name FROM document_tag WHERE id = ?"


def tags_of(db: Database, ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """By the document's id, in the order of their names."""
    found = rows_by(db, "document", _TAGS, ids)
    return {id_: tuple(row["name"] for row in some) for id_, some in found.items()}


def document_tag_of(db: Database, tag_id: str) -> DocumentTag | None:
    row = first_row(db, _TAG, (tag_id,))
    return None if row is None else DocumentTag(row["document"], row["name"])


def save_document_tag(db: Database, tag: DocumentTag) -> None:
    values = storable(tag.id), tag.document, storable(tag.name)
    db.execute("INSERT OR REPLACE INTO document_tag VALUES (?, ?, ?)", values)


def remove_document_tag(db: Database, tag_id: str) -> None:
    db.execute("DELETE FROM document_tag WHERE id = ?", (storable(tag_id),))


def to_read_of(db: Database, document_id: str) -> ToRead | None:
    row = first_row(db, "SELECT made FROM to_read WHERE document = ?", (document_id,))
    return None if row is None else ToRead(document_id, time_of(row["made"]))


def save_to_read(db: Database, mark: ToRead) -> None:
    db.execute("INSERT OR REPLACE INTO to_read VALUES (?, ?)", (mark.id, time_text(mark.made)))


def remove_to_read(db: Database, document_id: str) -> None:
    db.execute("DELETE FROM to_read WHERE document = ?", (document_id,))

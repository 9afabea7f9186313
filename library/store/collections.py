"""Collections: which documents the reader put together, and which collection lies in which."""

from __future__ import annotations

from sqlite_utils import Database

from library.store.rows import rows

_INSIDE = """
WITH RECURSIVE inside(id) AS (
    SELECT ? UNION SELECT c.id FROM collection c JOIN inside i ON c.parent = i.id
) SELECT id FROM inside
"""


def collections_of(db: Database, document_id: str) -> tuple[str, ...]:
    """The ids of the collections that hold the document itself."""
    sql = "SELECT collection FROM collection_document WHERE document = ? ORDER BY collection"
    return tuple(row["collection"] for row in rows(db, sql, (document_id,)))


def inside(db: Database, collection_id: str) -> tuple[str, ...]:
    """The id of the collection, and of all that lie in it, however deep."""
    return tuple(row["id"] for row in rows(db, _INSIDE, (collection_id,)))

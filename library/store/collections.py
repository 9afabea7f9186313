"""Collections: which documents the reader put together, and which collection lies in which."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection as CollectionOf

from sqlite_utils import Database

from library.errors import CollectionInItself
from library.model.shelved import Collection, Membership, SmartCollection, ToRead
from library.store.connection import Connection
from library.store.document_marks import to_read_of
from library.store.rows import IN_LIST, first_row, rows, rows_by, storable

_INSIDE = """
WITH RECURSIVE inside(id) AS (
    SELECT ? UNION SELECT c.id FROM collection c JOIN inside i ON c.parent = i.id
) SELECT id FROM inside
"""
# Not replaced: a row that goes takes along what is in it.
_SAVE = """
INSERT INTO collection (id, parent, place, name) VALUES (:id, :parent, :place, :name)
ON CONFLICT (id) DO UPDATE SET parent = :parent, place = :place, name = :name
"""
_SAVE_SMART = """
INSERT INTO smart_collection (id, place, name, asked) VALUES (:id, :place, :name, :asked)
ON CONFLICT (id) DO UPDATE SET place = :place, name = :name, asked = :asked
"""
_MEMBER = "SELECT collection, document FROM membership WHERE id = ?"
_HOLDING = f"SELECT * FROM membership WHERE document {IN_LIST} ORDER BY document, collection"


class Collections:
    """The collections of a library."""

    def __init__(self, library: Connection) -> None:
        self._library = library

    def all(self) -> tuple[Collection, ...]:
        """In the order of their places; which lies in which, they say themselves."""
        with self._library.reading() as db:
            return tuple(map(_collection, rows(db, "SELECT * FROM collection ORDER BY place, id")))

    def smart(self) -> tuple[SmartCollection, ...]:
        """The saved searches, in the order of their places."""
        with self._library.reading() as db:
            found = rows(db, "SELECT * FROM smart_collection ORDER BY place, id")
            return tuple(map(_smart, found))

    def inside(self, collection_id: str) -> tuple[str, ...]:
        """The id of the collection, and of all that lie in it, however deep."""
        with self._library.reading() as db:
            return inside(db, collection_id)

    def members(self, collection_id: str) -> tuple[str, ...]:
        """The ids of the documents in the collection itself, those in the trash too."""
        sql = "SELECT document FROM membership WHERE collection = ? ORDER BY document"
        with self._library.reading() as db:
            return tuple(row["document"] for row in rows(db, sql, (collection_id,)))

    def to_read(self, document_id: str) -> ToRead | None:
        """Since when the document is to be read; None where it is not."""
        with self._library.reading() as db:
            return to_read_of(db, document_id)

    def of(self, document_id: str) -> tuple[str, ...]:
        """The ids of the collections that hold the document itself."""
        with self._library.reading() as db:
            return collections_of(db, [document_id])[document_id]


def collections_of(db: Database, ids: CollectionOf[str]) -> dict[str, tuple[str, ...]]:
    """By the document's id, the ids of the collections that hold the document itself."""
    found = rows_by(db, "document", _HOLDING, ids)
    return {id_: tuple(row["collection"] for row in some) for id_, some in found.items()}


def inside(db: Database, collection_id: str) -> tuple[str, ...]:
    """The id of the collection, and of all that lie in it, however deep."""
    return tuple(row["id"] for row in rows(db, _INSIDE, (collection_id,)))


def collection_of(db: Database, collection_id: str) -> Collection | None:
    row = first_row(db, "SELECT * FROM collection WHERE id = ?", (collection_id,))
    return None if row is None else _collection(row)


def save_collection(db: Database, collection: Collection) -> None:
    """Raises `CollectionInItself`."""
    if collection.parent and collection.parent in inside(db, collection.id):
        raise CollectionInItself(collection.name)
    db.execute(
        _SAVE,
        {
            "id": collection.id,
            "parent": collection.parent or None,
            "place": collection.place,
            "name": storable(collection.name),
        },
    )


def remove_collection(db: Database, collection_id: str) -> None:
    """What is in it must be taken out first, by edits of its own: undo brings it back."""
    db.execute("DELETE FROM collection WHERE id = ?", (collection_id,))


def membership_of(db: Database, membership_id: str) -> Membership | None:
    row = first_row(db, _MEMBER, (membership_id,))
    return None if row is None else Membership(row["collection"], row["document"])


def save_membership(db: Database, membership: Membership) -> None:
    values = membership.id, membership.collection, membership.document
    db.execute("INSERT OR REPLACE INTO membership VALUES (?, ?, ?)", values)


def remove_membership(db: Database, membership_id: str) -> None:
    db.execute("DELETE FROM membership WHERE id = ?", (membership_id,))


def smart_collection_of(db: Database, collection_id: str) -> SmartCollection | None:
    row = first_row(db, "SELECT * FROM smart_collection WHERE id = ?", (collection_id,))
    return None if row is None else _smart(row)


def save_smart_collection(db: Database, smart: SmartCollection) -> None:
    values = {"id": smart.id, "place": smart.place, "name": smart.name, "asked": smart.asked}
    db.execute(_SAVE_SMART, {name: storable(value) for name, value in values.items()})


def remove_smart_collection(db: Database, collection_id: str) -> None:
    db.execute("DELETE FROM smart_collection WHERE id = ?", (collection_id,))


def _collection(row: sqlite3.Row) -> Collection:
    return Collection(row["id"], row["name"], row["parent"] or "", row["place"])


def _smart(row: sqlite3.Row) -> SmartCollection:
    return SmartCollection(row["id"], row["name"], row["asked"], row["place"])

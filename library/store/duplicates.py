"""What documents are compared by, and which of them the reader says are not the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from library.model.shelved import Distinct
from library.store.connection import Connection
from library.store.rows import first_row, rows, storable

_IDS = "SELECT id FROM document WHERE deleted IS NULL ORDER BY added, id"
_RECORD = "SELECT record_id, url, repository FROM document WHERE id = ?"
_DIGESTS = "SELECT digest FROM document_file WHERE document = ? ORDER BY place"
_TEXTS = """
SELECT text FROM version v JOIN version_text t ON t.version = v.id
WHERE document = ? ORDER BY place
"""
_FIND = "SELECT one, other FROM distinct_document WHERE id = ?"


@dataclass(frozen=True, slots=True)
class Looked:
    """A document, as far as it is compared; "" is what its record does not say."""

    document: str
    digests: tuple[str, ...]
    record_id: str
    url: str
    repository: str
    texts: tuple[str, ...]


class Duplicates:
    """What of a library is compared."""

    def __init__(self, library: Connection) -> None:
        self._library = library

    def documents(self) -> tuple[str, ...]:
        """The ids of those that are not in the trash, in the order they came."""
        with self._library.reading() as db:
            return tuple(row["id"] for row in rows(db, _IDS))

    def look_at(self, document_ids: Sequence[str]) -> tuple[Looked, ...]:
        """Those of the documents that are there."""
        with self._library.reading() as db:
            found = (_looked(db, each) for each in document_ids)
            return tuple(looked for looked in found if looked is not None)

    def distinct(self) -> frozenset[tuple[str, str]]:
        """The ids of those that the reader says are not the same, the lesser first."""
        with self._library.reading() as db:
            found = rows(db, "SELECT one, other FROM distinct_document")
        return frozenset((row["one"], row["other"]) for row in found)


def distinct_of(db: Database, distinct_id: str) -> Distinct | None:
    row = first_row(db, _FIND, (distinct_id,))
    return None if row is None else Distinct(row["one"], row["other"])


def save_distinct(db: Database, said: Distinct) -> None:
    values = storable(said.id), storable(said.one), storable(said.other)
    db.execute("INSERT OR REPLACE INTO distinct_document VALUES (?, ?, ?)", values)


def remove_distinct(db: Database, distinct_id: str) -> None:
    db.execute("DELETE FROM distinct_document WHERE id = ?", (storable(distinct_id),))


def _looked(db: Database, document_id: str) -> Looked | None:
    row = first_row(db, _RECORD, (document_id,))
    if row is None:
        return None
    digests = tuple(each["digest"] for each in rows(db, _DIGESTS, (document_id,)))
    texts = tuple(each["text"] for each in rows(db, _TEXTS, (document_id,)))
    named = (row["record_id"] or "", row["url"] or "", row["repository"] or "")
    return Looked(document_id, digests, *named, texts)

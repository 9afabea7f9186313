"""People: who appears in which documents, and which names are one person's."""

from __future__ import annotations

from collections.abc import Collection, Generator, Iterable, Mapping

from sqlite_utils import Database

from library.model.person import Person, PersonName
from library.progress import Progress
from library.shelving.joining_people import variants_by_person
from library.shelving.likely_variants import Likely, likely_variants
from library.store.connection import Connection
from library.store.rows import IN_LIST, first_row, rows, rows_by, storable

FIELDS = "'+creator', 'contributors', 'present'"  # of the record, that name people
_NAMED = f"field IN ({FIELDS})"
_PEOPLE = f"""
SELECT coalesce(n.person, r.value) AS name, count(DISTINCT r.document) AS documents
FROM record_list r JOIN document d ON d.id = r.document LEFT JOIN person_name n ON n.name = r.value
WHERE {_NAMED} AND d.deleted IS NULL GROUP BY 1 ORDER BY 2 DESC, 1
"""
_DOCUMENTS = f"""
SELECT DISTINCT r.document FROM record_list r JOIN document d ON d.id = r.document
WHERE {_NAMED} AND d.deleted IS NULL AND (r.value = :person OR
    r.value IN (SELECT name FROM person_name WHERE person = :person))
AND NOT EXISTS (SELECT 1 FROM person_name n WHERE n.name = r.value AND n.person <> :person)
ORDER BY d.added, d.rowid
"""
_NAMING = f"SELECT DISTINCT document FROM record_list WHERE {_NAMED} AND value = ?"
_OF = f"""
SELECT DISTINCT r.document, n.person FROM record_list r JOIN person_name n ON n.name = r.value
WHERE r.document {IN_LIST} AND {_NAMED} ORDER BY r.document, n.person
"""


class People:
    """The people of a library."""

    def __init__(self, library: Connection) -> None:
        self._library = library

    def all(self) -> tuple[Person, ...]:
        """Those of the most documents first.  Reads all names: for a job."""
        with self._library.reading() as db:
            found = rows(db, _PEOPLE)
            variants = variants_by_person(said(db))
        return tuple(
            Person(row["name"], row["documents"], tuple(variants.get(row["name"], ())))
            for row in found
        )

    def said(self) -> Mapping[str, str]:
        """What the reader joined: the person, by each other name."""
        with self._library.reading() as db:
            return said(db)

    def documents(self, person: str) -> tuple[str, ...]:
        """The ids of the documents that the person appears in under any name, as they came."""
        with self._library.reading() as db:
            return tuple(row["document"] for row in rows(db, _DOCUMENTS, {"person": person}))

    def looking(
        self,
    ) -> Generator[Progress, None, tuple[tuple[Person, ...], tuple[Likely, ...]]]:
        """All people, and those of them that may be one; for a thread beside the window."""
        yield Progress(0, 2, "Reading who appears in your documents")
        people = self.all()
        yield Progress(1, 2, "Comparing names")
        return people, likely_variants(people)


def said(db: Database) -> Mapping[str, str]:
    return {row["name"]: row["person"] for row in rows(db, "SELECT * FROM person_name")}


def naming(db: Database, names: Iterable[str]) -> frozenset[str]:
    """The ids of all documents that have one of these names, as they are written."""
    found = (row["document"] for name in names for row in rows(db, _NAMING, (name,)))
    return frozenset(found)


def joined_people(db: Database, ids: Collection[str]) -> dict[str, tuple[str, ...]]:
    """By the document's id, whom the reader says that names in it are of."""
    found = rows_by(db, "document", _OF, ids)
    return {id_: tuple(row["person"] for row in some) for id_, some in found.items()}


def person_name_of(db: Database, name: str) -> PersonName | None:
    row = first_row(db, "SELECT * FROM person_name WHERE name = ?", (name,))
    return None if row is None else PersonName(row["name"], row["person"])


def save_person_name(db: Database, item: PersonName) -> None:
    values = storable(item.id), storable(item.person)
    db.execute("INSERT OR REPLACE INTO person_name VALUES (?, ?)", values)


def remove_person_name(db: Database, name: str) -> None:
    db.execute("DELETE FROM person_name WHERE name = ?", (storable(name),))

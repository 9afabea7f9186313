"""The texts of documents."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from sqlite_utils import Database

from library.model.document import Document, Paragraph, ParagraphRole, Version, VersionKind
from library.store.ids import new_id
from library.store.rows import IN_LIST, first_row, insert, rows, rows_by, storable
from library.store.safety.kinds import KINDS
from library.store.safety.seals import seal

_VERSIONS = """
SELECT v.id, document, label, kind, language, text
FROM version v JOIN version_text t ON t.version = v.id
"""
_OF_DOCUMENTS = f"{_VERSIONS} WHERE document {IN_LIST} ORDER BY document, place"
_PAGES = f"SELECT * FROM version_page WHERE version {IN_LIST} ORDER BY version, place"
_PARAGRAPHS = f"""
SELECT start, stop, indent, role, number, version FROM paragraph
WHERE version {IN_LIST} ORDER BY version, place
"""


def add_versions(db: Database, document: Document) -> None:
    placed = enumerate(document.versions)
    insert(db, "version", (_version_row(document.id, place, each) for place, each in placed))
    _add_contents(db, document.versions)


def append_version(db: Database, document_id: str, version: Version) -> Version:
    """Write one more text of a document under an id of its own."""
    version = replace(version, id=new_id())
    sql = "SELECT coalesce(max(place) + 1, 0) AS place FROM version WHERE document = ?"
    ((place,),) = rows(db, sql, (document_id,))
    insert(db, "version", [_version_row(document_id, place, version)])
    _add_contents(db, (version,))
    return version


def versions_of(db: Database, ids: Collection[str]) -> dict[str, tuple[Version, ...]]:
    """By the document's id, in the order of their places."""
    found = rows_by(db, "document", _OF_DOCUMENTS, ids)
    versions = _versions(db, [row for some in found.values() for row in some])
    return {id_: tuple(versions[row["id"]] for row in some) for id_, some in found.items()}


def version_of(db: Database, version_id: str) -> tuple[str, Version] | None:
    """The version, and the id of its document before it."""
    row = first_row(db, f"{_VERSIONS} WHERE v.id = ?", (version_id,))
    return None if row is None else (row["document"], _versions(db, [row])[version_id])


def replace_contents(db: Database, version: Version, wording: str) -> None:
    """Write what the version says in the place of what it said; `wording` is its digest."""
    db.execute(
        "UPDATE version_text SET text = ?, wording = ? WHERE version = ?",
        (storable(version.text), wording, version.id),
    )
    db.execute("DELETE FROM version_page WHERE version = ?", (version.id,))
    db.execute("DELETE FROM paragraph WHERE version = ?", (version.id,))
    insert(db, "version_page", _page_rows(version))
    insert(db, "paragraph", _paragraph_rows(version))
    seal(db, KINDS["version"], version.id)


def _versions(db: Database, found: Sequence[sqlite3.Row]) -> dict[str, Version]:
    """By id, from rows of `_VERSIONS`."""
    ids = [row["id"] for row in found]
    pages = rows_by(db, "version", _PAGES, ids)
    paragraphs = rows_by(db, "version", _PARAGRAPHS, ids)
    return {row["id"]: _version(row, pages[row["id"]], paragraphs[row["id"]]) for row in found}


def _version(
    row: sqlite3.Row, pages: Sequence[sqlite3.Row], paragraphs: Iterable[sqlite3.Row]
) -> Version:
    return Version(
        id=row["id"],
        label=row["label"],
        kind=VersionKind(row["kind"]),
        language=row["language"],
        pages=tuple(p["page"] for p in pages if p["page"] is not None),
        text=row["text"],
        paragraphs=tuple(map(_paragraph, paragraphs)),
        page_starts=tuple(p["start"] for p in pages if p["start"] is not None),
    )


def _paragraph(row: sqlite3.Row) -> Paragraph:
    start, stop, indent, role, number, _version = row
    return Paragraph(start, stop, indent, ParagraphRole(role), number)


def _add_contents(db: Database, versions: Sequence[Version]) -> None:
    insert(db, "version_text", ({"version": v.id, "text": v.text} for v in versions))
    insert(db, "version_page", (row for v in versions for row in _page_rows(v)))
    insert(db, "paragraph", (row for v in versions for row in _paragraph_rows(v)))
    for version in versions:
        seal(db, KINDS["version"], version.id)


def _version_row(document_id: str, place: int, version: Version) -> Mapping[str, object]:
    return {
        "id": version.id,
        "document": document_id,
        "place": place,
        "label": version.label,
        "kind": version.kind.value,
        "language": version.language,
    }


def _page_rows(version: Version) -> Iterable[Mapping[str, object]]:
    for place, (page, start) in enumerate(zip_longest(version.pages, version.page_starts)):
        yield {"version": version.id, "place": place, "page": page, "start": start}


def _paragraph_rows(version: Version) -> Iterable[Mapping[str, object]]:
    for place, paragraph in enumerate(version.paragraphs):
        yield {
            "version": version.id,
            "place": place,
            "start": paragraph.start,
            "stop": paragraph.end,
            "indent": paragraph.indent,
            "role": paragraph.role.value,
            "number": paragraph.number,
        }

"""The texts of documents."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest

from sqlite_utils import Database

from library.model.document import Document, Paragraph, ParagraphRole, Version, VersionKind
from library.store.ids import new_id
from library.store.rows import first_row, insert, rows, storable
from library.store.safety.kinds import KINDS
from library.store.safety.seals import seal


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


def versions_of(db: Database, document_id: str) -> tuple[Version, ...]:
    sql = (
        "SELECT v.id, label, kind, language, text FROM version v "
        "JOIN version_text t ON t.version = v.id WHERE document = ? ORDER BY place"
    )
    return tuple(_version(db, row) for row in rows(db, sql, (document_id,)))


def version_of(db: Database, version_id: str) -> tuple[str, Version] | None:
    """The version, and the id of its document before it."""
    sql = (
        "SELECT v.id, label, kind, language, text, document FROM version v "
        "JOIN version_text t ON t.version = v.id WHERE v.id = ?"
    )
    row = first_row(db, sql, (version_id,))
    return None if row is None else (row["document"], _version(db, row))


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


def _version(db: Database, row: sqlite3.Row) -> Version:
    sql = "SELECT page, start FROM version_page WHERE version = ? ORDER BY place"
    pages = rows(db, sql, (row["id"],))
    return Version(
        id=row["id"],
        label=row["label"],
        kind=VersionKind(row["kind"]),
        language=row["language"],
        pages=tuple(p["page"] for p in pages if p["page"] is not None),
        text=row["text"],
        paragraphs=_paragraphs(db, row["id"]),
        page_starts=tuple(p["start"] for p in pages if p["start"] is not None),
    )


def _paragraphs(db: Database, version_id: str) -> tuple[Paragraph, ...]:
    sql = "SELECT start, stop, indent, role, number FROM paragraph WHERE version = ? ORDER BY place"
    return tuple(
        Paragraph(start, stop, indent, ParagraphRole(role), number)
        for start, stop, indent, role, number in rows(db, sql, (version_id,))
    )


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

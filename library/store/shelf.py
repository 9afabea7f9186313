"""The library's table, read without the texts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from sqlite_utils import Database

from library.model.document import VersionKind
from library.model.reading import ShelfEntry
from library.model.record import ArchiveDate
from library.store.rows import IN_LIST, listed, rows, time_of, time_of_or_none

_LISTS = "'language_codes', 'present', 'contributors', '+creator'"
SHELF = f"""
SELECT id, title, date_shown, date_edtf, scan_pages, added, last_read, deleted,
    repository, collection, container, head_classification,
    (SELECT count(*) FROM annotation a WHERE a.document = d.id AND a.deleted IS NULL)
    + (SELECT count(*) FROM bookmark b WHERE b.document = d.id AND b.deleted IS NULL) AS notes,
    (SELECT json_group_array(json_array(field, value)) FROM (
        SELECT field, CASE field WHEN 'language_codes' THEN value
            ELSE coalesce((SELECT person FROM person_name n WHERE n.name = r.value), value)
            END AS value
        FROM record_list r
        WHERE r.document = d.id AND r.field IN ({_LISTS}) ORDER BY field, place)) AS lists,
    (SELECT json_group_array(json_array(kind, language)) FROM (
        SELECT kind, language FROM version v WHERE v.document = d.id
        ORDER BY kind = 'translation', place)) AS versions,
    (SELECT json_group_array(name) FROM (
        SELECT t.name FROM tag t JOIN annotation a ON a.id = t.annotation
        WHERE a.document = d.id AND a.deleted IS NULL
        UNION SELECT name FROM document_tag WHERE document = d.id ORDER BY name)) AS tags,
    EXISTS (SELECT 1 FROM to_read WHERE document = d.id) AS to_read
    , (SELECT max(part) FROM (
        SELECT min(1.0, sum(c.stop - c.start) * 1.0 / max(length(t.text), 1)) AS part
        FROM checked c JOIN version_text t ON t.version = c.version
        WHERE c.document = d.id AND c.deleted IS NULL AND c.state = 'checked'
        GROUP BY c.version)) AS checked,
    EXISTS (SELECT 1 FROM bookmark b WHERE b.document = d.id AND b.deleted IS NULL
        AND b.page IS NULL AND b.version IS NULL) AS starred
FROM document d
"""
_KINDS = {
    VersionKind.TRANSCRIPT: "transcript",
    VersionKind.TEXT: "transcript",
    VersionKind.TRANSLATION: "translation",
    VersionKind.RECOGNISED: "recognised",
}


def shelf(db: Database) -> tuple[ShelfEntry, ...]:
    """The documents that are not in the trash, in the order they came."""
    found = rows(db, f"{SHELF} WHERE deleted IS NULL ORDER BY added, d.rowid")
    return tuple(_entry(row) for row in found)


def entries_of(db: Database, ids: Sequence[str]) -> dict[str, ShelfEntry]:
    """What the shelf shows of these documents, be they in the trash."""
    found = rows(db, f"{SHELF} WHERE id {IN_LIST}", (listed(ids),))
    return {row["id"]: _entry(row) for row in found}


def _entry(row: sqlite3.Row) -> ShelfEntry:
    shown = row["date_shown"]
    lists: dict[str, list[str]] = {}
    for field, value in json.loads(row["lists"]):
        lists.setdefault(field, []).append(value)
    versions = json.loads(row["versions"])
    spoken = [*lists.get("language_codes", ()), *(code for _, code in versions if code)]
    named = (lists.get(each, ()) for each in ("+creator", "present", "contributors"))
    people = [person for names in named for person in names]
    return ShelfEntry(
        id=row["id"],
        title=row["title"],
        date=None if shown is None else ArchiveDate(shown, row["date_edtf"]),
        languages=tuple(dict.fromkeys(spoken)),  # those of the original first
        pages=row["scan_pages"],
        notes=row["notes"],
        added=time_of(row["added"]),
        last_read=time_of_or_none(row["last_read"]),
        starred=bool(row["starred"]),
        checked=row["checked"] or 0.0,
        repository=row["repository"] or "",
        archive_collection=row["collection"] or "",
        container=row["container"] or "",
        classification=row["head_classification"] or "",
        people=tuple(dict.fromkeys(people)),
        tags=tuple(json.loads(row["tags"])),
        has=_has(row, [kind for kind, _ in versions]),
        to_read=bool(row["to_read"]),
        in_trash=row["deleted"] is not None,
    )


def _has(row: sqlite3.Row, kinds: Sequence[str]) -> tuple[str, ...]:
    texts = dict.fromkeys(_KINDS[VersionKind(kind)] for kind in kinds)
    scan = ("scan",) if row["scan_pages"] else ()
    return (*scan, *texts, *(("notes",) if row["notes"] else ()))

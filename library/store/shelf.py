"""The library's table, read at once and without the texts."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database

from library.model.reading import ShelfEntry
from library.model.record import ArchiveDate
from library.store.rows import rows, time_of, time_of_or_none

SHELF = """
SELECT id, title, date_shown, date_edtf, scan_pages, added, last_read,
    (SELECT count(*) FROM annotation a WHERE a.document = d.id AND a.deleted IS NULL)
    + (SELECT count(*) FROM bookmark b WHERE b.document = d.id AND b.deleted IS NULL) AS notes,
    (SELECT group_concat(value, ' ') FROM (
        SELECT value FROM record_list r
        WHERE r.document = d.id AND r.field = 'language_codes' ORDER BY place)) AS originals,
    (SELECT group_concat(language, ' ') FROM (
        SELECT language FROM version v WHERE v.document = d.id AND language IS NOT NULL
        ORDER BY kind = 'translation', place)) AS languages
    , (SELECT max(part) FROM (
        SELECT min(1.0, sum(c.stop - c.start) * 1.0 / max(length(t.text), 1)) AS part
        FROM checked c JOIN version_text t ON t.version = c.version
        WHERE c.document = d.id AND c.deleted IS NULL AND c.state = 'checked'
        GROUP BY c.version)) AS checked,
    EXISTS (SELECT 1 FROM bookmark b WHERE b.document = d.id AND b.deleted IS NULL
        AND b.page IS NULL AND b.version IS NULL) AS starred
FROM document d WHERE deleted IS NULL ORDER BY added, d.rowid
"""


def shelf(db: Database) -> tuple[ShelfEntry, ...]:
    """The documents that are not in the trash, in the order they came."""
    return tuple(_entry(row) for row in rows(db, SHELF))


def _entry(row: sqlite3.Row) -> ShelfEntry:
    shown = row["date_shown"]
    return ShelfEntry(
        id=row["id"],
        title=row["title"],
        date=None if shown is None else ArchiveDate(shown, row["date_edtf"]),
        languages=_languages(row["originals"], row["languages"]),
        pages=row["scan_pages"],
        notes=row["notes"],
        added=time_of(row["added"]),
        last_read=time_of_or_none(row["last_read"]),
        starred=bool(row["starred"]),
        checked=row["checked"] or 0.0,
    )


def _languages(originals: str | None, texts: str | None) -> tuple[str, ...]:
    """Those of the original first, where the record names them."""
    return tuple(dict.fromkeys((*(originals or "").split(), *(texts or "").split())))

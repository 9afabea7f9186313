"""Stand-ins for documents and texts that are lost, so that the notes on them are not."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlite_utils import Database

from library.store.rows import insert, rows, time_text

TITLE = "A document that could not be read"
PROBLEM = "The library was damaged here. Add the file again; the notes on it are kept here."
_WITHOUT_TEXT = """
SELECT id AS version, '' AS text FROM version WHERE id NOT IN (SELECT version FROM version_text)
"""
_NOTED = "annotation", "bookmark", "own_link", "checked", "correction", "placement"


def stand_in_for_parents(db: Database) -> None:
    """Give everything that belongs to a lost document, or points into a lost text, another."""
    lost = {
        row["document"]
        for table in (*_NOTED, "version")
        for row in rows(db, _orphans(table, "document", "document"))
    }
    insert(db, "document", (_document(name) for name in sorted(lost)))
    pointing = {
        row["version"]: row["document"]
        for table in _NOTED[1:]
        for row in rows(db, _orphans(table, "version", "version"))
    }
    sql = (
        "SELECT t.version, a.document FROM target t JOIN annotation a ON a.id = t.annotation "
        "WHERE t.version IS NOT NULL AND t.version NOT IN (SELECT id FROM version)"
    )
    pointing |= {row["version"]: row["document"] for row in rows(db, sql)}
    insert(db, "version", (_version(name, of) for name, of in sorted(pointing.items())))
    found = rows(db, _WITHOUT_TEXT)
    insert(db, "version_text", (dict(row) for row in found))


def drop_orphans(db: Database) -> None:
    """Take away rows that belong to nothing, until there are none."""
    while found := {row[0] for row in db.execute("PRAGMA foreign_key_check")}:
        for table in found:
            for key in rows(db, f"PRAGMA foreign_key_list({table})"):
                if key["seq"] == 0:
                    _drop(db, table, key["id"])


def _drop(db: Database, table: str, number: int) -> None:
    pairs = [row for row in rows(db, f"PRAGMA foreign_key_list({table})") if row["id"] == number]
    parent = pairs[0]["table"]
    keys = [row["name"] for row in rows(db, f"PRAGMA table_info({parent})") if row["pk"]]
    same = " AND ".join(
        f"p.{pair['to'] or key} = {table}.{pair['from']}"
        for pair, key in zip(pairs, keys, strict=False)
    )
    given = " AND ".join(f"{pair['from']} IS NOT NULL" for pair in pairs)
    db.execute(
        f"DELETE FROM {table} WHERE {given} AND NOT EXISTS (SELECT 1 FROM {parent} p WHERE {same})"
    )


def _orphans(table: str, column: str, parent: str) -> str:
    return (
        f"SELECT * FROM {table} WHERE {column} IS NOT NULL "
        f"AND {column} NOT IN (SELECT id FROM {parent})"
    )


def _document(name: str) -> dict[str, object]:
    return {
        "id": name,
        "title": TITLE,
        "is_record": 0,
        "problem": PROBLEM,
        "scan_pages": 0,
        "added": time_text(datetime.now(UTC)),
    }


def _version(name: str, document: str) -> dict[str, object]:
    return {"id": name, "document": document, "place": 0, "label": "Text", "kind": "text"}

"""What was checked against the scan."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database

from library.model.checking import Check, CheckState
from library.store.annotations import passage_columns, passage_in
from library.store.rows import (
    first_row,
    insert,
    rows,
    time_of,
    time_of_or_none,
    time_text,
    time_text_or_none,
)


def checks_of(db: Database, document_id: str) -> tuple[Check, ...]:
    """Those of the document that were not taken back, in the order of their places."""
    sql = """
    SELECT * FROM checked WHERE document = ? AND deleted IS NULL ORDER BY version, start, made, id
    """
    return tuple(_check(row) for row in rows(db, sql, (document_id,)))


def check_of(db: Database, check_id: str) -> Check | None:
    row = first_row(db, "SELECT * FROM checked WHERE id = ?", (check_id,))
    return None if row is None else _check(row)


def save_check(db: Database, check: Check) -> None:
    """Write the check in the place of what had its id."""
    remove_check(db, check.id)
    record = {
        "id": check.id,
        "document": check.document,
        "state": check.state.value,
        "made": time_text(check.made),
        "deleted": time_text_or_none(check.deleted),
    }
    insert(db, "checked", [{**record, **passage_columns(check.passage)}])


def remove_check(db: Database, check_id: str) -> None:
    db.execute("DELETE FROM checked WHERE id = ?", (check_id,))


def _check(row: sqlite3.Row) -> Check:
    return Check(
        id=row["id"],
        document=row["document"],
        passage=passage_in(row),
        state=CheckState(row["state"]),
        made=time_of(row["made"]),
        deleted=time_of_or_none(row["deleted"]),
    )

"""The corrections that the reader laid over texts."""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database

from library.model.correction import Correction, CorrectionKind
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


def corrections_of(db: Database, document_id: str) -> tuple[Correction, ...]:
    """Those of the document that were not taken back, in the order of their places."""
    sql = """
    SELECT * FROM correction WHERE document = ? AND deleted IS NULL
    ORDER BY version, start, made, id
    """
    return tuple(_correction(row) for row in rows(db, sql, (document_id,)))


def correction_of(db: Database, correction_id: str) -> Correction | None:
    row = first_row(db, "SELECT * FROM correction WHERE id = ?", (correction_id,))
    return None if row is None else _correction(row)


def save_correction(db: Database, correction: Correction) -> None:
    """Write the correction in the place of what had its id."""
    remove_correction(db, correction.id)
    record = {
        "id": correction.id,
        "document": correction.document,
        "kind": correction.kind.value,
        "text": correction.text,
        "made": time_text(correction.made),
        "changed": time_text(correction.changed),
        "deleted": time_text_or_none(correction.deleted),
    }
    insert(db, "correction", [{**record, **passage_columns(correction.passage)}])


def remove_correction(db: Database, correction_id: str) -> None:
    db.execute("DELETE FROM correction WHERE id = ?", (correction_id,))


def _correction(row: sqlite3.Row) -> Correction:
    return Correction(
        id=row["id"],
        document=row["document"],
        kind=CorrectionKind(row["kind"]),
        passage=passage_in(row),
        made=time_of(row["made"]),
        changed=time_of(row["changed"]),
        text=row["text"],
        deleted=time_of_or_none(row["deleted"]),
    )

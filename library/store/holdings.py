"""Whether a document is in the library or in its trash."""

from __future__ import annotations

from sqlite_utils import Database

from library.model.change import Holding
from library.store.rows import first_row, time_of_or_none, time_text_or_none


def holding_of(db: Database, document_id: str) -> Holding | None:
    row = first_row(db, "SELECT deleted FROM document WHERE id = ?", (document_id,))
    return None if row is None else Holding(document_id, time_of_or_none(row["deleted"]))


def save_holding(db: Database, holding: Holding) -> None:
    deleted = time_text_or_none(holding.deleted)
    db.execute("UPDATE document SET deleted = ? WHERE id = ?", (deleted, holding.id))

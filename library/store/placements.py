"""Where the reader says that passages stand."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from sqlite_utils import Database

from library.model.annotation import Passage
from library.model.placement import Placement
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


def placements_of(db: Database, document_id: str) -> tuple[Placement, ...]:
    """Those of the document that were not taken back, in the order they were made."""
    sql = "SELECT * FROM placement WHERE document = ? AND deleted IS NULL ORDER BY made, id"
    return tuple(_placement(row) for row in rows(db, sql, (document_id,)))


def placement_of(db: Database, placement_id: str) -> Placement | None:
    row = first_row(db, "SELECT * FROM placement WHERE id = ?", (placement_id,))
    return None if row is None else _placement(row)


def save_placement(db: Database, placement: Placement) -> None:
    """Write the placement in the place of what had its id."""
    remove_placement(db, placement.id)
    record = {
        "id": placement.id,
        "document": placement.document,
        "made": time_text(placement.made),
        "deleted": time_text_or_none(placement.deleted),
    }
    now = _now_columns(placement.place)
    insert(db, "placement", [{**record, **passage_columns(placement.passage), **now}])


def remove_placement(db: Database, placement_id: str) -> None:
    db.execute("DELETE FROM placement WHERE id = ?", (placement_id,))


def _now_columns(place: Passage | None) -> Mapping[str, object]:
    return {
        "now_start": place and place.start,
        "now_stop": place and place.end,
        "now_quote": place and place.quote,
        "now_before": place and place.before,
        "now_after": place and place.after,
    }


def _placement(row: sqlite3.Row) -> Placement:
    return Placement(
        id=row["id"],
        document=row["document"],
        passage=passage_in(row),
        place=None if row["now_start"] is None else _place(row),
        made=time_of(row["made"]),
        deleted=time_of_or_none(row["deleted"]),
    )


def _place(row: sqlite3.Row) -> Passage:
    now = (row[name] for name in ("now_start", "now_stop", "now_quote", "now_before", "now_after"))
    return Passage(row["version"], *now)

"""Where the reader left each document, and what the window remembers."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

from sqlite_utils import Database

from library.model.reading import Arrangement, Fit, ReadingPosition
from library.store.rows import first_row, storable, time_text

JSON = None | bool | int | float | str | list["JSON"] | dict[str, "JSON"]


def position_of(db: Database, document_id: str) -> ReadingPosition | None:
    row = first_row(db, "SELECT * FROM reading_position WHERE document = ?", (document_id,))
    if row is None:
        return None
    return ReadingPosition(
        page=row["page"],
        page_offset=row["page_offset"],
        fit=Fit(row["fit"]),
        zoom=row["zoom"],
        rotation=row["rotation"],
        single_page=bool(row["single_page"]),
        version=row["version"],
        offset=row["text_offset"],
        arrangement=Arrangement(row["arrangement"]),
        divider=row["divider"],
        beside=row["beside"],
    )


def save_position(db: Database, document_id: str, position: ReadingPosition, now: datetime) -> None:
    """Keep the position, and that the document was read now."""
    record = asdict(position)
    record["text_offset"] = record.pop("offset")
    db.table("reading_position").insert({"document": document_id, **record}, replace=True)
    db.execute("UPDATE document SET last_read = ? WHERE id = ?", (time_text(now), document_id))


def remember(db: Database, key: str, value: JSON) -> None:
    """Keep a value of the window's under a name."""
    record = {"key": storable(key), "value": json.dumps(value)}
    db.table("remembered").insert(record, replace=True)


def recall(db: Database, key: str) -> JSON:
    """The value kept under this name; None where there is none."""
    row = first_row(db, "SELECT value FROM remembered WHERE key = ?", (storable(key),))
    value: JSON = None if row is None else json.loads(row["value"])
    return value

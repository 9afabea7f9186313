"""The links that the reader made."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import astuple

from sqlite_utils import Database

from library.model.annotation import Region
from library.model.geometry import Box
from library.model.own_link import OwnLink
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


def own_links_of(db: Database, document_id: str) -> tuple[OwnLink, ...]:
    """Those of the document that were not taken back, in the order they were made."""
    sql = "SELECT * FROM own_link WHERE document = ? AND deleted IS NULL ORDER BY made, id"
    return tuple(_own_link(row) for row in rows(db, sql, (document_id,)))


def own_link_of(db: Database, link_id: str) -> OwnLink | None:
    row = first_row(db, "SELECT * FROM own_link WHERE id = ?", (link_id,))
    return None if row is None else _own_link(row)


def save_own_link(db: Database, link: OwnLink) -> None:
    """Write the link in the place of what had its id."""
    remove_own_link(db, link.id)
    record = {
        "id": link.id,
        "document": link.document,
        "made": time_text(link.made),
        "deleted": time_text_or_none(link.deleted),
        "page": link.region.page,
        "boxes": json.dumps([astuple(box) for box in link.region.boxes]),
    }
    insert(db, "own_link", [{**record, **passage_columns(link.passage)}])


def remove_own_link(db: Database, link_id: str) -> None:
    db.execute("DELETE FROM own_link WHERE id = ?", (link_id,))


def _own_link(row: sqlite3.Row) -> OwnLink:
    boxes = tuple(Box(*edges) for edges in json.loads(row["boxes"]))
    return OwnLink(
        id=row["id"],
        document=row["document"],
        passage=passage_in(row),
        region=Region(row["page"], boxes),
        made=time_of(row["made"]),
        deleted=time_of_or_none(row["deleted"]),
    )

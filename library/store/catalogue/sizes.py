"""How many documents are where."""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database

from library.shelving.question import Place, PlaceKind
from library.store.catalogue.asking import RECENT
from library.store.rows import first_row, rows

_AT_MOST = f"""
SELECT count(*) FROM (SELECT 1 FROM shelf_row WHERE in_trash = 0 {{}} LIMIT {RECENT})
"""
_SIZES = {
    PlaceKind.ALL: "SELECT count(*) FROM shelf_row WHERE in_trash = 0",
    PlaceKind.STARRED: "SELECT count(*) FROM shelf_row WHERE starred AND +in_trash = 0",
    PlaceKind.TO_READ: "SELECT count(*) FROM shelf_row WHERE to_read AND +in_trash = 0",
    PlaceKind.RECENTLY_READ: _AT_MOST.format("AND by_last_read IS NOT NULL"),
    PlaceKind.RECENTLY_ADDED: _AT_MOST.format(""),
    PlaceKind.TRASH: "SELECT count(*) FROM shelf_row WHERE in_trash = 1",
}
_MEMBERS = """
SELECT m.collection, count(*) AS members FROM shelf_member m
JOIN shelf_row r ON r.number = m.number WHERE r.in_trash = 0 GROUP BY m.collection
"""


def sizes(db: Database) -> Mapping[Place, int]:
    found = {}
    for kind, sql in _SIZES.items():
        row = first_row(db, sql)
        found[Place(kind)] = 0 if row is None else int(row[0])
    for row in rows(db, _MEMBERS):
        found[Place(PlaceKind.COLLECTION, row["collection"])] = int(row["members"])
    return found

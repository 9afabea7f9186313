"""How many documents have which value, and how many are where."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sqlite_utils import Database

from library.shelving.answer import FacetCount
from library.shelving.question import Facet, Place, PlaceKind
from library.store.catalogue.asking import EVERYTHING, RECENT, Condition
from library.store.rows import first_row, rows

_FEW = 8  # one document in so many is looked up as fast as all are gone through
_AT_MOST = f"""
SELECT count(*) FROM (SELECT 1 FROM shelf_row WHERE in_trash = 0 {{}} LIMIT {RECENT})
"""  # noqa: S608 -- a number of ours
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


def facet_counts(
    db: Database,
    holds: Callable[[Facet | None], Condition],
    chosen: Sequence[Facet],
    most: int,
) -> Mapping[Facet, tuple[FacetCount, ...]]:
    """`holds` gives what must hold of a document, but for the choice of one facet."""
    counts = _counted(db, holds(None), [facet for facet in Facet if facet not in chosen])
    for facet in chosen:
        counts |= _counted(db, holds(facet), [facet])
    return {facet: tuple(counts.get(facet, ())[:most]) for facet in Facet}


def _counted(
    db: Database, holds: Condition, facets: Sequence[Facet]
) -> dict[Facet, list[FacetCount]]:
    """Each facet's values, those that most documents have first."""
    marks = ", ".join("?" * len(facets))
    sql = (
        f"SELECT facet, value, count(*) AS documents FROM {_source(db, holds)} "  # noqa: S608
        f"AND facet IN ({marks}) GROUP BY facet, value ORDER BY documents DESC, value"
    )
    values = () if holds == EVERYTHING else holds.values
    found: dict[Facet, list[FacetCount]] = {}
    for row in rows(db, sql, (*values, *(facet.value for facet in facets))):
        found.setdefault(Facet(row["facet"]), []).append(FacetCount(row["value"], row["documents"]))
    return found


def _source(db: Database, holds: Condition) -> str:
    """Where the values are counted: few documents are looked up, of many all are gone through."""
    if holds == EVERYTHING:
        return "shelf_facet WHERE true"  # what is in the trash is counted by nothing
    among = f"SELECT number FROM shelf_row WHERE {holds.sql}"  # noqa: S608
    few = first_row(
        db,
        f"SELECT count(*) * {_FEW} < (SELECT count(*) FROM shelf_row) AS few FROM ({among})",  # noqa: S608
        holds.values,
    )
    if few is not None and few["few"]:
        return f"({among}) r CROSS JOIN shelf_facet f WHERE f.number = r.number"
    return f"shelf_facet WHERE +number IN ({among})"


def sizes(db: Database) -> Mapping[Place, int]:
    found = {}
    for kind, sql in _SIZES.items():
        row = first_row(db, sql)
        found[Place(kind)] = 0 if row is None else int(row[0])
    for row in rows(db, _MEMBERS):
        found[Place(PlaceKind.COLLECTION, row["collection"])] = int(row["members"])
    return found

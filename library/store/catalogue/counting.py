"""How many documents have which value.

Those of all documents are kept with the values.  Those of some are counted document by
document; where these are most of all, the others are counted and taken off.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from sqlite_utils import Database

from library.shelving.answer import FacetCount
from library.shelving.question import Facet
from library.store.catalogue.arranging import matching
from library.store.catalogue.asking import EVERYTHING, Condition
from library.store.rows import IN_LIST, listed, rows

_MOST = """
SELECT value, documents FROM shelf_value WHERE facet = ? AND documents > 0
ORDER BY documents DESC, value LIMIT ?
"""
# One text is read much faster than a row for each value.
_VALUES_OF = f"SELECT group_concat(counted) FROM shelf_row WHERE number {IN_LIST}"
_NAMES = f"SELECT id, facet, value FROM shelf_value WHERE id {IN_LIST}"

Counts = dict[Facet, tuple[FacetCount, ...]]


def facet_counts(
    db: Database,
    holds: Callable[[Facet | None], Condition],
    chosen: Sequence[Facet],
    most: int,
) -> Mapping[Facet, tuple[FacetCount, ...]]:
    """`holds` gives what must hold of a document, but for the choice of one facet.

    Of each facet the `most` values that most documents have, these first.
    """
    others = [facet for facet in Facet if facet not in chosen]
    asked = [(holds(None), others), *((holds(facet), [facet]) for facet in chosen)]
    counts: Counts = {}
    for condition, facets in asked:
        count = _of_all if condition == EVERYTHING else _of_some
        counts |= count(db, condition, facets, most)
    return {facet: counts[facet] for facet in Facet}


def _of_all(db: Database, _everything: Condition, facets: Iterable[Facet], most: int) -> Counts:
    return {
        facet: tuple(FacetCount(*row) for row in db.conn.execute(_MOST, (facet.value, most)))
        for facet in facets
    }


def _of_some(db: Database, holds: Condition, facets: Iterable[Facet], most: int) -> Counts:
    counts = _counted(db, holds)
    found: dict[str, list[FacetCount]] = {}
    for row in rows(db, _NAMES, (listed(counts),)):
        found.setdefault(row["facet"], []).append(FacetCount(row["value"], counts[row["id"]]))
    for some in found.values():
        some.sort(key=lambda count: (-count.documents, count.value))
    return {facet: tuple(found.get(facet.value, ())[:most]) for facet in facets}


def _counted(db: Database, holds: Condition) -> Counter[int]:
    """By the id of a value, how many of the documents have it."""
    if holds.in_trash:  # what is in the trash is counted by nothing
        return Counter()
    wanted = matching(db, holds)
    sql = f"SELECT count(*) FROM shelf_row WHERE {EVERYTHING.sql}"
    ((every,),) = db.conn.execute(sql).fetchall()
    if 2 * len(wanted) <= every:
        return _values_of(db, wanted)
    counts = Counter(dict(db.conn.execute("SELECT id, documents FROM shelf_value").fetchall()))
    return counts - _values_of(db, set(matching(db, EVERYTHING)).difference(wanted))


def _values_of(db: Database, numbers: Iterable[int]) -> Counter[int]:
    ((text,),) = db.conn.execute(_VALUES_OF, (listed(numbers),)).fetchall()
    return Counter(json.loads(f"[{text or ''}]"))

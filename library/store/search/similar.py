"""Other spellings and misread words in the index: what a query finds when it is widened."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from itertools import islice

from sqlite_utils import Database

from library.searching.query import Node, Query, Sought, sought
from library.searching.widening import tokens_to_widen, widened
from library.store.rows import first_row
from library.store.search.conditions import Select, documents_with, is_loose, passages_matching
from library.store.search.reading import passages_at
from library.store.search.tables import ALIVE, SHIFT, is_ready
from library.store.search.vocabulary import alike

PLACES = f"""
SELECT w.rowid AS id, h.document, p.annotation, p.version, p.start, p.stop, p.page, p.turns
FROM ({{}} ORDER BY rank LIMIT ?) w
JOIN search_passage p ON p.id = w.rowid JOIN search_held h ON h.number = w.rowid >> {SHIFT}
ORDER BY w.rank
"""
ORDERED = "ORDER BY rank"
_MATCHING = f"SELECT rowid, rank FROM search_words WHERE search_words MATCH ? AND {ALIVE}"

Rows = Sequence[sqlite3.Row]


def similar_places(
    db: Database, root: Node, query: Query, limit: int
) -> tuple[Rows, int, tuple[Sought, ...]]:
    """Places of the likest words first, nothing that the query itself gives; how many there are.

    What holds for all of the words is found out once, and the places of each are sifted by it.
    """
    if not is_ready(db):
        return [], 0, ()
    wanted = tokens_to_widen(root)
    wider = widened(root, {token: alike(db, token, spelt) for token, spelt in wanted.items()})
    exact = tuple(sought(root))
    others = tuple(each for each in dict.fromkeys(sought(wider)) if each not in exact)
    sieve = _Sieve(db, root, wider, query)
    best: dict[int, None] = {}
    for other in others:
        if len(best) < limit:
            best |= dict.fromkeys(islice(sieve.ids(db, [other], ORDERED), limit))
    total = sum(1 for _ in sieve.ids(db, others, ""))
    found = passages_at(db, list(best)[:limit])
    return [found[each] for each in best if each in found], total, others


class _Sieve:
    """Lets through the passages of documents that the widened query is true of."""

    def __init__(self, db: Database, root: Node, wider: Node, query: Query) -> None:
        self._scope = query.scope
        self._given: frozenset[int] = frozenset()
        self._documents: frozenset[int] | None = None
        given = passages_matching(sought(root), self._scope)
        self._not_given = ""
        if is_loose(root):
            self._not_given = f" NOT ({given})" if given else ""  # all of them need not be read
            return
        if given is not None:
            select = passages_where(given, documents_with(root, self._scope))
            self._given = frozenset(_numbers(db, select))
        self._documents = frozenset(_numbers(db, documents_with(wider, self._scope)))

    def ids(self, db: Database, leaves: Sequence[Sought], order: str) -> Iterator[int]:
        """The passages with any of these, that the query itself does not give."""
        match = passages_matching(leaves, self._scope)
        if match is None:
            return
        asked = f"({match}){self._not_given}"
        for number in _numbers(db, Select(f"{_MATCHING} {order}", (asked,))):
            if number in self._given:
                continue
            if self._documents is None or number >> SHIFT in self._documents:
                yield number


def _numbers(db: Database, select: Select) -> Iterator[int]:
    return (row[0] for row in db.conn.execute(select.sql, select.values))


def passages_where(match: str, documents: Select | None) -> Select:
    if documents is None:
        return Select(_MATCHING, (match,))
    sql = f"{_MATCHING} AND rowid >> {SHIFT} IN ({documents.sql})"
    return Select(sql, (match, *documents.values))


def count_of(db: Database, counted: Select) -> int:
    row = first_row(db, f"SELECT count(*) AS total FROM ({counted.sql})", counted.values)
    return 0 if row is None else int(row["total"])

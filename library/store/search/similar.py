"""Other spellings and misread words in the index: what a query finds when it is widened."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from sqlite_utils import Database

from library.searching.query import Node, Query, Sought, sought
from library.searching.widening import tokens_to_widen, widened
from library.store.rows import first_row, rows
from library.store.search.conditions import Select, documents_with, is_loose, passages_matching
from library.store.search.tables import ALIVE, SHIFT, is_ready
from library.store.search.vocabulary import alike

PLACES = f"""
SELECT w.rowid AS id, h.document, p.annotation, p.version, p.start, p.stop, p.page, p.turns
FROM ({{}} ORDER BY rank LIMIT ?) w
JOIN search_passage p ON p.id = w.rowid JOIN search_held h ON h.number = w.rowid >> {SHIFT}
ORDER BY w.rank
"""  # noqa: S608 -- what is put in is made here, and has marks for values
_MATCHING = f"SELECT rowid, rank FROM search_words WHERE search_words MATCH ? AND {ALIVE}"  # noqa: S608

Rows = Sequence[sqlite3.Row]


def similar_places(
    db: Database, root: Node, query: Query, limit: int
) -> tuple[Rows, int, tuple[Sought, ...]]:
    if not is_ready(db):
        return [], 0, ()
    wanted = tokens_to_widen(root)
    wider = widened(root, {token: alike(db, token, spelt) for token, spelt in wanted.items()})
    exact = tuple(sought(root))
    others = tuple(each for each in dict.fromkeys(sought(wider)) if each not in exact)
    asked = [_similar(each, root, wider, query) for each in ((other,) for other in others)]
    found: dict[int, sqlite3.Row] = {}
    for one in asked:
        if one is not None and len(found) < limit:
            for row in rows(db, PLACES.format(one.sql), (*one.values, limit)):
                found.setdefault(row["id"], row)
    every = _similar(others, root, wider, query)
    return list(found.values())[:limit], count_of(db, every) if every else 0, others


def _similar(leaves: Sequence[Sought], root: Node, wider: Node, query: Query) -> Select | None:
    """The passages with these leaves that the query itself does not give."""
    match = passages_matching(leaves, query.scope)
    if match is None:
        return None
    loose = is_loose(root)
    wide = passages_where(match, None if loose else documents_with(wider, query.scope))
    given = passages_matching(sought(root), query.scope)
    if given is None:
        return wide
    exact = passages_where(given, None if loose else documents_with(root, query.scope))
    sql = f"{wide.sql} AND rowid NOT IN (SELECT rowid FROM ({exact.sql}))"  # noqa: S608 -- ours
    return Select(sql, (*wide.values, *exact.values))


def passages_where(match: str, documents: Select | None) -> Select:
    if documents is None:
        return Select(_MATCHING, (match,))
    sql = f"{_MATCHING} AND rowid >> {SHIFT} IN ({documents.sql})"
    return Select(sql, (match, *documents.values))


def count_of(db: Database, counted: Select) -> int:
    row = first_row(db, f"SELECT count(*) AS total FROM ({counted.sql})", counted.values)  # noqa: S608
    return 0 if row is None else int(row["total"])

"""Searching the whole library."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Generator, Sequence
from pathlib import Path

from sqlite_utils import Database

from library.progress import Progress
from library.searching.hits import Found
from library.searching.query import Node, Query, Sought, sought
from library.searching.widening import tokens_to_widen, widened
from library.store.connection import Connection
from library.store.index import Index
from library.store.index_keeping import IndexKeeping
from library.store.index_reader import IndexReader
from library.store.rows import first_row, rows
from library.store.search.conditions import (
    Select,
    documents_with,
    is_loose,
    passages_matching,
)
from library.store.search.inquiry import Inquiry
from library.store.search.reading import hits_at
from library.store.search.tables import ALIVE, SHIFT, is_ready
from library.store.search.tickets import Counter
from library.store.search.vocabulary import alike

_PLACES = f"""
SELECT w.rowid AS id, h.document, p.annotation, p.version, p.start, p.stop, p.page, p.turns
FROM ({{}} ORDER BY rank LIMIT ?) w
JOIN search_passage p ON p.id = w.rowid JOIN search_held h ON h.number = w.rowid >> {SHIFT}
ORDER BY w.rank
"""  # noqa: S608 -- what is put in is made here, and has marks for values
_DOCUMENTS = """
SELECT h.document, NULL AS annotation, NULL AS version FROM search_held h
WHERE number IN ({}) ORDER BY first_day, number LIMIT ?
"""
_MATCHING = f"SELECT rowid, rank FROM search_words WHERE search_words MATCH ? AND {ALIVE}"  # noqa: S608

_Rows = Sequence[sqlite3.Row]


class Search:
    """Searches the library by its index, which is brought up to date by `keeping`."""

    def __init__(self, library: Connection, index: Index) -> None:
        self._library = library
        self._index = index
        self._counter = Counter(IndexReader(index.path))
        self.keeping = IndexKeeping(library, index)

    def is_current(self) -> bool:
        """Whether everything in the library is found."""
        return self.keeping.is_current()

    def catching_up(self) -> Generator[Progress, None, None]:
        """Bring the index up to date.  Raises `LibraryError`s."""
        return self.keeping.catching_up()

    def apart(self, folder: Path) -> Search:
        """The same library with an index of its own in `folder`, which the caller removes."""
        return Search(self._library, Index(folder, read_only=False))

    def hang_up(self) -> None:
        """Inquiries are not answered any more."""
        self._counter.close()

    def close(self) -> None:
        """For a search `apart`; that of a store is closed by it."""
        self.hang_up()
        self._index.close()

    def inquire(self, query: Query, among: Collection[int] | None = None) -> Inquiry:
        """Ask step by step, of the documents with these numbers or of all."""
        return Inquiry(self._library, self._counter, query, among)

    def find(self, query: Query, limit: int) -> Found:
        """What the query asks for, the best first."""
        root = query.root
        if root is None:
            return Found()
        leaves = tuple(sought(root))
        match = passages_matching(leaves, query.scope)
        documents = documents_with(root, query.scope)
        if match is None:
            select = Select(_DOCUMENTS.format(documents.sql), documents.values)
            counted = documents
        else:
            counted = _passages(match, None if is_loose(root) else documents)
            select = Select(_PLACES.format(counted.sql), counted.values)
        nothing: tuple[_Rows, int] = (), 0
        found, total = self._index.read(lambda db: _ask(db, select, counted, limit), nothing)
        return self._found(found, total, leaves, similar=False)

    def similar(self, query: Query, limit: int) -> Found:
        """What other spellings and misread words give, the likest first; nothing of `find`."""
        root = query.root
        if root is None:
            return Found()
        nothing: tuple[_Rows, int, tuple[Sought, ...]] = (), 0, ()
        found, total, leaves = self._index.read(
            lambda db: _ask_similar(db, root, query, limit), nothing
        )
        return self._found(found, total, leaves, similar=True)

    def _found(self, found: _Rows, total: int, leaves: Sequence[Sought], *, similar: bool) -> Found:
        with self._library.reading() as db:
            hits = hits_at(db, found, [leaf for leaf, _ in leaves], similar=similar)
        return Found(hits, total)


def _ask(db: Database, select: Select, counted: Select, limit: int) -> tuple[_Rows, int]:
    if not is_ready(db):
        return [], 0
    return rows(db, select.sql, (*select.values, limit)), _count(db, counted)


def _ask_similar(
    db: Database, root: Node, query: Query, limit: int
) -> tuple[_Rows, int, tuple[Sought, ...]]:
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
            for row in rows(db, _PLACES.format(one.sql), (*one.values, limit)):
                found.setdefault(row["id"], row)
    every = _similar(others, root, wider, query)
    return list(found.values())[:limit], _count(db, every) if every else 0, others


def _similar(leaves: Sequence[Sought], root: Node, wider: Node, query: Query) -> Select | None:
    """The passages with these leaves that the query itself does not give."""
    match = passages_matching(leaves, query.scope)
    if match is None:
        return None
    loose = is_loose(root)
    wide = _passages(match, None if loose else documents_with(wider, query.scope))
    given = passages_matching(sought(root), query.scope)
    if given is None:
        return wide
    exact = _passages(given, None if loose else documents_with(root, query.scope))
    sql = f"{wide.sql} AND rowid NOT IN (SELECT rowid FROM ({exact.sql}))"  # noqa: S608 -- ours
    return Select(sql, (*wide.values, *exact.values))


def _passages(match: str, documents: Select | None) -> Select:
    if documents is None:
        return Select(_MATCHING, (match,))
    sql = f"{_MATCHING} AND rowid >> {SHIFT} IN ({documents.sql})"
    return Select(sql, (match, *documents.values))


def _count(db: Database, counted: Select) -> int:
    row = first_row(db, f"SELECT count(*) AS total FROM ({counted.sql})", counted.values)  # noqa: S608
    return 0 if row is None else int(row["total"])

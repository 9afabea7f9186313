"""Searching the whole library."""

from __future__ import annotations

from collections.abc import Collection, Generator, Sequence
from pathlib import Path

from sqlite_utils import Database

from library.progress import Progress
from library.searching.completing import Begun, Completion
from library.searching.hits import Found
from library.searching.query import Query, Sought, sought
from library.store.connection import Connection
from library.store.index import Index
from library.store.index_keeping import IndexKeeping
from library.store.index_reader import IndexReader
from library.store.rows import rows
from library.store.search.completions import completions
from library.store.search.conditions import (
    Select,
    documents_with,
    is_loose,
    passages_matching,
)
from library.store.search.inquiry import Inquiry
from library.store.search.reading import hits_at
from library.store.search.similar import (
    PLACES,
    Rows,
    count_of,
    passages_where,
    similar_places,
)
from library.store.search.tables import is_ready
from library.store.search.tickets import Counter, Ticket

_DOCUMENTS = """
SELECT h.document, NULL AS annotation, NULL AS version FROM search_held h
WHERE number IN ({}) ORDER BY first_day, number LIMIT ?
"""


class Search:
    """Searches the library by its index, which is brought up to date by `keeping`."""

    def __init__(self, library: Connection, index: Index) -> None:
        self._library = library
        self._index = index
        self._counter = Counter(IndexReader(index.path))
        self._completer = Counter(IndexReader(index.path))  # never behind a search
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
        self._completer.close()

    def close(self) -> None:
        """For a search `apart`; that of a store is closed by it."""
        self.hang_up()
        self._index.close()

    def inquire(self, query: Query, among: Collection[int] | None = None) -> Inquiry:
        """Ask step by step, of the documents with these numbers or of all."""
        return Inquiry(self._library, self._counter, query, among)

    def complete(self, begun: Begun, ticket: Ticket) -> Sequence[Completion]:
        """What a word may go on to.  Raises `ReadingStopped` where it is not wanted any more."""
        return self._completer.read(lambda db: completions(db, begun), (), ticket)

    def cancel_completing(self, ticket: Ticket) -> None:
        self._completer.cancel(ticket)

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
            counted = passages_where(match, None if is_loose(root) else documents)
            select = Select(PLACES.format(counted.sql), counted.values)
        nothing: tuple[Rows, int] = (), 0
        found, total = self._index.read(lambda db: _ask(db, select, counted, limit), nothing)
        return self._found(found, total, leaves, similar=False)

    def similar(self, query: Query, limit: int) -> Found:
        """What other spellings and misread words give, the likest first; nothing of `find`."""
        root = query.root
        if root is None:
            return Found()
        nothing: tuple[Rows, int, tuple[Sought, ...]] = (), 0, ()
        found, total, leaves = self._index.read(
            lambda db: similar_places(db, root, query, limit), nothing
        )
        return self._found(found, total, leaves, similar=True)

    def _found(self, found: Rows, total: int, leaves: Sequence[Sought], *, similar: bool) -> Found:
        with self._library.reading() as db:
            hits = hits_at(db, found, [leaf for leaf, _ in leaves], similar=similar)
        return Found(hits, total)


def _ask(db: Database, select: Select, counted: Select, limit: int) -> tuple[Rows, int]:
    if not is_ready(db):
        return [], 0
    return rows(db, select.sql, (*select.values, limit)), count_of(db, counted)

"""One query, answered in steps: some passages at once, then the best ones, then all.

A step can be cancelled from another thread.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from functools import partial
from itertools import islice
from typing import TypeVar

from sqlite_utils import Database

from library.errors import ReadingStopped
from library.progress import Progress
from library.searching.concordance import Line
from library.searching.hits import Found, FoundDocument, Hit
from library.searching.query import Field, Query, Sought, sought
from library.searching.standing import Standing, grouped
from library.store.connection import Connection
from library.store.search.conditions import (
    PASSAGES,
    Select,
    documents_with,
    is_loose,
    passages_matching,
    together,
)
from library.store.search.found import Held, found_documents, held_at
from library.store.search.lines import lines_at
from library.store.search.reading import hits_at
from library.store.search.similar import Rows, similar_places
from library.store.search.tables import ROOM_BITS, ROOMS, SHIFT, is_ready
from library.store.search.tickets import Counter, Ticket

T = TypeVar("T")
MOST_RANKED = 4_000  # passages: of words that stand in more, no passage tells much
FIRST = 60  # passages of the first answer
_ENOUGH = 20  # passages with all words at once, so that those with some can wait
MOST_LINES = 20_000  # of a concordance
_AT_ONCE = 40  # documents whose lines are read in one step
_SLICE = 5_000  # rows that are read before it is asked whether to go on

_BY_DATE = "SELECT number FROM search_held WHERE number IN ({}) ORDER BY first_day, number"


class Inquiry:
    """What one query finds.  `among` are the numbers of the documents it is asked of."""

    def __init__(
        self,
        library: Connection,
        counter: Counter,
        query: Query,
        among: Collection[int] | None = None,
    ) -> None:
        self.query = query
        self._library = library
        self._counter = counter
        self._among = among if among is None else frozenset(among)
        self._ticket = Ticket()
        self._leaves = tuple(sought(query.root)) if query.root else ()
        self._every = _every(query)
        self._together = together(query.root, query.scope) if query.root else None
        self._best: Mapping[int, array[int]] = {}

    def cancel(self) -> None:
        """Have the step that runs end, and every later one, by `ReadingStopped`."""
        self._counter.cancel(self._ticket)

    # --- The steps -------------------------------------------------------------------

    def first(self) -> Standing:
        """Some of it, whichever is found first.  Raises `LibraryError`s."""
        self._library.check_place()  # else nothing would be found where nothing can be read
        return self._ask(self._first, Standing())

    def ranked(self) -> Standing:
        """The best of it in order; `is_whole` where that is all."""
        standing = self._ask(self._ranked, Standing(is_whole=True))
        self._best = standing.passages
        return standing

    def whole(self) -> Standing:
        """All of it: what `ranked` gave, and then the rest."""
        return self._ask(self._whole, Standing(is_whole=True))

    # --- What is shown of it ---------------------------------------------------------

    def rows(
        self, standing: Standing, numbers: Sequence[int], each: int
    ) -> tuple[FoundDocument, ...]:
        """These documents, with the first `each` of their hits; none that is gone meanwhile."""
        wanted = {number: standing.passages[number][:each] for number in numbers}
        held = self._ask(lambda db: held_at(db, wanted), Held())
        leaves = [leaf for leaf, _ in self._leaves]
        with self._library.reading() as db:
            return found_documents(db, standing, held, leaves)

    def hits(self, standing: Standing, number: int) -> tuple[Hit, ...]:
        """All hits of a document: of its texts in their order, its notes, its record."""
        passages = sorted(standing.passages[number], key=_texts_first)
        in_order = Standing({number: array("q", passages)})
        return next((d.hits for d in self.rows(in_order, (number,), len(passages))), ())

    def lines(
        self, standing: Standing, most: int = MOST_LINES
    ) -> Generator[Progress, None, tuple[Line, ...]]:
        """Every place in a text in its line, `most` of them; they are not sorted yet."""
        numbers, lines = standing.documents, list[Line]()
        leaves = [leaf for leaf, _ in self._leaves]
        for done in range(0, len(numbers), _AT_ONCE):
            if len(lines) >= most:
                break
            yield Progress(done, len(numbers), "Gathering lines")
            wanted = {n: standing.passages[n] for n in numbers[done : done + _AT_ONCE]}
            held = self._ask(partial(held_at, wanted=wanted), Held())
            with self._library.reading() as db:
                for number, entry in held.entries.items():
                    lines += lines_at(db, entry, held.places[number], leaves)
        return tuple(lines[:most])

    def similar(self, limit: int) -> Found:
        """Hits with other spellings and misread words, the likest first."""
        root = self.query.root
        if root is None:
            return Found()
        nothing: tuple[Rows, int, tuple[Sought, ...]] = (), 0, ()
        query = self.query
        found, total, leaves = self._ask(lambda db: similar_places(db, root, query, limit), nothing)
        if self._among is not None:
            found = [row for row in found if row["id"] >> SHIFT in self._among]
            total = len(found)  # of the likest only
        with self._library.reading() as db:
            return Found(hits_at(db, found, [leaf for leaf, _ in leaves], similar=True), total)

    # --- Asking ----------------------------------------------------------------------

    def _ask(self, question: Callable[[Database], T], otherwise: T) -> T:
        def ask(db: Database) -> T:
            return question(db) if is_ready(db) else otherwise

        return self._counter.read(ask, otherwise, self._ticket)

    def _first(self, db: Database) -> Standing:
        if self._every is None:
            return self._by_date(db)
        return Standing(grouped(islice(self._at_once(db, self._every), FIRST), SHIFT))

    def _ranked(self, db: Database) -> Standing:
        if self._every is None:
            return self._by_date(db)
        if self._together is not None:
            best = self._best_of(db, self._together)
            if best is not None and len(best) >= _ENOUGH:
                return Standing(grouped(best, SHIFT))
        best = self._best_of(db, self._every)
        if best is not None:
            return Standing(grouped(best, SHIFT), is_whole=True)
        return Standing(grouped(dict.fromkeys(self._without_rank(db, self._every)), SHIFT))

    def _whole(self, db: Database) -> Standing:
        if self._every is None:
            return self._by_date(db)
        found = {number: array("q", passages) for number, passages in self._best.items()}
        known = {passage for passages in found.values() for passage in passages}
        for passage in self._passages(db, self._every):
            if passage not in known:
                found.setdefault(passage >> SHIFT, array("q")).append(passage)
        return Standing(found, is_whole=True)

    def _by_date(self, db: Database) -> Standing:
        """Documents that are found without a word of theirs."""
        if self.query.root is None:
            return Standing(is_whole=True)
        documents = documents_with(self.query.root, self.query.scope)
        found = db.conn.execute(_BY_DATE.format(documents.sql), documents.values).fetchall()
        among = self._among
        passages = {n: array("q") for (n,) in found if among is None or n in among}
        return Standing(passages, is_whole=True)

    # --- Passages --------------------------------------------------------------------

    def _at_once(self, db: Database, every: Select) -> Iterator[int]:
        """Passages with all that is looked for; where there is none, those with some of it."""
        none = True
        if self._together is not None:
            for passage in self._passages(db, self._together):
                none = False
                yield passage
        if none:
            yield from self._passages(db, every)

    def _best_of(self, db: Database, select: Select) -> list[int] | None:
        """In order of their rank; None where there are too many."""
        limited = f"SELECT count(*) FROM ({select.sql} LIMIT {MOST_RANKED + 1})"
        ((count,),) = db.conn.execute(limited, select.values).fetchall()
        if count > MOST_RANKED:
            return None
        return [*self._passages(db, Select(f"{select.sql} ORDER BY rank", select.values))]

    def _without_rank(self, db: Database, every: Select) -> Iterator[int]:
        """Titles, then what comes first."""
        titles = passages_matching(((leaf, Field.TITLE) for leaf, _ in self._leaves), None)
        if every.sql == PASSAGES and self.query.scope is None and titles is not None:
            yield from islice(self._passages(db, Select(PASSAGES, (titles,))), FIRST)
        yield from islice(self._passages(db, every), FIRST)

    def _passages(self, db: Database, select: Select) -> Iterator[int]:
        cursor = db.conn.execute(select.sql, select.values)
        while found := cursor.fetchmany(_SLICE):
            if self._ticket.is_cancelled:
                raise ReadingStopped
            if self._among is None:
                yield from (passage for (passage,) in found)
            else:
                yield from (p for (p,) in found if p >> SHIFT in self._among)


def _every(query: Query) -> Select | None:
    """All passages to be lit, in the documents that the query is true of; None if none are."""
    if query.root is None:
        return None
    match = passages_matching(sought(query.root), query.scope)
    if match is None:
        return None
    if is_loose(query.root):
        return Select(PASSAGES, (match,))
    documents = documents_with(query.root, query.scope)
    sql = f"{PASSAGES} AND rowid >> {SHIFT} IN ({documents.sql})"
    return Select(sql, (match, *documents.values))


def _texts_first(passage: int) -> tuple[bool, int]:
    return (passage >> ROOM_BITS) % ROOMS == 0, passage

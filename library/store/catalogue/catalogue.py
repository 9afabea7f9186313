"""The shelf: which documents there are, in which order, and how many of what kind.

Its answers come from index.db, through a connection of their own; who asks again may
`interrupt` what is being answered, which then raises `ReadingStopped`.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from library.model.reading import ShelfEntry
from library.progress import Progress
from library.shelving.answer import Arranged, Bar, FacetCount, Scale
from library.shelving.question import Days, Facet, Place, PlaceKind, ShelfQuestion
from library.store.catalogue.arranging import Arranging
from library.store.catalogue.asking import Condition, condition
from library.store.catalogue.bars import bars_of
from library.store.catalogue.columns import Columns
from library.store.catalogue.counting import facet_counts
from library.store.catalogue.entries import entry_in
from library.store.catalogue.sizes import sizes
from library.store.catalogue.tables import is_ready
from library.store.collections import inside
from library.store.connection import Connection
from library.store.index import NAME
from library.store.index_keeping import IndexKeeping
from library.store.index_reader import IndexReader
from library.store.rows import IN_LIST, listed, rows
from library.store.search.tables import is_ready as search_is_ready

T = TypeVar("T")


class Catalogue:
    """The documents of a library as a table.  Usable from several threads."""

    def __init__(self, library: Connection, reader: IndexReader, keeping: IndexKeeping) -> None:
        self._library = library
        self._reader = reader
        self._keeping = keeping
        self._columns = Columns()

    def apart(self, folder: Path, keeping: IndexKeeping) -> Catalogue:
        """The same library with the index in `folder`, that `keeping` keeps."""
        return Catalogue(self._library, IndexReader(folder / NAME), keeping)

    def close(self) -> None:
        """For one `apart`; that of a store is closed by it."""
        self._reader.close()

    def is_current(self) -> bool:
        """Whether everything in the library is here."""
        return self._keeping.is_current()

    def catching_up(self) -> Generator[Progress, None, None]:
        """Bring the index up to date.  Raises `LibraryError`s."""
        return self._keeping.catching_up()

    @property
    def leaves_some(self) -> bool:
        """Whether a change was to so many documents that `catching_up` is to follow it."""
        return self._keeping.leaves_some

    def interrupt(self) -> None:
        """Break off the question that is being answered."""
        self._reader.interrupt()

    def arrange(self, question: ShelfQuestion) -> Arranged:
        """The numbers of the documents asked for, in order."""
        holds = condition(question, self._within)
        order, group = question.order, question.group
        nothing = Arranged(array("q"))
        columns = self._columns
        return self._read(lambda db: Arranging(db, columns, holds).arranged(order, group), nothing)

    def rows(self, numbers: Sequence[int]) -> tuple[ShelfEntry, ...]:
        """What is shown of these documents, in this order; without those that are gone."""
        nothing: dict[int, ShelfEntry] = {}
        found = self._read(lambda db: _entries(db, numbers), nothing)
        return tuple(found[number] for number in numbers if number in found)

    def numbers(self, document_ids: Sequence[str]) -> dict[str, int]:
        """The numbers of these documents, as far as they are on the shelf."""
        nothing: dict[str, int] = {}
        return self._read(lambda db: _numbers(db, document_ids), nothing)

    def documents(self, numbers: Sequence[int]) -> tuple[str, ...]:
        """The ids of these documents, in this order; without those that are gone."""
        nothing: dict[int, str] = {}
        found = self._read(lambda db: _ids(db, numbers), nothing)
        return tuple(found[number] for number in numbers if number in found)

    def facets(
        self, question: ShelfQuestion, *, most: int = 12
    ) -> Mapping[Facet, tuple[FacetCount, ...]]:
        """The values that most documents have, each facet counted without its own choice."""

        def holds(facet: Facet | None) -> Condition:
            return condition(question, self._within, without=facet)

        chosen = tuple(facet for facet, values in question.chosen.items() if values)
        nothing: Mapping[Facet, tuple[FacetCount, ...]] = dict.fromkeys(Facet, ())
        return self._read(lambda db: facet_counts(db, holds, chosen, most), nothing)

    def bars(
        self, question: ShelfQuestion, scale: Scale, days: Days | None = None
    ) -> tuple[Bar, ...]:
        """How many documents are from when; those within `days`, where they are given.

        The days of the question itself are left out: they are what is chosen among the bars.
        """
        holds = condition(question, self._within, undated=False)
        nothing: list[tuple[int, int, int]] = []
        return bars_of(self._read(lambda db: _spans(db, holds), nothing), scale, days)

    def sizes(self) -> Mapping[Place, int]:
        """How many documents are where: in each place, and in each collection itself."""
        nothing: Mapping[Place, int] = {Place(kind): 0 for kind in PlaceKind}
        return self._read(sizes, nothing)

    def _within(self, collection: str) -> Iterable[str]:
        with self._library.reading() as db:
            return inside(db, collection)

    def _read(self, question: Callable[[Database], T], nothing: T) -> T:
        def ask(db: Database) -> T:
            return question(db) if is_ready(db) and search_is_ready(db) else nothing

        return self._reader.read(ask, nothing)


def _entries(db: Database, numbers: Iterable[int]) -> dict[int, ShelfEntry]:
    sql = f"SELECT number, entry FROM shelf_entry WHERE number {IN_LIST}"
    found = rows(db, sql, (listed(numbers),))
    return {row["number"]: entry_in(row["entry"]) for row in found}


def _numbers(db: Database, ids: Iterable[str]) -> dict[str, int]:
    sql = f"SELECT document, number FROM shelf_row WHERE document {IN_LIST}"
    found = rows(db, sql, (listed(ids),))
    return {row["document"]: row["number"] for row in found}


def _spans(db: Database, holds: Condition) -> list[tuple[int, int, int]]:
    sql = (
        "SELECT first_day, last_day, count(*) FROM shelf_row "
        f"WHERE {holds.sql} AND first_day IS NOT NULL GROUP BY first_day, last_day"
    )
    return list(db.conn.execute(sql, holds.values))


def _ids(db: Database, numbers: Iterable[int]) -> dict[int, str]:
    sql = f"SELECT number, document FROM shelf_row WHERE number {IN_LIST}"
    return {row["number"]: row["document"] for row in rows(db, sql, (listed(numbers),))}

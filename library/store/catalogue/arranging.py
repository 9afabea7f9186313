"""Putting the documents that were asked for in order, and into groups.

The last column is read in its order, and what stands so is sorted by the others, the
weightiest last: those that are alike keep their order.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import compress

from sqlite_utils import Database

from library.shelving.answer import Arranged, Group
from library.shelving.question import Column, Order
from library.store.catalogue.asking import EVERYTHING, Condition
from library.store.catalogue.columns import Columns, Ordered, read_numbers, read_ordered
from library.store.catalogue.grouping import Grouping, read_grouping
from library.store.rows import IN_LIST, listed

_FEW = 20  # one document in so many is sorted by itself; more are taken from whole columns
_AS_THEY_CAME = (Order(Column.ADDED),)


class Arranging:
    """The documents of which `holds` is true."""

    def __init__(self, db: Database, columns: Columns, holds: Condition) -> None:
        self._db = db
        self._columns = columns
        self._wanted: array[int] | None = None
        self._holds = EVERYTHING
        if holds != EVERYTHING:
            self._choose(matching(db, holds), in_trash=holds.in_trash)

    def arranged(self, order: Sequence[Order], group: Column | None) -> Arranged:
        """Their numbers in order; where they are grouped, each group in that order."""
        *steps, last = order or _AS_THEY_CAME
        column = self._ordered(last.column)
        numbers = self._only_wanted([*column.directed(descending=last.descending)])
        for step in reversed(steps):
            ranks = self._ordered(step.column).ranks(descending=step.descending)
            numbers.sort(key=ranks.__getitem__)
        if group is None:
            return Arranged(array("q", numbers))
        return self._grouped(numbers, next((o for o in order if o.column is group), Order(group)))

    def _choose(self, wanted: array[int], *, in_trash: bool) -> None:
        ((every,),) = self._db.conn.execute("SELECT count(*) FROM shelf_row").fetchall()
        if in_trash or len(wanted) * _FEW < every:  # whole columns are of what is not there
            self._holds = among(wanted)
        else:
            self._wanted = wanted

    def _ordered(self, column: Column) -> Ordered:
        if self._holds == EVERYTHING:
            return self._columns.ordered(self._db, column)
        return read_ordered(self._db, column, self._holds)

    def _grouping(self, column: Column) -> Grouping:
        if self._holds == EVERYTHING:
            return self._columns.grouping(self._db, column)
        return read_grouping(self._db, column, self._holds)

    def _only_wanted(self, numbers: list[int]) -> list[int]:
        if self._wanted is None:
            return numbers
        marks = bytearray(1 + max((*self._wanted, *numbers), default=0))
        for number in self._wanted:
            marks[number] = 1
        return list(compress(numbers, map(marks.__getitem__, numbers)))

    def _grouped(self, numbers: list[int], step: Order) -> Arranged:
        grouping, ordered = self._grouping(step.column), self._ordered(step.column)
        ranks = replace(ordered, counts=grouping.counts).ranks(descending=step.descending)
        numbers.sort(key=ranks.__getitem__)
        counts = Counter(map(ranks.__getitem__, numbers))
        values = (*(grouping.values[::-1] if step.descending else grouping.values), "")
        return Arranged(array("q", numbers), tuple(_groups(values, counts)))


def _groups(values: Sequence[str], counts: Counter[int]) -> Iterator[Group]:
    start = 0
    for rank, value in enumerate(values):
        if counts[rank]:
            yield Group(value, start, counts[rank])
            start += counts[rank]


def matching(db: Database, holds: Condition) -> array[int]:
    """The numbers of the documents of which it is true, in no order."""
    return read_numbers(db, f"SELECT number FROM shelf_row WHERE {holds.sql}", holds.values)


def among(numbers: array[int]) -> Condition:
    return Condition(f"number {IN_LIST}", (listed(numbers),))

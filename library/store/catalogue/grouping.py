"""What groups of documents are called that have the like in a column.

A group is a stretch of the column's order: titles with the same first letter, dates of the
same year, lists with the same first part.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlite_utils import Database

from library.shelving.question import Column
from library.store.catalogue.asking import Condition
from library.store.catalogue.facets import is_whole
from library.store.catalogue.keys import BETWEEN, days_in
from library.store.catalogue.tables import KEYS
from library.store.rows import IN_LIST, listed, rows

_NUMBERS = "0–9"


@dataclass(frozen=True, slots=True)
class Grouping:
    """The groups of the documents that have a value, in the order of the column."""

    values: tuple[str, ...]
    counts: array[int]  # documents, of type "q"


def read_grouping(db: Database, column: Column, holds: Condition) -> Grouping:
    key = KEYS[column]
    sql = (
        f"SELECT {key}, count(*), min(number) FROM shelf_row "
        f"WHERE {holds.sql} AND {key} IS NOT NULL GROUP BY {key} ORDER BY {key}"
    )
    stretch, counts, first = _STRETCHES.get(column, str), dict[str, int](), dict[str, int]()
    for found, count, number in db.conn.execute(sql, holds.values):
        value = stretch(found)
        counts[value] = counts.get(value, 0) + count
        first.setdefault(value, number)
    values = _shown(db, column, [*first.values()]) if column in _AS_SHOWN else tuple(counts)
    return Grouping(values, array("q", counts.values()))


def _shown(db: Database, column: Column, numbers: Sequence[int]) -> tuple[str, ...]:
    """The values of documents as they are written."""
    sql = (
        f"SELECT number, json_extract(entry, '{_AS_SHOWN[column]}') AS value FROM shelf_entry "
        f"WHERE number {IN_LIST}"
    )
    found = {row["number"]: row["value"] for row in rows(db, sql, (listed(numbers),))}
    return tuple(str(found[number]) for number in numbers)


def _letter(key: str) -> str:
    return _NUMBERS if key[:1] < " " else key[:1].upper()


def _year(key: int) -> str:
    """Of what may be from long before, the year that it is from at the latest."""
    first, last = days_in(key)
    if first == date.min.toordinal():
        return f"…{date.fromordinal(last).year}"
    return str(date.fromordinal(first).year)


def _part(key: float) -> str:
    """In tenths; one that is whole apart."""
    return "1.0" if is_whole(key) else f"{min(int(key * 10), 9) / 10}"


# Keys with the same text here stand together in the column's order.
_STRETCHES: dict[Column, Callable[[Any], str]] = {
    Column.TITLE: _letter,
    Column.DATE: _year,
    Column.LANGUAGE: lambda key: key.split(" ")[0],
    Column.PEOPLE: lambda key: key.split(BETWEEN)[0],
    Column.TAGS: lambda key: key.split(BETWEEN)[0],
    Column.HAS: lambda key: key.replace(" ", ", "),
    Column.CHECKED: _part,
    Column.LAST_READ: lambda key: key[:10],
    Column.ADDED: lambda key: key[:10],
}
_AS_SHOWN = {  # columns whose keys are folded: where the value stands as it is written
    Column.REPOSITORY: "$.repository",
    Column.ARCHIVE_COLLECTION: "$.archive_collection",
    Column.CONTAINER: "$.container",
    Column.PEOPLE: "$.people[0]",
    Column.TAGS: "$.tags[0]",
}

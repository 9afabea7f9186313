"""The rows of the table, and what they are sorted and filtered by."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from enum import IntEnum
from functools import cached_property
from typing import Any

from library.model.dates import sort_key
from library.model.folding import fold
from library.model.natural import NaturalKey, natural_key
from library.model.reading import ShelfEntry
from viewer.shelf.wording import language_names

_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


class Column(IntEnum):
    TITLE = 0
    DATE = 1
    LANGUAGE = 2
    PAGES = 3
    NOTES = 4
    CHECKED = 5
    LAST_READ = 6
    ADDED = 7


class Row:
    """A document; what takes a while to find is found when it is first needed."""

    def __init__(self, entry: ShelfEntry) -> None:
        self.entry = entry
        self.is_ready = False

    @cached_property
    def title(self) -> str:
        """Folded."""
        return fold(self.entry.title)

    @cached_property
    def title_key(self) -> NaturalKey:
        """Numbers by their value: Box 2 comes before Box 10."""
        return natural_key(self.title)

    @cached_property
    def rough_key(self) -> NaturalKey:
        """The same, accents and all: nothing need be folded for it."""
        return natural_key(self.entry.title)

    @cached_property
    def languages(self) -> str:
        return language_names(self.entry.languages)

    @cached_property
    def date(self) -> int:
        """The sort key as one number: that is compared three times as fast."""
        unknown, first, last = sort_key(self.entry.date)
        return (unknown << 48) + (first.toordinal() << 24) + last.toordinal()

    @cached_property
    def words(self) -> str:
        """What the filter looks in, folded."""
        date = self.entry.date.shown if self.entry.date else ""
        return f"{self.title}\n{fold(date)}\n{fold(self.languages)}"

    def prepare(self) -> None:
        """Find everything now."""
        self.is_ready = bool(self.words and self.date and self.title_key)


def row_of(entry: ShelfEntry, known: Row | None) -> Row:
    """The row of a document; the one that is there already, where nothing changed."""
    return known if known is not None and known.entry == entry else Row(entry)


def parted(rows: Sequence[Row], column: Column) -> tuple[list[Row], list[Row]]:
    """The rows that have a value in this column, and those that have none."""
    full: list[Row] = []
    empty: list[Row] = []
    has_value = _HAS_VALUE.get(column, _always)
    for row in rows:
        (full if has_value(row) else empty).append(row)
    return full, empty


def _always(_: Row) -> bool:
    return True


_HAS_VALUE: dict[Column, Callable[[Row], bool]] = {
    Column.DATE: lambda row: row.entry.date is not None and row.entry.date.edtf is not None,
    Column.LANGUAGE: lambda row: bool(row.entry.languages),
    Column.CHECKED: lambda row: row.entry.checked > 0,
    Column.LAST_READ: lambda row: row.entry.last_read is not None,
}

KEYS: dict[Column, Callable[[Row], Any]] = {
    Column.TITLE: lambda row: row.title_key,
    Column.DATE: lambda row: row.date,
    Column.LANGUAGE: lambda row: row.languages,
    Column.PAGES: lambda row: row.entry.pages,
    Column.NOTES: lambda row: row.entry.notes,
    Column.CHECKED: lambda row: row.entry.checked,
    Column.LAST_READ: lambda row: row.entry.last_read or _LONG_AGO,
    Column.ADDED: lambda row: row.entry.added,
}

"""What a column shows of a document."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from library.model.reading import ShelfEntry
from library.shelving.question import Column
from viewer.languages import language_names
from viewer.shelf.naming import thing_in_short
from viewer.shelf.wording import when

COUNTS = frozenset({Column.PAGES, Column.NOTES, Column.CHECKED})  # set to the right
_MOST_PEOPLE = 3

_SHOWN: dict[Column, Callable[[ShelfEntry, datetime], str]] = {
    Column.TITLE: lambda entry, _: entry.title,
    Column.DATE: lambda entry, _: entry.date.shown if entry.date else "",
    Column.LANGUAGE: lambda entry, _: language_names(entry.languages),
    Column.REPOSITORY: lambda entry, _: entry.repository,
    Column.ARCHIVE_COLLECTION: lambda entry, _: entry.archive_collection,
    Column.CONTAINER: lambda entry, _: entry.container,
    Column.PEOPLE: lambda entry, _: "; ".join(entry.people[:_MOST_PEOPLE]),
    Column.TAGS: lambda entry, _: ", ".join(entry.tags),
    Column.HAS: lambda entry, _: has(entry),
    Column.PAGES: lambda entry, _: str(entry.pages or ""),
    Column.NOTES: lambda entry, _: str(entry.notes or ""),
    Column.CHECKED: lambda entry, _: f"{entry.checked:.0%}" if entry.checked else "",
    Column.LAST_READ: lambda entry, now: when(entry.last_read, now),
    Column.ADDED: lambda entry, now: when(entry.added, now),
}


def shown(entry: ShelfEntry, column: Column, now: datetime) -> str:
    return _SHOWN[column](entry, now)


def has(entry: ShelfEntry) -> str:
    """Scan and texts; how many notes there are, a column of its own says."""
    return " · ".join(thing_in_short(thing) for thing in entry.has if thing != "notes")

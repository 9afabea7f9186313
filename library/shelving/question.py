"""Which documents are looked for on the shelf, and in which order.

The place, the search, the chosen facets and the dates all hold together: a document is shown
where it fits all of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from library.searching.query import Query


class PlaceKind(StrEnum):
    """A part of the library that the reader can go to."""

    ALL = "all"
    STARRED = "starred"
    TO_READ = "to read"
    RECENTLY_READ = "recently read"
    RECENTLY_ADDED = "recently added"
    COLLECTION = "collection"  # with the collections inside it
    TRASH = "trash"


@dataclass(frozen=True, slots=True)
class Place:
    """A smart collection is no place: it is a search, saved with what else is asked."""

    kind: PlaceKind = PlaceKind.ALL
    collection: str = ""  # its id


class Facet(StrEnum):
    """What documents are counted by."""

    LANGUAGE = "language"  # BCP 47
    DECADE = "decade"  # "194X", as in EDTF
    REPOSITORY = "repository"
    ARCHIVE_COLLECTION = "archive collection"
    PERSON = "person"
    CLASSIFICATION = "classification"
    TAG = "tag"
    HAS = "has"  # "scan", "transcript", "translation", "recognised", "notes"
    CHECKED = "checked"  # "whole", "part", "none"


class Column(StrEnum):
    """What the table shows of a document, and may be sorted and grouped by."""

    TITLE = "title"
    DATE = "date"
    LANGUAGE = "language"
    REPOSITORY = "repository"
    ARCHIVE_COLLECTION = "archive collection"
    CONTAINER = "container"
    PEOPLE = "people"
    TAGS = "tags"
    HAS = "has"
    PAGES = "pages"
    NOTES = "notes"
    CHECKED = "checked"
    LAST_READ = "last read"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Order:
    column: Column
    descending: bool = False


Days = tuple[date, date]  # the last included


@dataclass(frozen=True, slots=True)
class ShelfQuestion:
    """Of one facet a document needs one of the chosen values, of several one of each.

    `order` has the weightiest column first; documents that are alike in all of it stand in
    the order in which they came.  Those without a value come last, either way round.
    """

    place: Place = Place()
    search: Query | None = None
    chosen: Mapping[Facet, frozenset[str]] = field(default_factory=dict)
    days: Days | None = None
    order: tuple[Order, ...] = (Order(Column.LAST_READ, descending=True),)
    group: Column | None = None

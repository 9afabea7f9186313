"""The values of a document that it is counted by."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from library.model.reading import ShelfEntry
from library.shelving.question import Facet
from library.store.catalogue.keys import days

_MOST_DECADES = 3  # a document of a longer time is from no decade
_WHOLE = 0.98  # of a text that is checked: the blanks between are not


def facet_values(entry: ShelfEntry) -> Iterator[tuple[Facet, str]]:
    yield from ((Facet.LANGUAGE, code) for code in entry.languages)
    yield from ((Facet.DECADE, decade) for decade in _decades(entry))
    yield from ((Facet.PERSON, person) for person in entry.people)
    yield from ((Facet.TAG, tag) for tag in entry.tags)
    yield from ((Facet.HAS, thing) for thing in entry.has)
    if entry.repository:
        yield Facet.REPOSITORY, entry.repository
    if entry.archive_collection:
        yield Facet.ARCHIVE_COLLECTION, entry.archive_collection
    if entry.classification:
        yield Facet.CLASSIFICATION, entry.classification.upper()
    yield Facet.CHECKED, _checked(entry.checked)


def _decades(entry: ShelfEntry) -> list[str]:
    first, last = days(entry)
    if first is None or last is None:
        return []
    years = _year(first) // 10, _year(last) // 10
    decades = range(years[0], years[1] + 1)
    return [f"{decade:03}X" for decade in decades] if len(decades) <= _MOST_DECADES else []


def _year(ordinal: int) -> int:
    return date.fromordinal(ordinal).year


def _checked(part: float) -> str:
    if is_whole(part):
        return "whole"
    return "part" if part else "none"


def is_whole(checked: float) -> bool:
    """Whether this part of a text is as much as can be checked."""
    return checked >= _WHOLE

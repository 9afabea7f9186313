"""What rows are sorted by: values that SQLite compares as people would."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from library.model.edtf import sort_key
from library.model.folding import fold
from library.model.natural import natural_key
from library.model.reading import ShelfEntry
from library.model.record import ArchiveDate
from library.shelving.question import Column
from library.store.rows import time_text, time_text_or_none

_DAY_BITS = 24  # of a day as an ordinal
_DIGITS = 12  # of a number inside a title; longer ones are dates and codes, and sort as text
_BEFORE_LETTERS = "\x01"
BETWEEN = "\x02"  # the parts of a list: those with the same first one stand together


def sort_keys(entry: ShelfEntry) -> Mapping[Column, object]:
    """By each column; None where the document has nothing to sort by there."""
    return {
        Column.TITLE: natural_text(entry.title),
        Column.DATE: _date(entry),
        Column.LANGUAGE: " ".join(entry.languages) or None,
        Column.REPOSITORY: natural_text(entry.repository),
        Column.ARCHIVE_COLLECTION: natural_text(entry.archive_collection),
        Column.CONTAINER: natural_text(entry.container),
        Column.PEOPLE: _list(entry.people),
        Column.TAGS: _list(entry.tags),
        Column.HAS: " ".join(entry.has) or None,
        Column.PAGES: entry.pages or None,
        Column.NOTES: entry.notes or None,
        Column.CHECKED: entry.checked or None,
        Column.LAST_READ: time_text_or_none(entry.last_read),
        Column.ADDED: time_text(entry.added),
    }


def natural_text(text: str) -> str | None:
    """Folded, its numbers filled up so that “Box 2” comes before “Box 10”; None for nothing."""
    if not text:
        return None
    pieces = []
    for letters, number in natural_key(fold(text)):
        digits = "" if number < 0 else str(number)
        filled = digits.zfill(_DIGITS) if digits else ""
        pieces.append(f"{letters}{_BEFORE_LETTERS}{filled}")
    return "".join(pieces)


def _list(texts: Iterable[str]) -> str | None:
    return BETWEEN.join(filter(None, map(natural_text, texts))) or None


def days(entry: ShelfEntry) -> tuple[int | None, int | None]:
    """The first and the last day that it may be from, as proleptic ordinals."""
    return _days(entry.date)


@lru_cache
def _days(when: ArchiveDate | None) -> tuple[int | None, int | None]:
    unknown, first, last = sort_key(when)
    return (None, None) if unknown else (first.toordinal(), last.toordinal())


def _date(entry: ShelfEntry) -> int | None:
    first, last = days(entry)
    return None if first is None or last is None else (first << _DAY_BITS) + last


def days_in(key: int) -> tuple[int, int]:
    """The days that a key of dates was made from."""
    return key >> _DAY_BITS, key & ((1 << _DAY_BITS) - 1)

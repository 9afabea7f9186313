"""Rows of the table between Python and the index."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from library.model.reading import ShelfEntry
from library.model.record import ArchiveDate
from library.store.rows import time_of, time_of_or_none, time_text, time_text_or_none

_FIELDS = tuple(each.name for each in fields(ShelfEntry))
_TUPLES = ("languages", "people", "tags", "has")


def entry_text(entry: ShelfEntry) -> str:
    """As JSON."""
    values = {name: getattr(entry, name) for name in _FIELDS}  # `asdict` would copy all
    values["date"] = None if entry.date is None else asdict(entry.date)
    values["added"] = time_text(entry.added)
    values["last_read"] = time_text_or_none(entry.last_read)
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))


def entry_in(text: str) -> ShelfEntry:
    values: dict[str, Any] = json.loads(text)
    values |= {name: tuple(values[name]) for name in _TUPLES}
    date = values["date"]
    values["date"] = None if date is None else ArchiveDate(**date)
    values["added"] = time_of(values["added"])
    values["last_read"] = time_of_or_none(values["last_read"])
    return ShelfEntry(**values)

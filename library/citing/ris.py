"""RIS, as reference managers exchange it: an unpublished work in an archive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import rispy

from library.citing.cited import Cited
from library.citing.dates import span_of
from library.model.record import ArchiveDate

# AV, “location in archives”, is in the format but not among the tags that rispy knows.
TAGS = {**rispy.TAG_KEY_MAPPING, "AV": "archived_location"}
UNPUBLISHED = "UNPB"


def ris(sources: Sequence[Cited]) -> str:
    text: str = rispy.dumps([_entry(source) for source in sources], mapping=TAGS)
    return text


def _entry(source: Cited) -> Mapping[str, Any]:
    entry: dict[str, Any] = {
        "type_of_reference": UNPUBLISHED,
        "id": source.record_id,
        "title": source.title,
        "authors": [name.inverted for name in source.authors],
        **_date(source.date),
        "secondary_title": source.collection,
        "archived_location": source.container,
        "name_of_database": source.repository,
        "database_provider": source.archive,
        "language": ", ".join(source.languages),
        "abstract": source.summary,
        "urls": [source.url] if source.url else [],
        "start_page": source.page_numbers,
    }
    return {key: _on_one_line(value) for key, value in entry.items() if value}


def _date(date: ArchiveDate | None) -> Mapping[str, str]:
    """DA is “year/month/day/in words”, PY the year alone, so far as they are certain."""
    if date is None:
        return {}
    span = span_of(date.edtf) if date.edtf else None
    first = span.first if span else None
    if first is None or "X" in first.year:
        return {"date": f"///{date.shown}"}
    month = f"{first.month:02}" if first.month and first.month <= 12 else ""
    day = f"{first.day:02}" if first.day else ""
    return {"year": first.year, "date": f"{first.year}/{month}/{day}/{date.shown}"}


def _on_one_line(value: str | list[str]) -> str | list[str]:
    """A line break would begin another tag."""
    if isinstance(value, list):
        return [" ".join(each.split()) for each in value]
    return " ".join(value.split())

"""Reading CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from library.citing.cited import Cited
from library.citing.names import Name, read_name
from library.errors import ReferencesUnreadable
from library.model.dates import read_date
from library.model.record import ArchiveDate

_SEASONS = (21, 22, 23, 24)


def read_csl_json(text: str) -> list[Cited]:
    """The references; what is no reference is passed over.  Raises `ReferencesUnreadable`."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReferencesUnreadable from error
    items = found if isinstance(found, list) else [found]
    return [_cited(item) for item in items if isinstance(item, dict) and _text(item, "title")]


def _cited(item: Mapping[str, Any]) -> Cited:
    return Cited(
        title=_text(item, "title"),
        authors=tuple(filter(None, map(_name, _list(item.get("author"))))),
        date=_date(item.get("issued")),
        container=_text(item, "archive_location"),
        collection=_text(item, "archive_collection"),
        repository=_text(item, "archive"),
        archive=_text(item, "source"),
        url=_text(item, "URL"),
        record_id=_text(item, "number"),
        summary=_text(item, "abstract"),
        languages=tuple(part.strip() for part in _text(item, "language").split(",") if part),
    )


def _text(item: Mapping[str, Any], name: str) -> str:
    value = item.get(name)
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _name(value: object) -> Name | None:
    if not isinstance(value, dict):
        return None
    family = " ".join(filter(None, (_text(value, "non-dropping-particle"), _text(value, "family"))))
    if family:
        return Name(family, _text(value, "given"))
    literal = _text(value, "literal")
    return read_name(literal) if literal else None


def _date(issued: object) -> ArchiveDate | None:
    if not isinstance(issued, dict):
        return None
    ends = [_end(parts) for parts in _list(issued.get("date-parts"))]
    if not ends or None in ends:
        words = _text(issued, "literal") or _text(issued, "raw")
        return read_date(words) if words else None
    season = issued.get("season")
    if len(ends) == 1 and str(season) in "1234" and season:
        ends = [f"{str(ends[0])[:4]}-{_SEASONS[int(season) - 1]}"]
    mark = "~" if issued.get("circa") else ""
    edtf = "/".join(f"{end}{mark}" for end in ends[:2])
    return ArchiveDate(edtf, edtf)


def _end(parts: object) -> str | None:
    numbers = [int(part) for part in _list(parts) if str(part).isdecimal()]
    if not numbers or len(numbers) != len(_list(parts)):
        return None
    return "-".join((f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:3])))

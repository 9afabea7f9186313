"""CSL-JSON, the references of Zotero, Pandoc and every processor of citation styles."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from library.citing.cited import Cited
from library.citing.dates import Moment, Span, span_of
from library.citing.keys import keys
from library.citing.names import Name
from library.model.record import ArchiveDate

_FIRST_SEASON = 21


def csl_json(sources: Sequence[Cited]) -> str:
    items = [_item(key, source) for key, source in zip(keys(sources), sources, strict=True)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(key: str, source: Cited) -> Mapping[str, Any]:
    item = {
        "id": key,
        "type": "document",
        "title": source.title,
        "author": [_name(name) for name in source.authors],
        "issued": _issued(source.date),
        "archive": source.repository,
        "archive_collection": source.collection,
        "archive_location": source.container,
        "source": source.archive,
        "language": ", ".join(source.languages),
        "abstract": source.summary,
        "number": source.record_id,
        "page": source.page_numbers,
        "URL": source.url,
    }
    return {name: value for name, value in item.items() if value}


def _name(name: Name) -> Mapping[str, str]:
    if not name.given:
        return {"literal": name.family}
    return {"family": name.family, "given": name.given}


def _issued(date: ArchiveDate | None) -> Mapping[str, Any]:
    """Parts where both ends are known; else the archive's words, which styles print."""
    if date is None:
        return {}
    span = span_of(date.edtf) if date.edtf else None
    if span is None or not _has_parts(span):
        return {"literal": date.shown}
    first, last = span.first, span.last
    ends = [first] if first == last else [first, last]
    issued: dict[str, Any] = {"date-parts": [_parts(end) for end in ends if end]}
    if first and first.month and first.month >= _FIRST_SEASON:
        issued["season"] = first.month - _FIRST_SEASON + 1
    if span.is_about or span.is_doubted:
        issued["circa"] = True
    return issued


def _has_parts(span: Span) -> bool:
    return all(end is not None and "X" not in end.year for end in (span.first, span.last))


def _parts(moment: Moment) -> list[int]:
    parts = [int(moment.year)]
    if moment.month and moment.month < _FIRST_SEASON:
        parts.append(moment.month)
        if moment.day:
            parts.append(moment.day)
    return parts

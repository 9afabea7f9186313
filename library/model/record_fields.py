"""The fields of a record by name, each with its term of Dublin Core, and the reader's own values.

A value of the reader's lies over what the archive says, which is kept beside it.  Fields that
the archive's records do not have can be added; their names are terms of Dublin Core, or what
the reader calls them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from library.model.dates import read_date
from library.model.languages import language_code
from library.model.record import ArchiveDate, Record, Source

Values = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FieldKind:
    """`term` is of DCMI Metadata Terms; `many` is whether it may have several values."""

    term: str
    many: bool = False


@dataclass(frozen=True, slots=True)
class RecordField:
    """What the reader says of one field of a document; no values say that there is nothing.

    A date has one value, or two: as it is shown, and in EDTF.
    """

    document: str
    field: str
    values: Values

    @property
    def id(self) -> str:
        return f"{self.document}/{self.field}"


@dataclass(frozen=True, slots=True)
class KnownRecord:
    """What a document of the library is recognised by; "" for what it does not have."""

    id: str  # the document's
    title: str
    record_id: str
    url: str


FIELDS: Mapping[str, FieldKind] = {
    "title": FieldKind("title"),
    "date": FieldKind("date"),
    "summary": FieldKind("abstract"),
    "original_language": FieldKind("language", many=True),
    "repository": FieldKind("provenance"),
    "collection": FieldKind("isPartOf"),
    "container": FieldKind("identifier"),
    "contributors": FieldKind("contributor", many=True),
    "credits": FieldKind("rightsHolder"),
    "citation": FieldKind("bibliographicCitation"),
    "contents": FieldKind("tableOfContents", many=True),
    "record_id": FieldKind("identifier"),
    "url": FieldKind("source"),
    "present": FieldKind("contributor", many=True),
    "subject": FieldKind("subject"),
    "classification": FieldKind("accessRights"),
    "place": FieldKind("spatial"),
}
ADDABLE: Mapping[str, FieldKind] = {
    term: FieldKind(term, many=True)
    for term in (
        "creator", "publisher", "description", "type", "format", "extent", "medium", "relation",
        "coverage", "rights", "audience", "alternative", "created", "issued",
    )
}  # fmt: skip
_HEAD = ("present", "subject", "classification", "place")


def kind_of(field: str) -> FieldKind:
    """Of any name; what the reader calls so has no term but that name."""
    return FIELDS.get(field) or ADDABLE.get(field) or FieldKind(field, many=True)


def values_of(record: Record, field: str) -> Values:
    """What the record says there now, as text."""
    if field == "date":
        return () if record.date is None else _dated(record.date)
    if field not in FIELDS:
        return tuple(record.added.get(field, ()))
    value = getattr(record.head if field in _HEAD else record, field)
    if value is None:
        return ()
    return tuple(value) if isinstance(value, tuple) else (value,)


def with_values(record: Record, field: str, values: Values, source: Source | None) -> Record:
    """The record with these values there; `source` None says that nobody gave any."""
    values = tuple(value for value in (" ".join(v.split()) for v in values) if value)
    sources = {name: known for name, known in record.sources.items() if name != field}
    if source is not None:
        sources[field] = source
    changed = replace(record, sources=sources)
    if field not in FIELDS:
        added = {name: known for name, known in record.added.items() if name != field}
        return replace(changed, added=added | ({field: values} if values else {}))
    if field in _SETTERS:
        return _SETTERS[field](changed, values)
    value: Any = values if FIELDS[field].many else next(iter(values), None)
    if field in _HEAD:
        return replace(changed, head=replace(changed.head, **{field: value}))
    return replace(changed, **{field: value})


def _dated(date: ArchiveDate) -> Values:
    usual = read_date(date.shown).edtf
    return (date.shown,) if date.edtf in (None, usual) else (date.shown, date.edtf)


def _with_date(record: Record, values: Values) -> Record:
    if not values:
        return replace(record, date=None)
    shown, *edtf = values
    return replace(record, date=ArchiveDate(shown, edtf[0]) if edtf else read_date(shown))


def _with_title(record: Record, values: Values) -> Record:
    """A document is never without a title."""
    return replace(record, title=values[0]) if values else record


def _with_languages(record: Record, values: Values) -> Record:
    codes = tuple(filter(None, map(language_code, values)))
    return replace(record, original_language=values, language_codes=codes)


_SETTERS: Mapping[str, Callable[[Record, Values], Record]] = {
    "date": _with_date,
    "title": _with_title,
    "original_language": _with_languages,
}

"""Filling records from references: which document a reference is of, and what it adds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from library.citing.cited import Cited
from library.model.change import Edit
from library.model.folding import fold
from library.model.record import Record
from library.model.record_fields import KnownRecord, Values, values_of
from library.shelving.recording import Said, recorded


def matched(
    references: Iterable[Cited], documents: Sequence[KnownRecord]
) -> Iterator[tuple[Cited, str | None]]:
    """Each reference with the id of its document; None where there is none, or more than one.

    An address counts for more than a record's number, and that for more than the title.
    """
    by: dict[tuple[str, str], set[str]] = defaultdict(set)
    for each in documents:
        for kind, value in (("url", each.url), ("id", each.record_id), ("title", each.title)):
            if key := _key(kind, value):
                by[kind, key].add(each.id)
    for reference in references:
        said = (("url", reference.url), ("id", reference.record_id), ("title", reference.title))
        found = (by.get((kind, _key(kind, value)), set()) for kind, value in said if value)
        first = next((ids for ids in found if ids), set())
        yield reference, next(iter(first)) if len(first) == 1 else None


def said_by(reference: Cited) -> Mapping[str, Values]:
    """The fields of a record that the reference says something of."""
    date = reference.date
    dated = (date.shown, date.edtf) if date and date.edtf else (date.shown,) if date else ()
    one = {
        "title": reference.title,
        "container": reference.container,
        "collection": reference.collection,
        "repository": reference.repository,
        "url": reference.url,
        "record_id": reference.record_id,
        "summary": reference.summary,
    }
    fields: dict[str, Values] = {name: (value,) for name, value in one.items() if value}
    if dated:
        fields["date"] = dated
    if reference.authors:
        fields["creator"] = tuple(name.inverted for name in reference.authors)
    return fields


def _key(kind: str, value: str) -> str:
    if kind == "url":
        return value.partition("://")[2].rstrip("/").casefold()
    return fold(value).strip(" .")


def filling(
    document: str, record: Record, reference: Cited, said: Said, *, replacing: bool = False
) -> tuple[Edit, ...]:
    """The edits that fill the record's empty fields, or all that the reference says otherwise."""
    wanted = {
        field: values
        for field, values in said_by(reference).items()
        if replacing or not values_of(record, field)
    }
    new = {field: v for field, v in wanted.items() if v[:1] != values_of(record, field)[:1]}
    return recorded([document], new, said)

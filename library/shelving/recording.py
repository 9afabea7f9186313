"""Changes to records: what the reader says of some fields, of one document or of many."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from library.model.change import Edit
from library.model.record_fields import RecordField, Values

Said = Callable[[str, str], RecordField | None]  # what the reader says so far, by id and field


def recorded(
    documents: Iterable[str], wanted: Mapping[str, Values | None], said: Said
) -> tuple[Edit, ...]:
    """Have each of the documents say this of these fields; None lets hold what was read."""
    edits = []
    for document in dict.fromkeys(documents):
        for field, values in wanted.items():
            before = said(document, field)
            after = None if values is None else RecordField(document, field, _clean(values))
            if before != after:
                edits.append(Edit(before, after))
    return tuple(edits)


def _clean(values: Values) -> Values:
    return tuple(value for each in values if (value := " ".join(each.split())))

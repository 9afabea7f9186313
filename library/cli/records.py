"""The command `record`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from library.citing.dates import Manner, date_words
from library.cli.finding import known_id
from library.cli.options import json_option, library_option
from library.cli.output import remark, say, say_json
from library.model.change import Change
from library.model.date_readings import readings
from library.model.dates import read_date
from library.model.record import Record
from library.model.record_fields import FIELDS, kind_of, values_of
from library.shelving.recording import recorded
from library.store.store import Store


@click.command("record")
@click.argument("asked", metavar="ID|FILE...", nargs=-1, required=True)
@click.option(
    "--set", "said", multiple=True, metavar="FIELD=VALUE",
    help="Say what a field is; given again for one field, it has several values.",
)  # fmt: skip
@click.option("--unset", multiple=True, metavar="FIELD", help="Let what was read hold again.")
@library_option
@json_option
def record_command(
    asked: tuple[str, ...],
    said: tuple[str, ...],
    unset: tuple[str, ...],
    library: Path,
    *,
    as_json: bool,
) -> None:
    """Show the catalogue records of documents, or say what their fields are.

    What was read from a document is kept beside what you say.  FIELD is a field that
    `record --json` shows, a term of Dublin Core, or a name of your own.
    """
    values = _values(said)
    with Store.open(library, read_only=not (values or unset)) as store:
        ids = [known_id(store, each) for each in asked]
        wanted = {**values, **dict.fromkeys(unset)}
        edits = recorded(ids, wanted, store.records.of)
        if edits:
            store.apply(Change("Edit Record", edits))
        found = [_as_json(store, each) for each in ids]
    if as_json:
        say_json(found)
        return
    for each in found:
        say(f"{each['id']}")
        for field in each["fields"]:
            say(f"    {field['field']}: {'; '.join(field['values'])}")


def _values(said: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    values: dict[str, tuple[str, ...]] = {}
    for each in said:
        field, equals, value = each.partition("=")
        if not equals or not field.strip():
            raise click.UsageError(f"“{each}” says nothing of a field: it is FIELD=VALUE.")
        values[field.strip()] = (*values.get(field.strip(), ()), value)
    for value in values.get("date", ()):
        if value and read_date(value).edtf is None:
            remark(_doubt(value))
    return values


def _doubt(date: str) -> str:
    meant = [date_words(each, Manner.PLAIN) or each for each in readings(date)]
    if meant:
        return f"The date “{date}” may be {' or '.join(meant)}: write the one that is meant."
    return f"The date “{date}” is kept, but not understood."


def _as_json(store: Store, document_id: str) -> dict[str, Any]:
    record, read = store.document(document_id).record, store.records.read(document_id)
    names = [*FIELDS, *(name for name in record.added if name not in FIELDS)]
    fields = [_field(record, name, read.get(name)) for name in names]
    shown = [each for each in fields if each["values"] or "read" in each]
    return {"id": document_id, "edtf": record.date.edtf if record.date else None, "fields": shown}


def _field(record: Record, name: str, read: tuple[str, ...] | None) -> dict[str, Any]:
    source = record.sources.get(name)
    shown: dict[str, Any] = {
        "field": name,
        "values": list(values_of(record, name)),
        "source": source.value if source else None,
        "term": kind_of(name).term,
    }
    return shown if read is None else shown | {"read": list(read)}

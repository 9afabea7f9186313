"""The command `fill-records`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from library.cli.finding import known_id
from library.cli.options import json_option, library_option
from library.cli.output import remark, say, say_json
from library.errors import SeveralReferences
from library.model.change import Change, Edit
from library.store.store import Store

if TYPE_CHECKING:
    from library.citing.cited import Cited


@click.command("fill-records")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--document", metavar="ID|FILE", help="The document that the one reference is of.")
@click.option("--replace", "replacing", is_flag=True, help="Fill fields that have a value, too.")
@library_option
@json_option
def fill_records_command(
    file: Path, document: str | None, library: Path, *, replacing: bool, as_json: bool
) -> None:
    """Fill the records of documents from a FILE of references: BibTeX, RIS or CSL-JSON.

    A document is known by its address, its record number or its title.
    """
    # Here and not above: the window starts sooner without these.
    from library.citing.filling import filling, matched  # noqa: PLC0415
    from library.citing.reading import read_references  # noqa: PLC0415

    references = read_references(file)
    with Store.open(library) as store:
        if document is not None:
            if len(references) != 1:
                raise SeveralReferences(len(references))
            found: list[tuple[Cited, str | None]] = [(references[0], known_id(store, document))]
        else:
            found = list(matched(references, store.records.known()))
        edits: list[Edit] = []
        filled = []
        for reference, known in found:
            if known is None:
                remark(f"No document is known by “{reference.title}”.")
                continue
            record = store.records.record(known)
            new = filling(known, record, reference, store.records.of, replacing=replacing)
            edits += new
            filled.append({"id": known, "fields": [e.item.id.partition("/")[2] for e in new]})
        if edits:
            store.apply(Change("Fill Records", tuple(edits)))
    if as_json:
        say_json(filled)
    else:
        for each in filled:
            say(f"{each['id']}  {', '.join(each['fields']) or 'nothing new'}")

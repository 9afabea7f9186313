"""The command `trash`."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from library.cli.options import json_option, library_option
from library.cli.output import remark, say, say_json
from library.cli.progress import shown
from library.errors import DocumentAmbiguous, NotInTrash
from library.model.annotation import Annotation
from library.model.change import Change, Edit, Holding
from library.store.rows import time_text
from library.store.store import Store
from library.store.trash import Trashed

_QUESTION = (
    "{0} and all notes in the trash will be gone for good, with their files. "
    "This cannot be undone. Go on?"
)


@click.command("trash")
@click.option("--restore", multiple=True, metavar="ID", help="Bring this document or note back.")
@click.option("--empty", is_flag=True, help="Delete for good all that is in the trash.")
@click.option("--yes", is_flag=True, help="Do not ask before deleting.")
@library_option
@json_option
def trash_command(
    restore: tuple[str, ...], library: Path, *, empty: bool, yes: bool, as_json: bool
) -> None:
    """List what is in the trash, bring something back, or delete it all for good.

    Before anything is deleted the library is backed up, without its files.
    """
    if restore and empty:
        raise click.UsageError("Either bring something back or empty the trash.")
    with Store.open(library, read_only=not (restore or empty)) as store:
        edits = tuple(_restored(store, asked) for asked in dict.fromkeys(restore))
        if edits:
            store.apply(Change("Restore", edits))
        if empty and (store.trash.documents() or store.trash.notes()):
            _empty(store, asks=not yes)
        _show(store, as_json=as_json)


def _empty(store: Store, *, asks: bool) -> None:
    documents = [document for document, _ in store.trash.documents()]
    if asks:
        count = "1 document" if len(documents) == 1 else f"{len(documents)} documents"
        click.confirm(_QUESTION.format(count), abort=True, err=True)
    shown(store.purging.deleting(documents))
    store.trash.empty(datetime.now(UTC))


def _restored(store: Store, asked: str) -> Edit:
    """What brings back the document or the note whose id begins so."""
    documents = [each for each, _ in store.trash.documents() if each.startswith(asked)]
    notes = [each for each in store.trash.notes() if each.item.id.startswith(asked)]
    found = (*documents, *(each.item.id for each in notes))
    if not asked or not found:
        raise NotInTrash(asked)
    if len(found) > 1:
        raise DocumentAmbiguous(asked, found[:5])
    if documents:
        return Edit(store.holding(documents[0]), Holding(documents[0]))
    return Edit(notes[0].item, replace(notes[0].item, deleted=None))


def _show(store: Store, *, as_json: bool) -> None:
    documents, notes = store.trash.documents(), store.trash.notes()
    if as_json:
        held = [(each, title, store.holding(each).deleted) for each, title in documents]
        said = [
            {"id": each, "title": title, "deleted": time_text(deleted)}
            for each, title, deleted in held
            if deleted is not None
        ]
        say_json({"documents": said, "notes": [_note_json(each) for each in notes]})
        return
    for each, title in documents:
        say(f"{each}  {title}")
    for note in notes:
        say(f"{note.item.id}  {_words(note)}  ({note.title})")
    if not (documents or notes):
        remark("The trash is empty.")


def _note_json(trashed: Trashed) -> dict[str, Any]:
    item = trashed.item
    return {
        "id": item.id,
        "kind": item.kind.value if isinstance(item, Annotation) else "bookmark",
        "text": _words(trashed),
        "document": item.document,
        "title": trashed.title,
    }


def _words(trashed: Trashed) -> str:
    """What a note says, else what it is on."""
    item = trashed.item
    if not isinstance(item, Annotation):
        return item.name
    quotes = (getattr(target, "quote", "") for target in item.targets)
    return " ".join((item.note or " ".join(quotes)).split()) or str(item.kind)

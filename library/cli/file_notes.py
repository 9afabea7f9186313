"""The command `file-notes`: annotations that a document's PDF holds itself."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

import click

from library.cli.as_json import file_note_json
from library.cli.finding import known_id, reading_pool
from library.cli.options import json_option, library_option, password_option
from library.cli.output import say, say_json
from library.export.adopting import adopted
from library.model.annotation import Annotation
from library.model.change import Change, Edit
from library.model.document import Document
from library.pages.file_notes import FileNote
from library.pages.pool import Urgency
from library.pages.requests import FileSource, ReadNotes
from library.store.store import Store


@click.command("file-notes")
@click.argument("asked", metavar="ID|FILE")
@click.option("--adopt", is_flag=True, help="Make them annotations of your own.")
@library_option
@password_option
@json_option
def file_notes_command(
    asked: str, library: Path, password: str | None, *, adopt: bool, as_json: bool
) -> None:
    """List the annotations that a document's PDF holds itself."""
    with Store.open(library, read_only=not adopt) as store:
        document = store.document(known_id(store, asked))
        found = notes_in_files(store, document, password)
        if adopt:
            edits = adoption(store, document, found)
            if edits:
                store.apply(Change("Adopt Notes of the File", edits))
            say(f"{len(edits)} of {len(found)} annotations were adopted.")
        elif as_json:
            say_json([file_note_json(note) for _, note in found])
        else:
            for _, note in found:
                say(f"Page {note.page + 1} of the file, {note.kind.value}: {note.contents}")


def notes_in_files(
    store: Store, document: Document, password: str | None
) -> list[tuple[int, FileNote]]:
    """Each with the number of its file in the document."""
    with reading_pool() as pool:
        return [
            (number, note)
            for number, file in enumerate(document.files)
            for note in pool.submit(
                ReadNotes(FileSource(store.path_of(file), password, file.name)),
                Urgency.BACKGROUND,
            ).result()
        ]


def adoption(
    store: Store, document: Document, notes: Iterable[tuple[int, FileNote]]
) -> tuple[Edit, ...]:
    """The edits that make them the reader's own; those that were adopted before are left out."""
    now = datetime.now(UTC)
    known = {each.id for each in all_annotations(store, document.id)}
    made = [adopted(document, note, file, now) for file, note in notes]
    new = {each.id: each for each in made if each.id not in known}
    return tuple(Edit(None, each) for each in new.values())


def all_annotations(store: Store, document_id: str) -> tuple[Annotation, ...]:
    """Those in the trash too."""
    return store.annotations(document_id) + store.annotations(document_id, deleted=True)

"""What the writers do: one endless stream of writes for each kind, over the real store."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random

from library.errors import DiptychError
from library.model.annotation import Annotation
from library.model.change import Change, Edit
from library.model.document import Document
from library.progress import quietly
from library.store.store import Store
from tests.documents import NOON, a_document
from tests.reliability.noting import TEXT, a_note, the_document
from tests.reliability.old_library import make_old_library
from tests.reliability.protocol import say


@contextmanager
def tried(told: dict) -> Iterator[None]:
    """Say that it is tried, and whether it was done."""
    say("TRY", told)
    try:
        yield
    except DiptychError as error:
        say("ERR", str(error))
    else:
        say("ACK", told)


def write_notes(folder: Path, run: str) -> None:
    with Store.open(folder) as store:
        document = the_document(store)
        say("READY")
        for number in itertools.count():
            note = a_note(document, f"{run}-{number}", f"note {number} " * (1 + number % 40))
            with tried({"id": note.id, "note": note.note}):
                store.apply(Change.add("Note", note))


def write_edits(folder: Path, run: str) -> None:
    """Notes are made, reworded, thrown away, brought back and removed; by chance, by turns."""
    chance = Random(run)
    with Store.open(folder) as store:
        document = the_document(store)
        notes = {
            note.id: note
            for deleted in (False, True)
            for note in store.annotations(document.id, deleted=deleted)
        }
        say("READY")
        for number in itertools.count():
            before = chance.choice([None, *notes.values()])
            after = _next(chance, document, before, f"{run}-{number}")
            thing = after or before
            told = {"note": after and after.note, "deleted": bool(after and after.deleted)}
            with tried({"id": thing.id, **told}):
                store.apply(Change("Edit", (Edit(before, after),)))
                notes.pop(thing.id, None)
                if after is not None:
                    notes[thing.id] = after


def _next(
    chance: Random, document: Document, note: Annotation | None, name: str
) -> Annotation | None:
    if note is None:
        return a_note(document, name, "new")
    match chance.randrange(4):
        case 0:
            return replace(note, note=f"edited by {name} " * chance.randrange(1, 30))
        case 1:
            return replace(note, deleted=None if note.deleted else NOON)
        case 2:
            return replace(note, tags=(name,), note=f"tagged by {name}")
    return None


def write_imports(folder: Path, run: str) -> None:
    """What an import writes for each document: its file, then its record, pages and texts."""
    with Store.open(folder) as store:
        say("READY")
        for number in itertools.count():
            path = folder.parent / f"import-{run}-{number}.pdf"
            path.write_bytes(Random(f"{run}-{number}").randbytes(200_000))
            with tried({"title": path.stem}):
                kept = store.keep_file(path, "application/pdf")
                document = replace(a_document(path.stem, TEXT, pages=30), files=(kept,))
                store.add_document(document, datetime.now(UTC))
            path.unlink()


def write_backups(folder: Path, run: str) -> None:
    with Store.open(folder) as store:
        document = the_document(store)
        say("READY")
        for number in itertools.count():
            note = a_note(document, f"{run}-{number}", "x" * 2000)
            with tried({"id": note.id, "note": note.note}):
                store.apply(Change.add("Note", note))
            with tried({"backup with": note.id}):
                quietly(store.safety.backing_up("by-hand"))


def write_migrations(folder: Path, run: str) -> None:
    """Old libraries, each brought up to date."""
    template = folder.parent / "old"
    notes = make_old_library(template)
    say("READY")
    for number in itertools.count():
        old = folder.parent / f"old-{run}-{number}"
        old.mkdir()
        (old / "library.db").write_bytes((template / "library.db").read_bytes())
        for path in (*old.rglob("*"), old, old.parent):
            _sync(path)
        with tried({"folder": old.name, "notes": notes}):
            Store.open(old).close()


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)


WRITERS: dict[str, Callable[[Path, str], None]] = {
    "notes": write_notes,
    "edits": write_edits,
    "imports": write_imports,
    "backups": write_backups,
    "migrations": write_migrations,
}

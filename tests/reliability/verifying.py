"""What is there after a kill or a power cut, against what writers said."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from time import perf_counter

from library.progress import quietly
from library.store.safety.backups import backups_in
from library.store.safety.hurt_tables import connect_to_hurt
from library.store.safety.restoring import is_good
from library.store.store import Store
from tests.reliability.noting import TEXT
from tests.reliability.protocol import Said

Faults = Iterator[str]


def verify(kind: str, folder: Path, said: Said) -> tuple[list[str], float]:
    """What is wrong, and how many seconds it took to open the library again."""
    if kind == "migrations":
        return _migrations(folder.parent, said)
    began = perf_counter()
    with Store.open(folder) as store:
        took = perf_counter() - began
        faults = list(_VERIFIERS[kind](store, said))
        findings = quietly(store.safety.checking(thoroughly=True))
        faults += findings.sentences()
        left = [p.name for p in folder.rglob("*.part")] + [p.name for p in folder.glob("*.new-*")]
        faults += [f"{name} was left" for name in left if kind != "backups"]
    return faults, took


def _notes(store: Store, said: Said) -> Faults:
    there = _all_notes(store)
    for told in said.acknowledged:
        if "id" in told and there.get(told["id"], (None,))[0] != told["note"]:
            yield f"the note {told['id']} is lost"


def _edits(store: Store, said: Said) -> Faults:
    """Each note is as the last edit left it, or one that was under way when a kill came."""
    there = _all_notes(store)
    last = {told["id"]: told for told in said.acknowledged}
    under_way = [(told["id"], _state(told)) for told in said.tried]
    for name in last.keys() | {each for each, _ in under_way}:
        may_be = [state for each, state in under_way if each == name]
        may_be.append(_state(last[name]) if name in last else None)
        if there.get(name) not in may_be:
            yield f"the note {name} is {there.get(name)}, not {may_be}"


def _state(told: dict) -> tuple[str, bool] | None:
    return None if told["note"] is None else (told["note"], told["deleted"])


def _imports(store: Store, said: Said) -> Faults:
    """All that were acknowledged are there, and all that are there are whole."""
    there = {entry.title: store.document(entry.id) for entry in store.shelf()}
    for told in said.acknowledged:
        if told["title"] not in there:
            yield f"the document {told['title']} is lost"
    for title, document in there.items():
        texts = [version.text for version in document.versions]
        if len(document.pages) != 30 or texts != [TEXT] or not store.has_files(document):
            yield f"the document {title} is half there"


def _backups(store: Store, said: Said) -> Faults:
    yield from _notes(store, said)
    backups = backups_in(store.folder)
    yield from (f"the backup {each.name} is hurt" for each in backups if not is_good(each))
    made = [told["backup with"] for told in said.acknowledged if "backup with" in told]
    if made and not any(_has_note(each.path, made[-1]) for each in backups[:2]):
        yield f"the backup with {made[-1]} is lost"


def _has_note(path: Path, name: str) -> bool:
    with closing(connect_to_hurt(path)) as db:
        return db.execute("SELECT 1 FROM annotation WHERE id = ?", (name,)).fetchone() is not None


def _migrations(parent: Path, said: Said) -> tuple[list[str], float]:
    """Every old library is whole, and of today's version, when it is opened again."""
    faults, longest = [], 0.0
    for told in (*said.acknowledged, *said.tried):
        old = parent / told["folder"]
        if not old.exists():
            continue  # looked at before
        began = perf_counter()
        with Store.open(old) as store:
            longest = max(longest, perf_counter() - began)
            notes = len(_all_notes(store))
            faults += quietly(store.safety.checking(thoroughly=True)).sentences()
        if notes != told["notes"]:
            faults.append(f"{old.name} has {notes} notes")
        shutil.rmtree(old)
    return faults, longest


def _all_notes(store: Store) -> dict[str, tuple[str, bool]]:
    return {
        note.id: (note.note, deleted)
        for entry in store.shelf()
        for deleted in (False, True)
        for note in store.annotations(entry.id, deleted=deleted)
    }


_VERIFIERS: dict[str, Callable[[Store, Said], Faults]] = {
    "notes": _notes,
    "edits": _edits,
    "imports": _imports,
    "backups": _backups,
}

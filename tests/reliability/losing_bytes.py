"""Libraries that lost bytes, and backups that are gone back to."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from time import perf_counter

from library.errors import DiptychError
from library.model.annotation import Annotation
from library.model.change import Change, Edit
from library.model.document import Document
from library.progress import quietly
from library.store.opening import checking
from library.store.safety.backups import backups_in
from library.store.safety.mending import mending
from library.store.safety.restoring import restore
from library.store.store import Store
from tests.documents import NOON, a_document
from tests.library.store.safety.hurting import left_open
from tests.reliability.noting import TEXT, a_note

Notes = dict[str, Annotation]


@dataclass
class Flips:
    """What came of flipped bytes."""

    flips: int = 0
    refused: int = 0  # the library was not opened, in a sentence
    harmless: int = 0  # all reads as before, and the check finds nothing
    told: int = 0  # a check named what is hurt, or said that the database is
    not_shown: int = 0  # the program says that the library is damaged when it is to be read
    unnoticed: int = 0  # a note is shown, not as it was, and was not named
    mended: int = 0  # every note is as it was after mending
    kept_in_part: int = 0  # mending named those that are not
    not_mended: int = 0  # nothing could be read: a backup is needed
    faults: list[str] = field(default_factory=list)
    longest: float = 0.0  # seconds, of a check


def flip_bytes(count: int, place: Path, seed: int = 1, notes: int = 200) -> Flips:
    """Flip so many bytes, each in a fresh copy of the same library."""
    chance, result = Random(seed), Flips()
    whole = _library(place / "whole", notes)
    before = _read(whole)
    for number in range(count):
        hurt = shutil.copytree(whole, place / f"hurt-{number}")
        _flip(hurt / "library.db", chance)
        left_open(hurt)
        result.flips += 1
        try:
            _look_at(hurt, before, result)
        except DiptychError:
            result.refused += 1
        except Exception as error:  # a crash is what is looked for
            result.faults.append(f"flip {number}: {type(error).__name__}: {error}")
        shutil.rmtree(hurt)
    return result


def _look_at(hurt: Path, before: Notes, result: Flips) -> None:
    began = perf_counter()
    findings = quietly(checking(hurt, thoroughly=True))
    result.longest = max(result.longest, perf_counter() - began)
    named = {thing.id for thing in findings.things}
    shown = _shown(hurt)
    wrong = set() if shown is None else {n for n, note in before.items() if shown.get(n) != note}
    result.not_shown += shown is None
    if findings.sentences():
        result.told += 1
    elif not wrong:
        result.harmless += 1
    if not findings.structure and wrong - named:
        result.unnoticed += 1
        result.faults.append(f"not named: {sorted(wrong - named)[:5]}")
    _mend(hurt, before, result)


def _mend(hurt: Path, before: Notes, result: Flips) -> None:
    try:
        repaired = quietly(mending(hurt)).repaired
    except DiptychError:
        result.not_mended += 1
        return
    after = _read(hurt)
    wrong = {name for name, note in before.items() if after.get(name) != note}
    named = {thing.id for thing in (*repaired.older, *repaired.lost)}
    result.mended += not wrong
    result.kept_in_part += bool(wrong)
    if wrong - named:
        result.faults.append(f"not named after mending: {sorted(wrong - named)[:5]}")


def _shown(folder: Path) -> Notes | None:
    """The notes as the program would show them; None where it says that it cannot."""
    try:
        with Store.open(folder, read_only=True) as store:
            return {n.id: n for entry in store.shelf() for n in store.annotations(entry.id)}
    except DiptychError:
        return None


def _library(folder: Path, notes: int) -> Path:
    with Store.open(folder) as store:
        document = store.add_document(a_document("A letter", TEXT), NOON)
        for number in range(notes):
            note = a_note(document, f"n{number}", f"note {number} " * (1 + number % 9))
            store.apply(Change.add("Note", note))
    return folder


def _read(folder: Path) -> Notes:
    with Store.open(folder) as store:
        return {n.id: n for entry in store.shelf() for n in store.annotations(entry.id)}


def _flip(path: Path, chance: Random) -> None:
    whole = bytearray(path.read_bytes())
    whole[chance.randrange(len(whole))] ^= chance.randint(1, 255)
    path.write_bytes(whole)


def restore_at_random(count: int, place: Path, seed: int = 1) -> list[str]:
    """Make backups between changes, and go back to one of them at random, so many times.

    What is told is where the library was not exactly as it was when that backup was made.
    """
    chance, faults, then = Random(seed), [], {}
    folder = _library(place / "library", 20)
    for number in range(count):
        with Store.open(folder) as store:
            document = store.document(next(iter(store.shelf())).id)
            for _ in range(chance.randint(1, 5)):
                _change_something(store, document, chance, f"{number}-{chance.random()}")
            backup = quietly(store.safety.backing_up())
        then[backup.name] = _all_rows(folder / "library.db")
        back = chance.choice(backups_in(folder))
        restore(folder, back)
        if _all_rows(folder / "library.db") != then[back.name]:
            faults.append(f"restore {number}: the library is not as it was in {back.name}")
        faults += quietly(checking(folder, thoroughly=True)).sentences()
    return faults


def _change_something(store: Store, document: Document, chance: Random, name: str) -> None:
    notes = store.annotations(document.id)
    note = chance.choice(notes)
    after = chance.choice((None, replace(note, note=f"edited {name}"), replace(note, deleted=NOON)))
    store.apply(Change.add("Note", a_note(document, name, f"new {name}")))
    store.apply(Change("Edit", (Edit(note, after),)))


def _all_rows(path: Path) -> str:
    """Everything in the database, as SQL."""
    with closing(sqlite3.connect(path)) as db:
        return "\n".join(db.iterdump())

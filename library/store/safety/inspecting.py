"""Looking a library over: the database itself, the seals, the files."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from sqlite_utils import Database

from library.errors import DiptychError
from library.progress import Progress, quietly
from library.store.files import digest_of as digest_of_file
from library.store.files import path_of
from library.store.safety.findings import Findings, Harm, HurtFile, HurtThing
from library.store.safety.hurt_tables import HURT, connect_to_hurt, readable_rows
from library.store.safety.kinds import KINDS, Kind
from library.store.safety.last_states import States, last_states
from library.store.safety.naming import words_of_plain, words_of_rows
from library.store.safety.seals import Thing, digest_of, gathered

Seals = Mapping[tuple[str, str], bytes]  # by kind and id
Work = Generator[Progress, None, Findings]
_MOST_FAULTS = 20  # that SQLite is asked to tell


def inspecting(path: Path, *, thoroughly: bool = False, files_in: Path | None = None) -> Work:
    """Check the database at `path` as it is now; nothing is written.

    Thoroughly: its indexes are compared with its tables, too.  The files of the library in
    `files_in` are compared with their digests.
    """
    total = len(KINDS) + 2
    yield Progress(0, total, "Checking the database")
    with closing(connect_to_hurt(path)) as db:
        structure = tuple(_faults(db, thoroughly=thoroughly))
        seals, all_seals = readable_seals(db)
        looked = Looked(seals or {}, all_seals)
        for done, kind in enumerate(KINDS.values() if seals is not None else ()):
            yield Progress(done + 1, total, "Checking your notes")
            looked.look_at(db, kind)
        things = named(db, looked) if looked.hurt else ()
        yield Progress(total - 1, total, "Checking the files")
        files = (yield from _checking_files(db, files_in)) if files_in else ()
    return Findings(structure, things, files, looked.notes)


def looks_hurt(path: Path) -> bool:
    """Whether a quick check finds anything at all."""
    try:
        return bool(quietly(inspecting(path)).sentences())
    except HURT:
        return True


@dataclass
class Looked:
    """What was seen of the things so far."""

    seals: Seals
    has_all_seals: bool  # else it cannot be told which thing never had one
    notes: int = 0
    hurt: dict[tuple[str, str], Harm] = field(default_factory=dict)
    things: dict[tuple[str, str], Thing] = field(default_factory=dict)  # those of `hurt`

    def look_at(self, db: Database, kind: Kind) -> None:
        sealed = {name: d for (table, name), d in self.seals.items() if table == kind.table}
        things = readable_things(db, kind, tuple(sealed))
        for name, thing in things.items():
            if name not in sealed:
                harm = Harm.UNKNOWN if self.has_all_seals else None
            elif kind.table not in thing:  # only parts of it are left
                harm = Harm.MISSING
            else:
                harm = None if digest_of(kind, thing) == sealed[name] else Harm.CHANGED
            if harm is not None:
                self.hurt[kind.table, name] = harm
                self.things[kind.table, name] = thing
        self.hurt |= {(kind.table, name): Harm.MISSING for name in sealed.keys() - things.keys()}
        self.notes += len(things) if kind.of_reader else 0


def readable_things(db: Database, kind: Kind, names: Sequence[str] = ()) -> Mapping[str, Thing]:
    """The things of a kind that can be read, whole or in part; `names` are ids to look for."""
    known = list(names)

    def read(table: str, order: str) -> list[sqlite3.Row]:
        found = readable_rows(db, table, order, known)[0]
        if table == kind.table:
            known.extend(str(row[kind.key]) for row in found)
        return found

    return gathered(kind, read)


def compared(db: Database, seals: Seals | None, *, is_all: bool) -> Looked:
    """All things of a database against these seals; `is_all` where no seal can be missing."""
    looked = Looked(seals or {}, is_all)
    for kind in KINDS.values() if seals is not None else ():
        looked.look_at(db, kind)
    return looked


def readable_seals(db: Database) -> tuple[Seals | None, bool]:
    """The seals, None where the library has none yet; and whether all could be read."""
    try:
        if "seal" not in db.table_names():
            return None, True
    except HURT:
        return None, False
    found, is_all = readable_rows(db, "seal", "kind, id", KINDS)
    return {(str(row["kind"]), str(row["id"])): row["digest"] for row in found}, is_all


def _faults(db: Database, *, thoroughly: bool) -> Iterator[str]:
    check = "integrity_check" if thoroughly else "quick_check"
    try:
        told = [str(row[0]) for row in db.execute(f"PRAGMA {check}({_MOST_FAULTS})")]
        yield from (fault for fault in told if fault != "ok")
        for table, *_ in db.execute("PRAGMA foreign_key_check"):
            yield f"a row of the table {table} belongs to nothing"
    except HURT as error:
        yield str(error)


def named(db: Database, looked: Looked) -> tuple[HurtThing, ...]:
    """Each hurt thing by its words: as it was saved, or else as it is; the reader's first."""
    states = last_states(db)
    titles = {row["id"]: row["title"] for row in readable_rows(db, "document", "id")[0]}
    found = []
    for (kind, name), harm in looked.hurt.items():
        words, document = _known(states, looked.things.get((kind, name), {}), kind, name)
        found.append(HurtThing(kind, name, harm, words, str(titles.get(document, ""))))
    return tuple(sorted(found, key=lambda thing: not KINDS[thing.kind].of_reader))


def _known(states: States, thing: Thing, kind: str, name: str) -> tuple[str, str]:
    """Its words, and the id of its document."""
    plain = states.get((kind, name))
    if plain is not None:
        return words_of_plain(plain), str(plain.get("document"))
    own = thing.get(kind) or ({},)
    return words_of_rows(thing), str(own[0].get("document"))


def _checking_files(db: Database, folder: Path) -> Generator[Progress, None, tuple[HurtFile, ...]]:
    titles = {row["id"]: row["title"] for row in readable_rows(db, "document", "id")[0]}
    kept = readable_rows(db, "document_file", "document, place", titles)[0]
    hurt = []
    for done, row in enumerate(kept):
        yield Progress(done, len(kept), "Checking the files")
        found = path_of(folder, str(row["digest"]), str(row["media_type"]))
        if row["digest"] and not _is_as_added(found, str(row["digest"])):
            title = str(titles.get(row["document"], ""))
            hurt.append(HurtFile(str(row["name"]), title, found.exists()))
    return tuple(sorted(hurt, key=lambda file: (file.title, file.name)))


def _is_as_added(path: Path, digest: str) -> bool:
    try:
        return digest_of_file(path) == digest
    except DiptychError:
        return False

"""Bringing each hurt thing back to what it was when it was saved.

What it was is known from the log of changes and from backups; its seal tells whether that is
it.  Where nothing fits the seal, the newest that is known is taken, and told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from sqlite_utils import Database

from library.store.changes import keeper_of
from library.store.plain import item_of
from library.store.safety.findings import HurtThing
from library.store.safety.inspecting import Seals
from library.store.safety.kinds import KINDS, Kind
from library.store.safety.last_states import Plain, States
from library.store.safety.salvaging import copy_rows
from library.store.safety.seals import Thing, digest_of, thing_of

UNREADABLE = (ValueError, TypeError, KeyError, AttributeError, LookupError)  # by the model


@dataclass(frozen=True, slots=True)
class Sources:
    """Where hurt things may be found whole: the log of changes, and backups, the newest first."""

    states: States
    backups: Sequence[Database]


@dataclass(frozen=True, slots=True)
class Repaired:
    """What became of the hurt things: as it was saved, as it was known last, or gone."""

    mended: tuple[HurtThing, ...] = ()
    older: tuple[HurtThing, ...] = ()
    lost: tuple[HurtThing, ...] = ()


def repair(db: Database, hurt: Sequence[HurtThing], seals: Seals, sources: Sources) -> Repaired:
    """Mend the hurt things in `db`, documents and texts before what points at them."""
    found: dict[str, list[HurtThing]] = {"mended": [], "older": [], "lost": []}
    first = {"document": 0, "version": 1}
    for thing in sorted(hurt, key=lambda each: first.get(each.kind, 2)):
        seal = seals.get((thing.kind, thing.id))
        found[_repair(db, KINDS[thing.kind], thing.id, seal, sources)].append(thing)
    return Repaired(**{how: tuple(things) for how, things in found.items()})


def _repair(db: Database, kind: Kind, name: str, seal: bytes | None, sources: Sources) -> str:
    as_read = thing_of(db, kind, name)
    ways: list[Callable[[], None]] = [*_ways(db, kind, name, sources)]
    for write in ways:
        if _works(db, kind, name, write) and _digest(db, kind, name) == seal:
            return "mended"
    if as_read is not None:
        ways.append(partial(_put, db, kind, name, as_read))
    for write in ways:
        if _works(db, kind, name, write):
            return "older"
    _take_away(db, kind, name)
    return "lost"


def _ways(db: Database, kind: Kind, name: str, sources: Sources) -> Iterator[Callable[[], None]]:
    plain = sources.states.get((kind.table, name))
    if plain is not None:
        yield partial(_write_plain, db, kind, name, plain)
    for backup in sources.backups:
        thing = thing_of(backup, kind, name)
        if thing is not None:
            yield partial(_put, db, kind, name, thing)


def _works(db: Database, kind: Kind, name: str, write: Callable[[], None]) -> bool:
    """Whether the thing is there after `write`, and the program can read it."""
    try:
        write()
        keeper = keeper_of(kind.table)
        return _digest(db, kind, name) is not None and (
            keeper is None or keeper.find(db, name) is not None
        )
    except UNREADABLE:
        return False


def _write_plain(db: Database, kind: Kind, name: str, plain: Plain) -> None:
    _take_away(db, kind, name)
    keeper = keeper_of(kind.table)
    if keeper is not None:
        keeper.save(db, item_of(plain))


def _put(db: Database, kind: Kind, name: str, thing: Thing) -> None:
    _take_away(db, kind, name)
    for table in (kind.table, *(part.table for part in kind.parts)):
        copy_rows(db, table, thing.get(table, ()))


def _take_away(db: Database, kind: Kind, name: str) -> None:
    """Its parts too: nothing cascades while foreign keys are off."""
    for table, key in ((kind.table, kind.key), *((p.table, p.key) for p in kind.parts)):
        db.execute(f"DELETE FROM {table} WHERE {key} = ?", (name,))


def _digest(db: Database, kind: Kind, name: str) -> bytes | None:
    thing = thing_of(db, kind, name)
    return None if thing is None else digest_of(kind, thing)

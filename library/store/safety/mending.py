"""Saving of a hurt library what can be saved."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from sqlite_utils import Database

from library.errors import LibraryDamaged
from library.progress import Progress, quietly
from library.store.connection import connect
from library.store.failures import explained
from library.store.opening import checked_header
from library.store.safety.backups import backups_in
from library.store.safety.findings import Harm, HurtThing
from library.store.safety.hurt_tables import HURT, connect_to_hurt
from library.store.safety.inspecting import (
    Looked,
    compared,
    inspecting,
    named,
    readable_seals,
    readable_things,
)
from library.store.safety.kinds import KINDS
from library.store.safety.last_states import last_states
from library.store.safety.repairing import Repaired, Sources, repair
from library.store.safety.replacing import NAME, replace_library
from library.store.safety.restoring import is_good
from library.store.safety.salvaging import copy_tables, make_tables, version_of
from library.store.safety.seals import seal_everything
from library.store.safety.standing_in import drop_orphans, stand_in_for_parents

BACKUPS_ASKED = 3  # for what cannot be read: the newest that are whole


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of it; what was there is kept in the folder `aside`."""

    aside: Path
    notes: int  # in the library now, of all kinds
    repaired: Repaired = field(default_factory=Repaired)

    def sentences(self) -> tuple[str, ...]:
        """How many notes there are now, and everything that is not as it was saved."""
        mended = len(self.repaired.mended)
        told = [f"{self.notes:,} notes and marks are saved."]
        if mended:
            told.append(f"Of these, {mended:,} had been hurt and could be mended.")
        told += [f"{thing} What is there now may be older." for thing in self.repaired.older]
        told += [f"{thing} It is lost." for thing in self.repaired.lost]
        return tuple(told)


def mending(folder: Path) -> Generator[Progress, None, Mended]:
    """Put what can be read of the library, or is known of it otherwise, in its place.

    Raises `LibraryDamaged` where nothing can be read, and as `checked_header` and
    `replace_library` do.
    """
    checked_header(folder / NAME)
    yield Progress(0, 2, "Saving what can be saved")
    came_of_it: list[Repaired] = []
    aside = replace_library(folder, lambda path: came_of_it.append(_salvage(folder, path)))
    yield Progress(1, 2, "Checking what was saved")
    notes = quietly(inspecting(folder / NAME)).notes
    return Mended(aside, notes, came_of_it[0])


def _salvage(folder: Path, path: Path) -> Repaired:
    with ExitStack() as stack:
        stack.enter_context(explained(folder))
        hurt = stack.enter_context(closing(connect_to_hurt(folder / NAME)))
        _refuse_unreadable(hurt, folder)
        new = stack.enter_context(closing(connect(path)))
        make_tables(new, version_of(hurt))
        new.execute("PRAGMA foreign_keys = OFF")
        with new.atomic():
            copy_tables(hurt, new)
            sources = Sources(last_states(hurt), _good_backups(folder, stack))
            seals, is_all = readable_seals(hurt)
            things = _hurt_things(hurt, new, compared(new, seals, is_all=is_all), sources)
            repaired = repair(new, things, seals or {}, sources)
            _make_whole(new, has_seals=seals is not None)
    if not quietly(inspecting(path, thoroughly=True)).is_well:
        raise LibraryDamaged(folder)
    return repaired


def _make_whole(new: Database, *, has_seals: bool) -> None:
    stand_in_for_parents(new)
    drop_orphans(new)
    if has_seals:
        seal_everything(new)


def _refuse_unreadable(hurt: Database, folder: Path) -> None:
    try:
        hurt.table_names()
    except HURT as error:
        raise LibraryDamaged(folder, "Nothing of it can be read.") from error


def _good_backups(folder: Path, stack: ExitStack) -> list[Database]:
    good = islice(filter(is_good, backups_in(folder)), BACKUPS_ASKED)
    return [stack.enter_context(closing(connect(backup.path, read_only=True))) for backup in good]


def _hurt_things(
    hurt: Database, new: Database, looked: Looked, sources: Sources
) -> tuple[HurtThing, ...]:
    """What is not as it was saved in what could be read."""
    if not looked.has_all_seals:  # then some that are gone may have lost their seals, too
        there = {(kind, name) for kind in KINDS for name in readable_things(new, KINDS[kind])}
        looked.hurt.update((lost, Harm.MISSING) for lost in sources.states.keys() - there)
    return named(hurt, looked)

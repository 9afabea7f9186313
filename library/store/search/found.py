"""Documents that were found, with what the table shows of them and their hits."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlite_utils import Database

from library.model.reading import ShelfEntry
from library.searching.hits import FoundDocument
from library.searching.query import Leaf
from library.searching.standing import Standing
from library.store.catalogue.entries import entry_in
from library.store.rows import IN_LIST, listed, rows
from library.store.search.reading import hits_at, passages_at

_ENTRIES = f"SELECT number, entry FROM shelf_entry WHERE number {IN_LIST}"


@dataclass(frozen=True, slots=True)
class Held:
    """What the index says of some documents and passages, in the order they were asked for."""

    entries: Mapping[int, ShelfEntry] = field(default_factory=dict)  # by number
    places: Mapping[int, tuple[sqlite3.Row, ...]] = field(default_factory=dict)  # by number


def held_at(db: Database, wanted: Mapping[int, Sequence[int]]) -> Held:
    """`wanted` are the passages of each document."""
    known = {row["number"]: row["entry"] for row in rows(db, _ENTRIES, (listed(wanted),))}
    passages = [passage for some in wanted.values() for passage in some]
    places = passages_at(db, passages)
    return Held(
        {number: entry_in(known[number]) for number in wanted if number in known},
        {n: tuple(places[p] for p in some if p in places) for n, some in wanted.items()},
    )


def found_documents(
    db: Database, standing: Standing, held: Held, leaves: Sequence[Leaf]
) -> tuple[FoundDocument, ...]:
    """With what the library says at their hits."""
    return tuple(
        FoundDocument(
            number=number,
            entry=entry,
            hits=hits_at(db, held.places[number], leaves, similar=False),
            places=len(standing.passages[number]),
        )
        for number, entry in held.entries.items()
    )

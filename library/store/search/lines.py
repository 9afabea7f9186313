"""The lines of a concordance, read from the texts."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from sqlite_utils import Database

from library.model.reading import ShelfEntry
from library.searching.concordance import AROUND, Line, context_of
from library.searching.matching import places_of
from library.searching.query import Leaf
from library.searching.words import placed_words
from library.store.rows import first_row
from library.store.search.reading import TEXT_PART, page_at

_BESIDE = AROUND + 1  # code points around a passage that its lines may need


def lines_at(
    db: Database, entry: ShelfEntry, places: Sequence[sqlite3.Row], leaves: Sequence[Leaf]
) -> Iterator[Line]:
    """Each place of what is looked for in the texts of a document; none of notes and records."""
    for row in places:
        if row["version"] and not row["annotation"]:
            yield from _lines_of(db, entry, row, leaves)


def _lines_of(
    db: Database, entry: ShelfEntry, row: sqlite3.Row, leaves: Sequence[Leaf]
) -> Iterator[Line]:
    start, stop = row["start"], row["stop"]
    first = max(0, start - _BESIDE)
    version = first_row(db, TEXT_PART, (first, stop + _BESIDE, first, row["version"]))
    if version is None:
        return
    part, label = version["part"], version["label"]
    for at, end in places_of(leaves, placed_words(part[start - first : stop - first])):
        before, keyword, after = context_of(part, start - first + at, start - first + end)
        place = start + at, start + end
        yield Line(
            *(before, keyword, after, entry.id, entry.title, entry.date),
            *(row["version"], label, *place, page_at(db, row, place)),
        )

"""Writing a document into the index, in the place of what the index had of it.

What takes a while, folding the words, is done by `Prepared` before the index is held.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from sqlite_utils import Database

from library.searching.words import spelt_words, words_of
from library.store.rows import first_row, rows
from library.store.search.contents import Contents, Row
from library.store.search.tables import COLUMNS, ROOM, ROOM_BITS, ROOMS, SHIFT, is_ready
from library.store.search.vocabulary import Vocabulary

_HOLD = """
INSERT INTO search_held (number, document, room, texts, first_day, last_day, languages)
VALUES (:number, :document, 0, x'', :first, :last, :languages)
ON CONFLICT (number) DO UPDATE SET first_day = :first, last_day = :last, languages = :languages
RETURNING number, room, texts
"""
_HELD = "SELECT number, room, texts FROM search_held WHERE number = ?"
_DIGEST = "SELECT texts FROM search_held WHERE document = ?"
_MARKS = ", ?" * len(COLUMNS)
_ADD = f"INSERT INTO search_words (rowid, {', '.join(COLUMNS)}) VALUES (?{_MARKS})"  # noqa: S608 -- ours
_TAKE_OUT = f"""
INSERT INTO search_words (search_words, rowid, {", ".join(COLUMNS)})
VALUES ('delete', ?{_MARKS})
"""  # noqa: S608 -- the columns' names are ours
_PASSAGE = "INSERT INTO search_passage VALUES (?, ?, ?, ?, ?, ?, ?)"
_NEXT_ROOM = "SELECT max(room) AS last FROM search_dead WHERE room >= ? AND room < ?"


class NoRoom(Exception):
    """The texts of a document changed so often that the index is to be made anew."""


class Folded(NamedTuple):
    """A row with the words of each column."""

    row: Row
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Prepared:
    """A document, ready to be written into the index."""

    contents: Contents

    @cached_property
    def record(self) -> Folded:
        return _folded(self.contents.record_row())

    @cached_property
    def notes(self) -> tuple[Folded, ...]:
        return tuple(map(_folded, self.contents.note_rows()))

    @cached_property
    def texts(self) -> tuple[Folded, ...]:
        return tuple(map(_folded, self.contents.text_rows()))

    def prepare(self, held: bytes | None) -> None:
        """Fold now what is to be written where the index has texts with this digest."""
        _ = self.record, self.notes
        if held != self.contents.digest:
            _ = self.texts


class _Held(NamedTuple):
    """What the index holds a document by."""

    number: int
    room: int
    texts: bytes


class Writing:
    """Writes some documents in one transaction.

    FTS5 writes out what it gathered whenever SQLite may have to take back a part of what a
    statement did.  So the plain tables come first, and all words together at the `end`.
    """

    def __init__(self, db: Database, vocabulary: Vocabulary) -> None:
        self._db = db
        self._vocabulary = vocabulary
        self._taken_out: list[tuple[object, ...]] = []
        self._added: list[tuple[int, Folded]] = []

    def write_document(self, number: int, new: Prepared) -> None:
        """Its texts are written only where they are not what the index has already.

        `number` is the document's on the shelf, here and below.
        """
        held = _hold(self._db, number, new.contents)
        self._write_spoken(held.number, (new.record, *new.notes), drops=0)
        if held.texts != new.contents.digest:
            _bury(self._db, held)
            room = _next_room(self._db, held.number)
            base = (held.number << SHIFT) + (room << ROOM_BITS)
            self._added += ((base + each.row.part, each) for each in new.texts)
            values = room, new.contents.digest, held.number
            self._db.execute("UPDATE search_held SET room = ?, texts = ? WHERE number = ?", values)

    def write_notes(self, number: int, new: Prepared) -> None:
        """Write its notes alone: the rest is as it was."""
        self._write_spoken(_hold(self._db, number, new.contents).number, new.notes, drops=1)

    def remove_document(self, number: int) -> None:
        row = first_row(self._db, _HELD, (number,))
        if row is not None:
            held = _Held(row["number"], row["room"], row["texts"])
            self._drop_spoken(held.number, 0)
            _bury(self._db, held)
            self._db.execute("DELETE FROM search_held WHERE number = ?", (held.number,))

    def end(self) -> None:
        """Write what was gathered."""
        many, folded = self._db.conn.executemany, [each for _, each in self._added]
        many(_PASSAGE, ((at, *each.row.place) for at, each in self._added))
        self._vocabulary.add(self._db, _words(folded), _spelt(folded))
        many(_TAKE_OUT, self._taken_out)
        many(_ADD, ((at, *each.columns) for at, each in self._added))

    def _write_spoken(self, number: int, found: Sequence[Folded], *, drops: int) -> None:
        """The record and the notes, which have the first room.

        `drops` is the first part that is taken out: 0 with the record, 1 without.
        """
        self._drop_spoken(number, drops)
        placed = [((number << SHIFT) + each.row.part, each) for each in found]
        kept = ((at, json.dumps(each.columns, ensure_ascii=False)) for at, each in placed)
        self._db.conn.executemany("INSERT INTO search_kept VALUES (?, ?)", kept)
        self._added += placed

    def _drop_spoken(self, number: int, first: int) -> None:
        span = (number << SHIFT) + first, (number << SHIFT) + ROOM
        kept = rows(self._db, "SELECT * FROM search_kept WHERE id >= ? AND id < ?", span)
        if kept:
            self._taken_out += ((row["id"], *json.loads(row["words"])) for row in kept)
            self._db.execute("DELETE FROM search_kept WHERE id >= ? AND id < ?", span)
            self._db.execute("DELETE FROM search_passage WHERE id >= ? AND id < ?", span)


def is_held(db: Database, number: int) -> bool:
    return first_row(db, _HELD, (number,)) is not None


def digest_held(db: Database, document_id: str) -> bytes | None:
    """The digest of the texts that the index has of a document; None where it has none."""
    if not is_ready(db):
        return None
    row = first_row(db, _DIGEST, (document_id,))
    return None if row is None else bytes(row["texts"])


def _hold(db: Database, number: int, contents: Contents) -> _Held:
    first, last = contents.days()
    values = {
        "number": number,
        "document": contents.document.id,
        "first": first,
        "last": last,
        "languages": contents.languages(),
    }
    return _Held(*rows(db, _HOLD, values)[0])


def _bury(db: Database, held: _Held) -> None:
    """The rows of its texts count no more."""
    if held.room:
        room = held.number * ROOMS + held.room
        db.execute("INSERT INTO search_dead VALUES (?)", (room,))
        span = room << ROOM_BITS, (room + 1) << ROOM_BITS
        db.execute("DELETE FROM search_passage WHERE id >= ? AND id < ?", span)


def _next_room(db: Database, number: int) -> int:
    """The first that has never been used, be it by a document that had the number before.

    Raises `NoRoom`.
    """
    row = first_row(
        db, _NEXT_ROOM, (number << SHIFT - ROOM_BITS, (number + 1) << SHIFT - ROOM_BITS)
    )
    last = 0 if row is None or row["last"] is None else int(row["last"]) & (ROOMS - 1)
    if last + 1 == ROOMS:
        raise NoRoom
    return last + 1


def _folded(row: Row) -> Folded:
    get = row.texts.get
    return Folded(row, tuple(" ".join(words_of(t)) if (t := get(c)) else "" for c in COLUMNS))


def _words(found: Iterable[Folded]) -> set[str]:
    columns = chain.from_iterable(columns for _, columns in found)
    words = set(" ".join(columns).split(" "))
    words.discard("")
    return words


def _spelt(found: Iterable[Folded]) -> set[str]:
    """The words that are written with accents."""
    texts = chain.from_iterable(row.texts.values() for row, _ in found)
    spelt = (spelt_words(text) for text in texts if not text.isascii())
    return {word for words in spelt for word in words if not word.isascii()}

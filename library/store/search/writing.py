"""Writing documents into the index, in the place of what the index had of them.

What takes a while, folding the words, is done by `Prepared` before the index is held.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import NamedTuple

from sqlite_utils import Database

from library.searching.words import spelt_words, words_of
from library.store.rows import IN_LIST, first_row, listed, rows
from library.store.search.contents import Contents, Row
from library.store.search.tables import COLUMNS, ROOM, ROOM_BITS, ROOMS, SHIFT, is_ready
from library.store.search.vocabulary import Vocabulary

_HOLD = """
INSERT OR REPLACE INTO search_held
(number, document, room, texts, first_day, last_day, languages) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_HELD = f"SELECT number, room, texts FROM search_held WHERE number {IN_LIST}"
_DIGESTS = f"SELECT document, texts FROM search_held WHERE document {IN_LIST}"
_MARKS = ", ?" * len(COLUMNS)
_ADD = f"INSERT INTO search_words (rowid, {', '.join(COLUMNS)}) VALUES (?{_MARKS})"
_TAKE_OUT = f"""
INSERT INTO search_words (search_words, rowid, {", ".join(COLUMNS)})
VALUES ('delete', ?{_MARKS})
"""
_PASSAGE = "INSERT INTO search_passage VALUES (?, ?, ?, ?, ?, ?, ?)"
_NEXT_ROOM = "SELECT max(room) AS last FROM search_dead WHERE room >= ? AND room < ?"


class NoRoom(Exception):
    """The texts of a document changed so often that the index is to be made anew."""


class Folded(NamedTuple):
    """A row with the words of each column."""

    row: Row
    columns: tuple[str, ...]
    words: frozenset[str]


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
    """Which texts of a document the index has, and in which room."""

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

    def write(self, found: Mapping[int, Prepared], *, only_notes: bool = False) -> None:
        """Write documents, by their numbers on the shelf; none may be written twice.

        Texts are written only where they are not what the index has already.  `only_notes`
        says that the rest of documents that the index has is as it was.
        """
        before = _held(self._db, found)
        now: list[tuple[object, ...]] = []
        for number, new in found.items():
            held = before.get(number)
            if held is not None and only_notes:
                self._write_spoken(number, new.notes, drops=1)
            else:
                self._write_spoken(number, (new.record, *new.notes), drops=0)
                held = self._write_texts(number, held, new)
            about = (*new.contents.days(), new.contents.languages())
            now.append((number, new.contents.document.id, *held, *about))
        self._db.conn.executemany(_HOLD, now)

    def remove(self, numbers: Iterable[int]) -> None:
        for number, held in _held(self._db, numbers).items():
            self._drop_spoken(number, 0)
            _bury(self._db, number, held)
            self._db.execute("DELETE FROM search_held WHERE number = ?", (number,))

    def end(self) -> None:
        """Write what was gathered."""
        many, folded = self._db.conn.executemany, [each for _, each in self._added]
        many(_PASSAGE, ((at, *each.row.place) for at, each in self._added))
        words = frozenset[str]().union(*(each.words for each in folded))
        self._vocabulary.add(self._db, words, _spelt(folded))
        many(_TAKE_OUT, self._taken_out)
        many(_ADD, ((at, *each.columns) for at, each in self._added))

    def _write_texts(self, number: int, held: _Held | None, new: Prepared) -> _Held:
        digest = new.contents.digest
        if held is not None and held.texts == digest:
            return held
        if held is not None:
            _bury(self._db, number, held)
        room = _next_room(self._db, number)
        base = (number << SHIFT) + (room << ROOM_BITS)
        self._added += ((base + each.row.part, each) for each in new.texts)
        return _Held(room, digest)

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


def digests_held(db: Database, document_ids: Iterable[str]) -> dict[str, bytes]:
    """By the ids of documents, the digests of the texts that the index has of them."""
    if not is_ready(db):
        return {}
    found = rows(db, _DIGESTS, (listed(document_ids),))
    return {row["document"]: bytes(row["texts"]) for row in found}


def _held(db: Database, numbers: Iterable[int]) -> dict[int, _Held]:
    found = rows(db, _HELD, (listed(numbers),))
    return {row["number"]: _Held(row["room"], row["texts"]) for row in found}


def _bury(db: Database, number: int, held: _Held) -> None:
    """The rows of its texts count no more."""
    if held.room:
        room = number * ROOMS + held.room
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
    words = {column: words_of(text) for column, text in row.texts.items() if text}
    columns = tuple(" ".join(words[c]) if c in words else "" for c in COLUMNS)
    return Folded(row, columns, frozenset(chain.from_iterable(words.values())))


def _spelt(found: Iterable[Folded]) -> set[str]:
    """The words that are written with accents."""
    texts = chain.from_iterable(each.row.texts.values() for each in found)
    spelt = (spelt_words(text) for text in texts if not text.isascii())
    return {word for words in spelt for word in words if not word.isascii()}

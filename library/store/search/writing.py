"""Writing a document into the index, in the place of what the index had of it."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from itertools import pairwise

from sqlite_utils import Database

from library.searching.words import words_of
from library.store.rows import first_row, rows
from library.store.search.contents import Contents, Row
from library.store.search.tables import COLUMNS, FIRST_TEXT, PARTS, SHIFT
from library.store.search.vocabulary import Vocabulary

_HOLD = """
INSERT INTO search_held (document, stamp, first_day, last_day, languages)
VALUES (:document, :stamp, :first, :last, :languages)
ON CONFLICT (document) DO UPDATE SET stamp = :stamp, first_day = :first, last_day = :last,
    languages = :languages
"""
_MARKS = ", ?" * len(COLUMNS)
_ADD = f"INSERT INTO search_words (rowid, {', '.join(COLUMNS)}) VALUES (?{_MARKS})"  # noqa: S608 -- ours
_TAKE_OUT = f"""
INSERT INTO search_words (search_words, rowid, {", ".join(COLUMNS)})
VALUES ('delete', ?{_MARKS})
"""  # noqa: S608 -- the columns' names are ours
_PASSAGE = "INSERT INTO search_passage VALUES (?, ?, ?, ?, ?, ?, ?)"
_KEEP = "INSERT INTO search_kept VALUES (?, ?)"
_PARTS = (0, 1, FIRST_TEXT, PARTS)  # where record, notes and texts begin, and the end
_FASTEST = 1  # of zlib: half the size, and hardly any time


def write_document(db: Database, contents: Contents, vocabulary: Vocabulary) -> None:
    number = _hold(db, contents)
    _drop(db, number, 0, PARTS)
    _write(db, number, contents.rows(), vocabulary)


def write_notes(db: Database, contents: Contents, vocabulary: Vocabulary) -> None:
    """Write its notes alone: the rest is as it was."""
    number = _hold(db, contents)
    _drop(db, number, 1, FIRST_TEXT)
    _write(db, number, contents.note_rows(), vocabulary)


def remove_document(db: Database, document_id: str) -> None:
    number = number_of(db, document_id)
    if number is not None:
        _drop(db, number, 0, PARTS)
        db.execute("DELETE FROM search_held WHERE number = ?", (number,))


def number_of(db: Database, document_id: str) -> int | None:
    row = first_row(db, "SELECT number FROM search_held WHERE document = ?", (document_id,))
    return None if row is None else int(row["number"])


def _hold(db: Database, contents: Contents) -> int:
    first, last = contents.days()
    values = {"document": contents.document.id, "stamp": contents.stamp}
    dated = {"first": first, "last": last, "languages": contents.languages()}
    db.execute(_HOLD, values | dated)
    number = number_of(db, contents.document.id)
    if number is None:
        raise RuntimeError("The row that was just written is not there.")
    return number


def _drop(db: Database, number: int, first: int, end: int) -> None:
    """Take out the rows with these parts; they begin and end as `_PARTS` do."""
    span = (number << SHIFT) + first, (number << SHIFT) + end
    for row in rows(db, "SELECT words FROM search_kept WHERE id >= ? AND id < ?", span):
        words = json.loads(zlib.decompress(row["words"]))
        db.conn.executemany(_TAKE_OUT, ((at, *columns) for at, columns in words))
    db.execute("DELETE FROM search_kept WHERE id >= ? AND id < ?", span)
    db.execute("DELETE FROM search_passage WHERE id >= ? AND id < ?", span)


def _write(db: Database, number: int, found: Iterable[Row], vocabulary: Vocabulary) -> None:
    written = [(row, (number << SHIFT) + row.part, _columns(row)) for row in found]
    db.conn.executemany(_ADD, ((at, *columns) for _, at, columns in written))
    db.conn.executemany(_PASSAGE, ((at, *row.place) for row, at, _ in written))
    for first, end in pairwise(_PARTS):
        some = [(at, columns) for row, at, columns in written if first <= row.part < end]
        if some:
            packed = zlib.compress(json.dumps(some, separators=(",", ":")).encode(), _FASTEST)
            db.execute(_KEEP, ((number << SHIFT) + first, packed))
    words = {word for _, _, columns in written for text in columns for word in text.split(" ")}
    vocabulary.add(db, words - {""}, (text for row, _, _ in written for text in row.texts.values()))


def _columns(row: Row) -> tuple[str, ...]:
    """The words that go into each column."""
    return tuple(" ".join(words_of(row.texts.get(column, ""))) for column in COLUMNS)

"""Writing a document into the index, in the place of what the index had of it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from library.searching.words import words_of
from library.store.rows import first_row
from library.store.search.contents import Contents, Row
from library.store.search.tables import COLUMNS, FIRST_TEXT, PARTS, SHIFT
from library.store.search.vocabulary import Vocabulary

_HOLD = """
INSERT INTO search_held (document, stamp, first_day, last_day, languages)
VALUES (:document, :stamp, :first, :last, :languages)
ON CONFLICT (document) DO UPDATE SET stamp = :stamp, first_day = :first, last_day = :last,
    languages = :languages
"""
_WORDS = f"""
INSERT INTO search_words (rowid, {", ".join(COLUMNS)}) VALUES (?{", ?" * len(COLUMNS)})
"""  # noqa: S608 -- the columns' names are ours
_PASSAGE = "INSERT INTO search_passage VALUES (?, ?, ?, ?, ?, ?, ?)"


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
    span = (number << SHIFT) + first, (number << SHIFT) + end - 1
    db.execute("DELETE FROM search_words WHERE rowid BETWEEN ? AND ?", span)
    db.execute("DELETE FROM search_passage WHERE id BETWEEN ? AND ?", span)


def _write(db: Database, number: int, rows: Iterable[Row], vocabulary: Vocabulary) -> None:
    seen: set[str] = set()
    exact: list[str] = []
    for row in rows:
        at = (number << SHIFT) + row.part
        words = {column: words_of(text) for column, text in row.texts.items() if text}
        seen.update(*words.values())
        exact += row.texts.values()
        db.execute(_WORDS, (at, *(" ".join(words.get(column, ())) for column in COLUMNS)))
        place = row.annotation, row.version, row.start, row.stop, row.page, row.turns
        db.execute(_PASSAGE, (at, *place))
    vocabulary.add(db, seen, exact)

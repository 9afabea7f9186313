"""The tables of the search index.

A row of `search_words` is a passage of a text, a note or a record, its words folded and
parted by spaces.  Its number is that of its document times `PARTS`, and its part in it: 0 is
the record, then come the notes, and from `FIRST_TEXT` on the passages of the texts.  FTS5
keeps no copy of the words; to take a row out it must be given them, and so they are kept in
`search_kept`, packed, which takes less room.
"""

from __future__ import annotations

import unicodedata

from sqlite_utils import Database

from library.model.document import VersionKind
from library.searching.query import Field, Scope
from library.store.rows import first_row

# An index of another version, or folded by other rules of Unicode, is made anew.
VERSION = f"2 {unicodedata.unidata_version}"
SHIFT = 14  # bits of a row's number that tell its part
PARTS = 1 << SHIFT
FIRST_TEXT = 1 << 12

RECORD = "record"
COLUMNS = (*VersionKind, *Field, RECORD)  # FTS5 needs the fewest bytes for the first
_NOTES, _TEXTS = (Field.NOTE, Field.TAG), tuple(VersionKind)
IN_SCOPE: dict[Scope | None, tuple[str, ...]] = {
    None: COLUMNS,
    Scope.NOTES: _NOTES,
    Scope.RECORDS: (Field.TITLE, Field.PERSON, Field.REPOSITORY, RECORD),
    Scope.TEXTS: _TEXTS,
    Scope.TRANSCRIPTS: (VersionKind.TRANSCRIPT,),
    Scope.TRANSLATIONS: (VersionKind.TRANSLATION,),
    Scope.RECOGNISED: (VersionKind.RECOGNISED,),
}

_TABLES = f"""
CREATE TABLE search_version (version TEXT NOT NULL) STRICT;
CREATE TABLE search_held ( -- the documents in the index, none that is in the trash
    number INTEGER PRIMARY KEY, document TEXT NOT NULL UNIQUE,
    stamp TEXT NOT NULL, -- which state of the document it is
    first_day TEXT, last_day TEXT, -- ISO 8601
    languages TEXT NOT NULL -- codes and names, each between spaces
) STRICT;
CREATE TABLE search_passage (
    id INTEGER PRIMARY KEY, -- as in search_words
    annotation TEXT, version TEXT, start INTEGER, stop INTEGER, -- where a note points, too
    page INTEGER, -- of the document, at its start
    turns TEXT -- JSON: [[offset, page], ...] where other pages begin in it
) STRICT;
CREATE VIRTUAL TABLE search_words USING fts5({", ".join(COLUMNS)}, content='', tokenize=ascii);
CREATE TABLE search_kept ( -- the words of a document's record, of its notes, or of its texts
    id INTEGER PRIMARY KEY, -- of the first row that may be among them
    words BLOB NOT NULL -- JSON, compressed by zlib: [[row, [the words of each column]], ...]
) STRICT;
CREATE TABLE search_word (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE search_sound (
    sound TEXT NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (sound, word)
) STRICT, WITHOUT ROWID;
CREATE TABLE search_gram (
    gram TEXT NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (gram, word)
) STRICT, WITHOUT ROWID;
"""
_NAMES = ("version", "held", "passage", "kept", "words", "word", "sound", "gram")


def is_ready(db: Database) -> bool:
    """Whether the tables are there, and are those that we know."""
    if not first_row(db, "SELECT 1 FROM sqlite_master WHERE name = 'search_version'"):
        return False
    row = first_row(db, "SELECT version FROM search_version")
    return row is not None and row["version"] == VERSION


def make_ready(db: Database) -> bool:
    """Make the tables unless they are ready; whether they are new and empty.

    The caller has a transaction open.
    """
    if is_ready(db):
        return False
    for name in _NAMES:
        db.execute(f"DROP TABLE IF EXISTS search_{name}")
    for statement in _TABLES.split(";\n"):  # `executescript` would end the transaction
        db.execute(statement)
    db.execute("INSERT INTO search_version VALUES (?)", (VERSION,))
    return True

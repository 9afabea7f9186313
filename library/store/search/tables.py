"""The tables of the search index.

A row of `search_words` is a passage of a text, a note or a record, its words folded and
parted by spaces.  Its number is that of its document times `PARTS`, and its part in it: 0 is
the record, then come the notes, and from `ROOM` on the passages of the texts.

FTS5 keeps no copy of the words, and to take a row out it must be given them.  Those of
records and notes, which change often, are kept.  Texts are long and hardly change: theirs are
not kept, but left where they are, and their room is noted as dead.  A text that changed goes
into the next of the document's `ROOMS`; where too much is dead, the index is made anew.
"""

from __future__ import annotations

import unicodedata

from sqlite_utils import Database

from library.model.document import VersionKind
from library.searching.query import Field, Scope
from library.store.index_tables import IndexTables

# An index of another version, or folded by other rules of Unicode, is made anew.
VERSION = f"8 {unicodedata.unidata_version}"
ROOM_BITS = 14  # of a row's number, that tell its place in its room
ROOM = 1 << ROOM_BITS  # rows: the first room is for the record and the notes
ROOMS = 1 << 6
SHIFT = ROOM_BITS + 6  # bits of a row's number that tell its part
PARTS = 1 << SHIFT

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
    number INTEGER PRIMARY KEY, document TEXT NOT NULL, -- as on the shelf
    room INTEGER NOT NULL, -- that its texts are in: from 1, less than ROOMS
    texts BLOB NOT NULL, -- a digest of all that the texts' rows were made of
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
CREATE TABLE search_kept ( -- the words of a document's record, or of one of its notes
    id INTEGER PRIMARY KEY, words TEXT NOT NULL -- JSON: [the words of each column]
) STRICT;
CREATE TABLE search_dead (
    room INTEGER PRIMARY KEY -- the numbers of its rows >> ROOM_BITS
) STRICT;
CREATE TABLE search_word (number INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT;
CREATE TABLE search_sound ( -- each word is here at least once: it is found by its sound
    sound TEXT NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (sound, word)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE search_gram USING fts5(
    word, content='', tokenize='trigram case_sensitive 1', detail=none, columnsize=0
);
CREATE VIRTUAL TABLE search_terms USING fts5vocab(search_words, row);
"""
# A word in a title or in a note says more of a document than one in its summary.
_WEIGHTS: dict[str, float] = {Field.TITLE: 6, Field.NOTE: 3, Field.TAG: 3, RECORD: 0.5}
_RANK = f"bm25({', '.join(str(_WEIGHTS.get(column, 1)) for column in COLUMNS)})"
_NAMES = (
    *("version", "held", "passage", "kept", "dead", "terms", "words", "word", "sound", "gram"),
)
ALIVE = f"rowid >> {ROOM_BITS} NOT IN search_dead"  # a condition on rows of search_words
_MOST_DEAD = 200  # rooms, and as a part of the documents
_MOST_DEAD_PART = 0.2
TABLES = IndexTables("search", VERSION, _NAMES, _TABLES)


def is_ready(db: Database) -> bool:
    """Whether the tables are there, and are those that we know."""
    return TABLES.are_ready(db)


def size(db: Database) -> int:
    """How many documents are in the index."""
    if not is_ready(db):
        return 0
    ((held,),) = db.execute("SELECT count(*) FROM search_held").fetchall()
    return int(held)


def is_worn(db: Database) -> bool:
    """Whether so much of the index is dead that it is better made anew."""
    if not is_ready(db):
        return False
    ((dead, held),) = db.execute(
        "SELECT (SELECT count(*) FROM search_dead), (SELECT count(*) FROM search_held)"
    ).fetchall()
    return bool(dead > max(_MOST_DEAD, held * _MOST_DEAD_PART))


def make_anew(db: Database) -> None:
    """Make the tables in the place of those that are there.  The caller has a transaction open."""
    TABLES.make_anew(db)
    db.execute("INSERT INTO search_words (search_words, rank) VALUES ('rank', ?)", (_RANK,))
    db.execute("INSERT INTO search_version VALUES (?)", (VERSION,))

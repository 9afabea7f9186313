"""The tables of the shelf.

A document has the same number here as in the search index.  What is sorted by is kept as
SQLite compares it: titles with their numbers filled up with noughts, days as one number.
"""

from __future__ import annotations

from sqlite_utils import Database

from library.shelving.question import Column
from library.store.index_tables import IndexTables

VERSION = "2"

KEYS = {column: f"by_{column.value.replace(' ', '_')}" for column in Column}
# Each is read in its order, and never the rows themselves.
_INDEXES = "\n".join(f"CREATE INDEX shelf_{k} ON shelf_row (in_trash, {k});" for k in KEYS.values())
_TABLES = f"""
CREATE TABLE shelf_version (
    version TEXT NOT NULL, state TEXT NOT NULL,
    made TEXT NOT NULL, changes INTEGER NOT NULL -- together another for all that was ever here
) STRICT;
CREATE TABLE shelf_row (
    number INTEGER PRIMARY KEY AUTOINCREMENT, -- one that was used is not used again
    document TEXT NOT NULL UNIQUE,
    stamp TEXT NOT NULL, -- which state of the document it is
    in_trash INTEGER NOT NULL, starred INTEGER NOT NULL, to_read INTEGER NOT NULL,
    first_day INTEGER, last_day INTEGER, -- proleptic ordinals
    counted TEXT NOT NULL, -- ids of the values that it is counted by, between commas
    by_title TEXT, by_date INTEGER, by_language TEXT, by_repository TEXT,
    by_archive_collection TEXT, by_container TEXT, by_people TEXT, by_tags TEXT, by_has TEXT,
    by_pages INTEGER, by_notes INTEGER, by_checked REAL, by_last_read TEXT, by_added TEXT NOT NULL
) STRICT;
{_INDEXES}
CREATE INDEX shelf_days ON shelf_row (in_trash, first_day, last_day);
CREATE INDEX shelf_starred ON shelf_row (number) WHERE starred;
CREATE INDEX shelf_to_read ON shelf_row (number) WHERE to_read;
CREATE TABLE shelf_entry (
    number INTEGER PRIMARY KEY, entry TEXT NOT NULL -- JSON: what is shown
) STRICT;
CREATE TABLE shelf_value (
    id INTEGER PRIMARY KEY, facet TEXT NOT NULL, value TEXT NOT NULL,
    documents INTEGER NOT NULL DEFAULT 0, UNIQUE (facet, value)
) STRICT;
CREATE TABLE shelf_facet (
    value INTEGER NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (value, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE shelf_member (
    collection TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (collection, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX shelf_member_number ON shelf_member (number);
"""
_NAMES = ("version", "row", "entry", "value", "facet", "member")
TABLES = IndexTables("shelf", VERSION, _NAMES, _TABLES)


def is_ready(db: Database) -> bool:
    """Whether the tables are there, and are those that we know."""
    return TABLES.are_ready(db)


def make_anew(db: Database) -> None:
    """Make the tables, empty.  The caller has a transaction open."""
    TABLES.make_anew(db)
    db.execute("INSERT INTO shelf_version VALUES (?, '', hex(randomblob(16)), 0)", (VERSION,))

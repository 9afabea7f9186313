"""The tables of the shelf.

A document has the same number here as in the search index.  What is sorted by is kept as
SQLite compares it: titles with their numbers filled up with noughts, days as one number.
"""

from __future__ import annotations

from sqlite_utils import Database

from library.store.rows import first_row

VERSION = "1"

_TABLES = """
CREATE TABLE shelf_version (version TEXT NOT NULL, state TEXT NOT NULL) STRICT;
CREATE TABLE shelf_row (
    number INTEGER PRIMARY KEY AUTOINCREMENT, -- one that was used is not used again
    document TEXT NOT NULL UNIQUE,
    stamp TEXT NOT NULL, -- which state of the document it is
    entry TEXT NOT NULL, -- JSON: what is shown
    in_trash INTEGER NOT NULL, starred INTEGER NOT NULL, to_read INTEGER NOT NULL,
    first_day INTEGER, last_day INTEGER, -- proleptic ordinals
    by_title TEXT NOT NULL, by_date INTEGER, by_language TEXT, by_repository TEXT,
    by_archive_collection TEXT, by_container TEXT, by_people TEXT, by_tags TEXT, by_has TEXT,
    by_pages INTEGER, by_notes INTEGER, by_checked REAL, by_last_read TEXT, by_added TEXT NOT NULL
) STRICT;
CREATE INDEX shelf_by_title ON shelf_row (in_trash, by_title);
CREATE INDEX shelf_by_date ON shelf_row (in_trash, by_date);
CREATE INDEX shelf_by_last_read ON shelf_row (in_trash, by_last_read);
CREATE INDEX shelf_by_added ON shelf_row (in_trash, by_added);
CREATE INDEX shelf_days ON shelf_row (in_trash, first_day, last_day);
CREATE INDEX shelf_starred ON shelf_row (number) WHERE starred;
CREATE INDEX shelf_to_read ON shelf_row (number) WHERE to_read;
CREATE TABLE shelf_facet (
    facet TEXT NOT NULL, value TEXT NOT NULL, number INTEGER NOT NULL,
    PRIMARY KEY (facet, value, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX shelf_facet_number ON shelf_facet (number);
CREATE TABLE shelf_member (
    collection TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (collection, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX shelf_member_number ON shelf_member (number);
"""
_NAMES = ("version", "row", "facet", "member")


def is_ready(db: Database) -> bool:
    """Whether the tables are there, and are those that we know."""
    if not first_row(db, "SELECT 1 FROM sqlite_master WHERE name = 'shelf_version'"):
        return False
    row = first_row(db, "SELECT version FROM shelf_version")
    return row is not None and row["version"] == VERSION


def make_anew(db: Database) -> None:
    """Make the tables, empty.  The caller has a transaction open."""
    for name in _NAMES:
        db.execute(f"DROP TABLE IF EXISTS shelf_{name}")
    for statement in _TABLES.split(";\n"):  # `executescript` would end the transaction
        db.execute(statement)
    db.execute("INSERT INTO shelf_version VALUES (?, '')", (VERSION,))

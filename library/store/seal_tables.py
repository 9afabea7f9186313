"""The table that the migration of the seals makes; released, and so never edited."""

SEALS = """
CREATE TABLE seal ( -- what a thing was when it was saved, so that damage to it is noticed
    kind TEXT NOT NULL, -- the table that the thing is a row of
    id TEXT NOT NULL,
    digest BLOB NOT NULL, -- SHA-256: see safety/seals.py
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
"""

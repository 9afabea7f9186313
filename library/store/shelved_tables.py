"""The tables that the migration of tags and saved searches makes; released, and so never edited."""

SHELVED = """
CREATE TABLE smart_collection (
    id TEXT PRIMARY KEY, place INTEGER NOT NULL, name TEXT NOT NULL,
    asked TEXT NOT NULL -- JSON: see library/shelving/saving.py
) STRICT;
CREATE TABLE document_tag (
    document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (document, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_tag_name ON document_tag (name);
CREATE TABLE to_read (
    document TEXT PRIMARY KEY REFERENCES document ON DELETE CASCADE, made TEXT NOT NULL
) STRICT;
"""

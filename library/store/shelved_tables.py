"""Tables that the eighth and ninth migrations make; released, and so never edited."""

SHELVED = """
CREATE TABLE smart_collection (
    id TEXT PRIMARY KEY, place INTEGER NOT NULL, name TEXT NOT NULL,
    asked TEXT NOT NULL -- JSON: see library/shelving/saving.py
) STRICT;
CREATE TABLE document_tag (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    name TEXT NOT NULL
) STRICT;
CREATE INDEX document_tag_document ON document_tag (document, name);
CREATE INDEX document_tag_name ON document_tag (name);
DROP TABLE collection_document; -- never used
CREATE TABLE membership ( -- that a document is in a collection
    id TEXT PRIMARY KEY,
    collection TEXT NOT NULL REFERENCES collection ON DELETE CASCADE,
    document TEXT NOT NULL REFERENCES document ON DELETE CASCADE
) STRICT;
CREATE INDEX membership_collection ON membership (collection, document);
CREATE INDEX membership_document ON membership (document, collection);
CREATE TABLE to_read (
    document TEXT PRIMARY KEY REFERENCES document ON DELETE CASCADE, made TEXT NOT NULL
) STRICT;
"""
READER_FIELDS = """
CREATE TABLE reader_field ( -- what the reader says of a record, over what was read
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    field TEXT NOT NULL,
    value TEXT NOT NULL, read_value TEXT NOT NULL, -- JSON: [values]
    read_source TEXT -- where the value was read
) STRICT;
CREATE INDEX reader_field_document ON reader_field (document, field);
"""

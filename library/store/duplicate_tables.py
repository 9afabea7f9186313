"""Tables that the tenth migration makes; released, and so never edited."""

DISTINCT_DOCUMENTS = """
CREATE TABLE distinct_document ( -- the reader says that these two are not the same
    id TEXT PRIMARY KEY,
    one TEXT NOT NULL, other TEXT NOT NULL -- ids of documents that may be gone since
) STRICT;
"""

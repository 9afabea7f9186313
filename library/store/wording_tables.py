"""The tables that the sixth migration makes; released, and so never edited."""

WORDINGS = """
CREATE TABLE correction ( -- laid over the text, which itself stays as it is
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    kind TEXT NOT NULL, text TEXT NOT NULL,
    made TEXT NOT NULL, changed TEXT NOT NULL, deleted TEXT,
    version TEXT NOT NULL REFERENCES version,
    start INTEGER NOT NULL, stop INTEGER NOT NULL,
    quote TEXT NOT NULL, context_before TEXT NOT NULL, context_after TEXT NOT NULL
) STRICT;
CREATE INDEX correction_document ON correction (document, deleted);
CREATE INDEX correction_version ON correction (version);
ALTER TABLE version_text ADD COLUMN wording TEXT; -- its digest; NULL: it never had another
CREATE TABLE wording ( -- all that a text has said, once it was replaced
    number INTEGER PRIMARY KEY, -- newer ones have higher numbers
    version TEXT NOT NULL REFERENCES version ON DELETE CASCADE,
    digest TEXT NOT NULL,
    contents BLOB NOT NULL, -- JSON, compressed by zlib: see wording_contents.py
    UNIQUE (version, digest)
) STRICT;
CREATE TABLE anchor ( -- where passages stand in a wording that is not theirs; may be made anew
    version TEXT NOT NULL REFERENCES version ON DELETE CASCADE,
    wording TEXT NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL,
    quote TEXT NOT NULL, context_before TEXT NOT NULL, context_after TEXT NOT NULL,
    state TEXT NOT NULL,
    candidates TEXT NOT NULL -- JSON: [[start, end, likeness], ...], likeliest first
) STRICT;
CREATE INDEX anchor_version ON anchor (version, wording);
CREATE TABLE placement ( -- "it stands here now", said by the reader
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    made TEXT NOT NULL, deleted TEXT,
    version TEXT NOT NULL REFERENCES version,
    start INTEGER NOT NULL, stop INTEGER NOT NULL,
    quote TEXT NOT NULL, context_before TEXT NOT NULL, context_after TEXT NOT NULL,
    now_start INTEGER, now_stop INTEGER, -- NULL: nowhere any more
    now_quote TEXT, now_before TEXT, now_after TEXT
) STRICT;
CREATE INDEX placement_document ON placement (document, deleted);
CREATE INDEX placement_version ON placement (version);
"""

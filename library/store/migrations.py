"""How library.db came to be as it is, step by step.

Append only: a migration that was released is never edited.  Each writes out its tables and
columns, runs in a transaction, and ends by setting `user_version` to its number, which an
older program reads to know that it must not open the library.  One that alters what is sealed
(see safety/kinds.py) seals everything anew.
"""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from library.store.duplicate_tables import DISTINCT_DOCUMENTS
from library.store.people_tables import PERSON_NAMES
from library.store.safety.seals import seal_everything
from library.store.seal_tables import SEALS
from library.store.shelved_tables import READER_FIELDS, SHELVED
from library.store.wording_tables import WORDINGS

APPLICATION_ID = 0x44697074  # "Dipt"
VERSION = 11  # of the newest migration

migrations = Migrations("library")

_DOCUMENTS = """
CREATE TABLE document (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    date_shown TEXT, date_edtf TEXT,
    citation TEXT, summary TEXT, credits TEXT, url TEXT, record_id TEXT,
    repository TEXT, collection TEXT, container TEXT,
    head_subject TEXT, head_classification TEXT, head_place TEXT,
    is_record INTEGER NOT NULL,
    problem TEXT NOT NULL,
    scan_pages INTEGER NOT NULL, -- how many; kept for the shelf
    added TEXT NOT NULL, last_read TEXT, deleted TEXT
) STRICT;
CREATE TABLE record_list ( -- original languages and their codes, contents, contributors, present
    document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    field TEXT NOT NULL, place INTEGER NOT NULL, value TEXT NOT NULL,
    PRIMARY KEY (document, field, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE record_source (
    document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    field TEXT NOT NULL, source TEXT NOT NULL,
    PRIMARY KEY (document, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE document_file (
    document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    place INTEGER NOT NULL,
    digest TEXT NOT NULL, name TEXT NOT NULL, size INTEGER NOT NULL, media_type TEXT NOT NULL,
    PRIMARY KEY (document, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX document_file_digest ON document_file (digest);
CREATE TABLE page (
    document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL, width REAL NOT NULL, height REAL NOT NULL, text_layer INTEGER NOT NULL,
    file INTEGER NOT NULL, frame INTEGER NOT NULL, problem TEXT NOT NULL,
    PRIMARY KEY (document, place)
) STRICT, WITHOUT ROWID;
"""

_VERSIONS = """
CREATE TABLE version (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    place INTEGER NOT NULL,
    label TEXT NOT NULL, kind TEXT NOT NULL, language TEXT
) STRICT;
CREATE INDEX version_document ON version (document, place, kind, language);
CREATE TABLE version_text ( -- apart, so that the shelf need not read past the texts
    version TEXT PRIMARY KEY REFERENCES version ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;
CREATE TABLE version_page (
    version TEXT NOT NULL REFERENCES version ON DELETE CASCADE,
    place INTEGER NOT NULL,
    page INTEGER, start INTEGER,
    PRIMARY KEY (version, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE paragraph (
    version TEXT NOT NULL REFERENCES version ON DELETE CASCADE,
    place INTEGER NOT NULL,
    start INTEGER NOT NULL, stop INTEGER NOT NULL, indent INTEGER NOT NULL,
    role TEXT NOT NULL, number INTEGER,
    PRIMARY KEY (version, place)
) STRICT, WITHOUT ROWID;
"""

_NOTES = """
CREATE TABLE annotation (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    kind TEXT NOT NULL, colour TEXT NOT NULL, note TEXT NOT NULL,
    made TEXT NOT NULL, changed TEXT NOT NULL, deleted TEXT
) STRICT;
CREATE INDEX annotation_document ON annotation (document, deleted);
CREATE TABLE target ( -- a passage of a version, or boxes on a page
    annotation TEXT NOT NULL REFERENCES annotation ON DELETE CASCADE,
    place INTEGER NOT NULL,
    version TEXT REFERENCES version,
    start INTEGER, stop INTEGER, quote TEXT, context_before TEXT, context_after TEXT,
    page INTEGER,
    PRIMARY KEY (annotation, place),
    CHECK ((version IS NULL) <> (page IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX target_version ON target (version) WHERE version IS NOT NULL;
CREATE TABLE target_box (
    annotation TEXT NOT NULL,
    target INTEGER NOT NULL,
    place INTEGER NOT NULL,
    left_edge REAL NOT NULL, top_edge REAL NOT NULL,
    right_edge REAL NOT NULL, bottom_edge REAL NOT NULL,
    PRIMARY KEY (annotation, target, place),
    FOREIGN KEY (annotation, target) REFERENCES target ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE TABLE tag (
    annotation TEXT NOT NULL REFERENCES annotation ON DELETE CASCADE,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (annotation, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_name ON tag (name);
CREATE TABLE bookmark (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    name TEXT NOT NULL, made TEXT NOT NULL, deleted TEXT,
    page INTEGER,
    version TEXT REFERENCES version,
    start INTEGER, stop INTEGER, quote TEXT, context_before TEXT, context_after TEXT
) STRICT;
CREATE INDEX bookmark_document ON bookmark (document, deleted);
CREATE INDEX bookmark_version ON bookmark (version) WHERE version IS NOT NULL;
CREATE TABLE change (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    time TEXT NOT NULL, label TEXT NOT NULL,
    edits TEXT NOT NULL -- JSON: [{"before": ..., "after": ...}, ...]
) STRICT;
CREATE TABLE change_document (
    document TEXT NOT NULL, change INTEGER NOT NULL REFERENCES change ON DELETE CASCADE,
    PRIMARY KEY (document, change)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_document_change ON change_document (change);
"""

_READING = """
CREATE TABLE reading_position (
    document TEXT PRIMARY KEY REFERENCES document ON DELETE CASCADE,
    page INTEGER NOT NULL, page_offset REAL NOT NULL,
    fit TEXT NOT NULL, zoom REAL NOT NULL, rotation INTEGER NOT NULL,
    single_page INTEGER NOT NULL,
    version TEXT NOT NULL, text_offset INTEGER NOT NULL,
    arrangement TEXT NOT NULL, divider REAL NOT NULL
) STRICT;
CREATE TABLE remembered (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT; -- value: JSON
CREATE TABLE collection (
    id TEXT PRIMARY KEY,
    parent TEXT REFERENCES collection ON DELETE CASCADE,
    place INTEGER NOT NULL, name TEXT NOT NULL
) STRICT;
CREATE INDEX collection_parent ON collection (parent);
CREATE TABLE collection_document (
    collection TEXT NOT NULL REFERENCES collection ON DELETE CASCADE,
    document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    place INTEGER NOT NULL,
    PRIMARY KEY (collection, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX collection_document_document ON collection_document (document);
"""

_RECOGNISED = """
CREATE TABLE recognised_page ( -- what an engine read on a page of a file: it takes seconds
    digest TEXT NOT NULL, frame INTEGER NOT NULL, -- of the file, as in the tables above
    engine TEXT NOT NULL, version TEXT NOT NULL,
    words BLOB NOT NULL, -- JSON, compressed by zlib: see recognised.py
    PRIMARY KEY (digest, frame, engine, version)
) STRICT;
"""

_OWN_LINKS = """
CREATE TABLE own_link ( -- "this stands here", said by the reader
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    made TEXT NOT NULL, deleted TEXT,
    version TEXT NOT NULL REFERENCES version,
    start INTEGER NOT NULL, stop INTEGER NOT NULL,
    quote TEXT NOT NULL, context_before TEXT NOT NULL, context_after TEXT NOT NULL,
    page INTEGER NOT NULL,
    boxes TEXT NOT NULL -- JSON: [[left, top, right, bottom], ...] in page units
) STRICT;
CREATE INDEX own_link_document ON own_link (document, deleted);
CREATE INDEX own_link_version ON own_link (version);
"""

_NOTES_OF_MORE_KINDS = """
ALTER TABLE annotation ADD COLUMN reply_to TEXT;
ALTER TABLE target ADD COLUMN polygon TEXT; -- JSON: [[x, y], ...] in page units
ALTER TABLE target ADD COLUMN image TEXT;
ALTER TABLE target ADD COLUMN words TEXT;
CREATE INDEX annotation_reply ON annotation (reply_to) WHERE reply_to IS NOT NULL;
CREATE TABLE derived_target ( -- what the links tell of the other side; may be made anew
    annotation TEXT NOT NULL REFERENCES annotation ON DELETE CASCADE,
    place INTEGER NOT NULL,
    version TEXT REFERENCES version,
    start INTEGER, stop INTEGER, quote TEXT, context_before TEXT, context_after TEXT,
    page INTEGER,
    boxes TEXT, -- JSON: [[left, top, right, bottom], ...] in page units
    PRIMARY KEY (annotation, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX derived_target_version ON derived_target (version) WHERE version IS NOT NULL;
CREATE TABLE checked ( -- compared with the scan by the reader
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
    state TEXT NOT NULL, made TEXT NOT NULL, deleted TEXT,
    version TEXT NOT NULL REFERENCES version,
    start INTEGER NOT NULL, stop INTEGER NOT NULL,
    quote TEXT NOT NULL, context_before TEXT NOT NULL, context_after TEXT NOT NULL
) STRICT;
CREATE INDEX checked_document ON checked (document, deleted);
CREATE INDEX checked_version ON checked (version);
CREATE TABLE tag_style (name TEXT PRIMARY KEY, colour TEXT NOT NULL) STRICT;
"""


@migrations()
def m001_documents_notes_and_reading(db: Database) -> None:
    for tables in (_DOCUMENTS, _VERSIONS, _NOTES, _READING):
        db.executescript(tables)
    db.execute("PRAGMA user_version = 1")


@migrations()
def m002_recognised_words(db: Database) -> None:
    db.executescript(_RECOGNISED)
    db.execute("PRAGMA user_version = 2")


@migrations()
def m003_links_of_the_reader(db: Database) -> None:
    db.executescript(_OWN_LINKS)
    db.execute("PRAGMA user_version = 3")


@migrations()
def m004_notes_of_more_kinds(db: Database) -> None:
    db.executescript(_NOTES_OF_MORE_KINDS)
    db.execute("PRAGMA user_version = 4")


@migrations()
def m005_text_shown_beside_another(db: Database) -> None:
    db.execute("ALTER TABLE reading_position ADD COLUMN beside TEXT NOT NULL DEFAULT ''")
    db.execute("PRAGMA user_version = 5")


@migrations()
def m006_corrections_and_wordings(db: Database) -> None:
    db.executescript(WORDINGS)
    db.execute("PRAGMA user_version = 6")


@migrations()
def m007_seals(db: Database) -> None:
    db.executescript(SEALS)
    seal_everything(db)
    db.execute("PRAGMA user_version = 7")


@migrations()
def m008_tags_of_documents_and_saved_searches(db: Database) -> None:
    db.executescript(SHELVED)
    db.execute("PRAGMA user_version = 8")


@migrations()
def m009_records_in_the_readers_words(db: Database) -> None:
    db.executescript(READER_FIELDS)
    db.execute("PRAGMA user_version = 9")


@migrations()
def m010_documents_that_are_not_the_same(db: Database) -> None:
    db.executescript(DISTINCT_DOCUMENTS)
    db.execute("PRAGMA user_version = 10")


@migrations()
def m011_names_of_people(db: Database) -> None:
    db.executescript(PERSON_NAMES)
    db.execute("PRAGMA user_version = 11")

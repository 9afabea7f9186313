"""How FTS5 brings together what it wrote: a little at each write, or at the end of many.

Each transaction leaves a segment of its own, and a search asks every segment.  While a whole
library is indexed they are brought together seldom, sixteen at a time instead of four, so that
each word is written again less often; at the end all of them become one.
<https://www.sqlite.org/fts5.html#the_merge_command>
"""

from __future__ import annotations

from sqlite_utils import Database

_SELDOM = (("automerge", 16), ("crisismerge", 32))
_USUALLY = (("automerge", 4), ("crisismerge", 16))
_PAGES = 256  # of 4 kB, written in one step
_FREE = ("freelist_count", "auto_vacuum")
_TABLES = ("search_words", "search_gram")


def merge_seldom(db: Database) -> None:
    _configure(db, _SELDOM)


def merge_usually(db: Database) -> None:
    _configure(db, _USUALLY)


def begin_merging(db: Database) -> None:
    """From here on `merge_some` brings all segments together."""
    for table in _TABLES:
        _tell(db, table, "merge", -1)


def merge_some(db: Database) -> bool:
    """Do a step of it; False where there was nothing left to do."""
    before = db.conn.total_changes
    for table in _TABLES:
        _tell(db, table, "merge", _PAGES)
    return db.conn.total_changes - before >= 2 * len(_TABLES)  # one alone says that it was asked


def give_back(db: Database) -> bool:
    """Let the file be shorter by some of what merging left free; False where nothing is.

    An index that was made without leave to be shortened keeps it for what comes.
    """
    (before,), (shortens,) = (db.execute(f"PRAGMA {name}").fetchone() for name in _FREE)
    if not (before and shortens):
        return False
    db.execute(f"PRAGMA incremental_vacuum({_PAGES})").fetchall()
    return True


def _configure(db: Database, values: tuple[tuple[str, int], ...]) -> None:
    for table in _TABLES:
        for name, value in values:
            _tell(db, table, name, value)


def _tell(db: Database, table: str, command: str, value: int) -> None:
    db.execute(f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)", (command, value))

"""A library holds tables and indexes, and nothing that acts by itself; its index, FTS5 as well.

Views, triggers and virtual tables are programs.  A library that came from somebody else may
hold some; they would act when it is read or written, and so it is not read at all.
"""

from __future__ import annotations

import re
from pathlib import Path

from sqlite_utils import Database

from library.errors import LibraryActs

# By what SQLite itself goes by, which is not the column `type`.  It writes the first words so.
_TABLE_OR_INDEX = re.compile(r"CREATE (?:TABLE|INDEX|UNIQUE INDEX)\s", re.IGNORECASE)
_OF_SEARCH = re.compile(r"CREATE VIRTUAL TABLE search_\w+ USING fts5(?:vocab)?\s*\(")


def refuse_acting(db: Database, path: Path, *, may_search: bool = False) -> None:
    """Raises `LibraryActs` where the database at `path` holds what is not ours.

    `may_search` says that there may be tables for searching words.
    """
    for name, sql in db.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"):
        is_ours = _TABLE_OR_INDEX.match(str(sql)) or (may_search and _OF_SEARCH.match(str(sql)))
        if not is_ours:
            raise LibraryActs(path, str(name))

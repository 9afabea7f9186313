"""Bookmarks."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from library.model.annotation import Bookmark
from library.store.kept import Kept, common, passage_or_none


def _columns(bookmark: Bookmark) -> Mapping[str, object]:
    return {"name": bookmark.name, "page": bookmark.page}


def _bookmark(row: sqlite3.Row) -> Bookmark:
    passage = passage_or_none(row)
    return Bookmark(**common(row), name=row["name"], page=row["page"], passage=passage)


BOOKMARKS = Kept("bookmark", "made, id", _columns, _bookmark)

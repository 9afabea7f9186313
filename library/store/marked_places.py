"""The bookmarks of all documents."""

from __future__ import annotations

from dataclasses import dataclass

from library.model.annotation import Bookmark
from library.store.bookmarks import BOOKMARKS
from library.store.connection import Connection
from library.store.rows import rows

_ALL = """
SELECT b.id, d.title FROM bookmark b JOIN document d ON d.id = b.document
WHERE b.deleted IS NULL AND d.deleted IS NULL ORDER BY d.title COLLATE NOCASE, d.id, b.made, b.id
"""


@dataclass(frozen=True, slots=True)
class MarkedPlace:
    """A bookmark, with the title of its document."""

    bookmark: Bookmark
    title: str


class MarkedPlaces:
    """The bookmarks of a library."""

    def __init__(self, library: Connection) -> None:
        self._library = library

    def all(self) -> tuple[MarkedPlace, ...]:
        """Document by document, in the order of their titles."""
        with self._library.reading() as db:
            return tuple(
                MarkedPlace(bookmark, row["title"])
                for row in rows(db, _ALL)
                if (bookmark := BOOKMARKS.find(db, row["id"])) is not None
            )

"""A library that is read while another program writes it, or that cannot be written.

What readers make is refused.  What is only kept so that the next time is quicker, or begins
where this one ended, is dropped without a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from library.errors import DocumentNotFound
from library.model.document import Version
from library.model.reading import ReadingPosition
from library.pages.contents import PageReading
from library.store.derived import Derived
from library.store.ids import new_id
from library.store.opening import opened_to_read
from library.store.positions import JSON
from library.store.store import Store


class ReadingStore(Store):
    """Made by `ReadingStore.open_to_read`."""

    is_read_only = True

    @classmethod
    def open_to_read(cls, folder: Path) -> ReadingStore:
        """Raises `LibraryError`s; nothing is changed."""
        return cls(folder, *opened_to_read(folder))

    def known_document(self, paths: Sequence[Path]) -> str | None:
        """The id of the document that holds the first of these files."""
        found = [self.document_holding(path) for path in paths[:1]]
        return next(iter(found), None)

    def add_version(self, document_id: str, version: Version) -> Version:
        """The version as if it were kept, for as long as the document is open."""
        if not document_id:
            raise DocumentNotFound(document_id)
        return replace(version, id=new_id())

    def hint(self, path: Path, digest: str) -> None:
        """It is not kept, and so with all below."""

    def save_derived(self, found: Derived) -> None:
        pass

    def save_position(self, document_id: str, position: ReadingPosition, now: datetime) -> None:
        pass

    def remember(self, key: str, value: JSON) -> None:
        pass

    def save_reading(
        self, digest: str, frame: int, engine: str, version: str, reading: PageReading
    ) -> None:
        pass

    def save_preview(self, document_id: str, page: int, jpeg: bytes, thumbnail: bytes) -> None:
        pass

    def save_thumbnail(self, document_id: str, page: int, jpeg: bytes) -> None:
        pass

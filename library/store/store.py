"""The library on disk: documents, notes, places, and the files themselves.

One `Store` may write at a time (`LibraryInUse`), any number may read.  A store can be used
from several threads.  What a method has written is on the disk when it returns.
Times are UTC.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from platformdirs import user_data_path

from library.errors import DocumentAmbiguous, DocumentNotFound
from library.model.annotation import Annotation, Bookmark
from library.model.change import Change, Holding
from library.model.checking import Check
from library.model.document import Document, StoredFile, Version
from library.model.own_link import OwnLink
from library.model.reading import ReadingPosition, ShelfEntry
from library.pages.contents import PageReading
from library.progress import quietly
from library.store import (
    change_log,
    changes,
    derived,
    documents,
    files,
    hints,
    positions,
    previews,
    recognised,
    shelf,
    versions,
)
from library.store.annotations import annotations_of
from library.store.bookmarks import BOOKMARKS
from library.store.catalogue.catalogue import Catalogue
from library.store.change_log import LoggedChange
from library.store.checks import CHECKS
from library.store.collections import Collections
from library.store.connection import BUSY_TIMEOUT, Connection
from library.store.derived import Derived
from library.store.duplicates import Duplicates
from library.store.holdings import holding_of
from library.store.index import NAME as INDEX_NAME
from library.store.index import Index
from library.store.index_reader import IndexReader
from library.store.marked_places import MarkedPlaces
from library.store.opening import NAME, LookOver, opened
from library.store.own_links import OWN_LINKS
from library.store.people import People
from library.store.positions import JSON
from library.store.purging import Purging
from library.store.record_fields import RecordFields
from library.store.safety.safety import Safety
from library.store.search.search import Search
from library.store.sidecars.writing import Sidecars
from library.store.tags import Tags
from library.store.text_history import TextHistory
from library.store.trash import Trash


def default_folder() -> Path:
    """Where the reader's library is, unless another is named."""
    return user_data_path("Diptych", appauthor=False)


class Store:
    """An open library.  Made by `Store.open`."""

    is_read_only = False  # see `ReadingStore`

    def __init__(self, folder: Path, library: Connection, index: Index, closing: ExitStack) -> None:
        self._folder = folder
        self._library = library
        self._index = index
        self._closing = closing
        self.tags = Tags(library)
        self.trash = Trash(library)
        self.places = MarkedPlaces(library)
        self.search = Search(library, index)
        closing.callback(self.search.keeping.close)
        reader = IndexReader(folder / INDEX_NAME)
        closing.callback(reader.close)
        self.catalogue = Catalogue(library, reader, self.search.keeping)
        closing.callback(self.search.hang_up)
        self.collections = Collections(library)
        self.people = People(library)
        self.records = RecordFields(library)
        self.duplicates = Duplicates(library)
        self.texts = TextHistory(library, self.search.keeping)
        self.safety = Safety(folder / NAME, library)
        self.sidecars = Sidecars(folder, library, self.search.keeping)
        self.purging = Purging(folder, library, index, self.search.keeping, self.safety)

    @classmethod
    def open(
        cls, folder: Path, *, read_only: bool = False, look_over: LookOver | None = quietly
    ) -> Store:
        """Open the library in `folder`; a writer makes it if there is none.

        Raises `LibraryError`s; a foreign or newer library is left untouched.  `look_over` does
        the work of checking one that was not closed; without it that is left out.
        """
        with ExitStack() as closing:
            library, index = opened(folder, closing, read_only=read_only, look_over=look_over)
            return cls(folder, library, index, closing.pop_all())

    def close(self) -> None:
        self._closing.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @property
    def folder(self) -> Path:
        return self._folder

    # --- Files -----------------------------------------------------------------------

    def keep_file(self, path: Path, media_type: str) -> StoredFile:
        """Copy the file into the library, by its content.  Raises `DocumentError`s too."""
        self._library.check_place()  # else its folder would be made anew, for this file alone
        kept = files.keep(self._folder, path, media_type, self.known_digest(path))
        self.hint(path, kept.digest)
        return kept

    def path_of(self, file: StoredFile) -> Path:
        """Where the library keeps the file."""
        return files.path_of(self._folder, file.digest, file.media_type)

    def has_files(self, document: Document) -> bool:
        """Whether all files of the document are still there; `keep_file` brings them back."""
        return all(files.is_whole(self._folder, file) for file in document.files)

    def digest_of(self, path: Path) -> str:
        """SHA-256 of the file in hexadecimal, without reading it if it was seen before."""
        return self.known_digest(path) or files.digest_of(path)

    def hint(self, path: Path, digest: str) -> None:
        """Remember the content of the file as it is now."""
        hints.save_hint(self._index, path, digest)

    def known_digest(self, path: Path) -> str | None:
        """The digest of a file that was seen before and has not changed since."""
        return hints.known_digest(self._index, path)

    # --- Documents -------------------------------------------------------------------

    def add_document(self, document: Document, now: datetime) -> Document:
        """Add the document, and return it with the ids it got.

        A document with the same files that is in the library already (or in its trash) is
        returned instead: two threads may have read the same file.
        """
        digests = tuple(file.digest for file in document.files)
        with self._library.writing() as db:
            known = documents.document_with(db, digests) if all(digests) and digests else None
            if known is not None:
                return documents.document_of(db, known)
            added = documents.add_document(db, document, now)
        self.search.keeping.follow_document(added.id)
        return added

    def document(self, document_id: str) -> Document:
        """Raises `DocumentNotFound`."""
        with self._library.reading() as db:
            return documents.document_of(db, document_id)

    def document_with(self, digests: Sequence[str]) -> str | None:
        """The id of the document made of exactly these files, be it in the trash."""
        with self._library.reading() as db:
            return documents.document_with(db, tuple(digests))

    def holding(self, document_id: str) -> Holding:
        """Whether the document is in the trash.  Raises `DocumentNotFound`."""
        with self._library.reading() as db:
            held = holding_of(db, document_id)
        if held is None:
            raise DocumentNotFound(document_id)
        return held

    def resolve(self, asked: str) -> str:
        """The id of the document meant: by its id or the beginning of it, the archive's own
        number of the record, or a file.

        Raises `DocumentNotFound` and `DocumentAmbiguous`.
        """
        with self._library.reading() as db:
            found = documents.named(db, asked) if asked else ()
        if len(found) == 1 or asked in found:
            return found[0]
        by_file = self.document_holding(Path(asked))
        if by_file is not None:
            return by_file
        raise DocumentAmbiguous(asked, found) if found else DocumentNotFound(asked)

    def document_holding(self, path: Path) -> str | None:
        """A document that has this file among its own and is not in the trash."""
        try:
            if not path.is_file():
                return None
        except OSError:
            return None  # too long a name, say: no file's
        digest = self.digest_of(path)
        with self._library.reading() as db:
            return documents.holding_file(db, digest)

    def add_version(self, document_id: str, version: Version) -> Version:
        """Add a text to a document, after those it has; returned with the id it got."""
        with self._library.writing() as db:
            added = versions.append_version(db, document_id, version)
        self.search.keeping.follow_document(document_id)
        return added

    def titles(self, document_ids: Iterable[str]) -> dict[str, str]:
        """By id, of those documents that are here and not in the trash."""
        with self._library.reading() as db:
            return documents.titles(db, document_ids)

    def shelf(self) -> tuple[ShelfEntry, ...]:
        """The documents that are not in the trash, in the order they came."""
        with self._library.reading() as db:
            return shelf.shelf(db)

    # --- What the reader made --------------------------------------------------------

    def annotations(self, document_id: str, *, deleted: bool = False) -> tuple[Annotation, ...]:
        """The annotations of the document, or those of them that are in the trash."""
        with self._library.reading() as db:
            found = annotations_of(db, document_id)
        return tuple(item for item in found if (item.deleted is not None) == deleted)

    def bookmarks(self, document_id: str, *, deleted: bool = False) -> tuple[Bookmark, ...]:
        """The bookmarks of the document, or those of them that are in the trash."""
        with self._library.reading() as db:
            found = BOOKMARKS.every(db, document_id)
        return tuple(item for item in found if (item.deleted is not None) == deleted)

    def own_links(self, document_id: str) -> tuple[OwnLink, ...]:
        """The links that the reader made in the document, without those taken back."""
        with self._library.reading() as db:
            return OWN_LINKS.current(db, document_id)

    def checks(self, document_id: str) -> tuple[Check, ...]:
        """What the reader compared with the scan, in the order of its places."""
        with self._library.reading() as db:
            return CHECKS.current(db, document_id)

    def derived(self, document_id: str) -> Derived:
        """The other side of each annotation of the document, as the links told it last."""
        with self._library.reading() as db:
            return derived.derived_of(db, document_id)

    def save_derived(self, found: Derived) -> None:
        """Keep what the links tell of these annotations; it is no change of the reader's."""
        with self._library.writing() as db:
            derived.save_derived(db, found)

    def apply(
        self, change: Change, now: datetime | None = None, patience: float = BUSY_TIMEOUT
    ) -> None:
        """Write every edit of `change` and log it, or write nothing.

        Raises `ChangedElsewhere` where what an edit says was before is not what is stored.
        `patience` is how many seconds it waits for another program.
        """
        with self._library.writing(patience) as db:
            changes.apply_change(db, change)
            change_log.log_change(db, change, now or datetime.now(UTC))
        self.search.keeping.follow(change)

    def has(self, change: Change) -> bool:
        """Whether all is stored as it is after the change."""
        with self._library.reading() as db:
            return changes.is_applied(db, change)

    def history(self, document_id: str | None, limit: int) -> tuple[LoggedChange, ...]:
        """The last changes, of one document or of all, newest first."""
        with self._library.reading() as db:
            return change_log.history(db, document_id, limit)

    def undoable(self, document_id: str, limit: int = 100) -> tuple[Change, ...]:
        """The changes that undo can take back, oldest first, from the last `limit` logged."""
        return change_log.standing(self.history(document_id, limit))

    # --- Where the reader was --------------------------------------------------------

    def position(self, document_id: str) -> ReadingPosition | None:
        with self._library.reading() as db:
            return positions.position_of(db, document_id)

    def save_position(self, document_id: str, position: ReadingPosition, now: datetime) -> None:
        """Keep the position, and that the document was read now."""
        with self._library.writing() as db:
            positions.save_position(db, document_id, position, now)
        self.search.keeping.follow_row(document_id)

    def remember(self, key: str, value: JSON) -> None:
        with self._library.writing() as db:
            positions.remember(db, key, value)

    def recall(self, key: str) -> JSON:
        """What was remembered under this name; None if nothing was."""
        with self._library.reading() as db:
            return positions.recall(db, key)

    # --- What was recognised on the scans ---------------------------------------------

    def save_reading(
        self, digest: str, frame: int, engine: str, version: str, reading: PageReading
    ) -> None:
        """Keep what this version of an engine read on a page (`frame`, from 0) of a file."""
        with self._library.writing() as db:
            recognised.save_reading(db, (digest, frame, engine, version), reading)

    def reading(self, digest: str, frame: int, engine: str, version: str) -> PageReading | None:
        """What was kept; None where the page was not yet read, without words where it has none."""
        with self._library.reading() as db:
            return recognised.reading_of(db, (digest, frame, engine, version))

    # --- Pictures --------------------------------------------------------------------

    def save_preview(self, document_id: str, page: int, jpeg: bytes, thumbnail: bytes) -> None:
        """Keep a page (from 0) at a size that fits a window, and small."""
        previews.save_preview(self._index, document_id, page, jpeg)
        previews.save_thumbnail(self._index, document_id, page, thumbnail)

    def save_thumbnail(self, document_id: str, page: int, jpeg: bytes) -> None:
        previews.save_thumbnail(self._index, document_id, page, jpeg)

    def preview(self, document_id: str, page: int) -> bytes | None:
        return previews.preview(self._index, document_id, page)

    def thumbnail(self, document_id: str, page: int) -> bytes | None:
        return previews.thumbnail(self._index, document_id, page)

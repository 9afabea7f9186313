"""Keeping index.db in step with the library: the shelf's rows, and what is searched.

Each document in the index has a stamp that names the state it was read in.  Changes are
followed at once; what was missed, since a process died or the index is new, is caught up with.
While a writer is at work the index names no state of the whole library; it names one when the
writer ends well, and then nothing need be compared at the next start.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import suppress
from typing import NamedTuple

from sqlite_utils import Database

from library.errors import LibraryError
from library.model.annotation import Annotation, Bookmark
from library.model.change import Change
from library.model.checking import Check
from library.model.correction import Correction
from library.model.own_link import OwnLink
from library.model.person import PersonName
from library.model.placement import Placement
from library.model.shelved import Collection, Membership, SmartCollection, ToRead
from library.model.tag import TagStyle
from library.progress import Progress
from library.store.annotations import annotations_of
from library.store.catalogue import tables as shelf_tables
from library.store.catalogue.state import EMPTY, state_of, stated, write_state
from library.store.catalogue.writing import Shelved, number_of, remove_row, write_row
from library.store.collections import collections_of
from library.store.connection import Connection
from library.store.document_marks import tags_of
from library.store.documents import document_of
from library.store.index import Index
from library.store.people import joined_people, naming
from library.store.rows import rows
from library.store.search import tables as search_tables
from library.store.search.contents import Contents
from library.store.search.reading import stamps
from library.store.search.vocabulary import Vocabulary
from library.store.search.writing import NoRoom, Prepared, Writing, digest_held, is_held
from library.store.shelf import entries_of

AT_ONCE = 64  # documents in one transaction: some 30 ms
_NOTES = (Annotation, Bookmark, Check, Correction, OwnLink, Placement, TagStyle)
_ON_THE_SHELF = (Collection, Membership, SmartCollection, ToRead)

_Write = Callable[[Writing, int, Prepared], None]


class _Held(NamedTuple):
    """What the library has of a document; without contents in the trash."""

    id: str
    shelved: Shelved | None  # None where it is gone
    contents: Prepared | None


class IndexKeeping:
    """Writes the index.  Usable from several threads."""

    def __init__(self, library: Connection, index: Index) -> None:
        self._library = library
        self._index = index
        self._vocabulary = Vocabulary()
        self._began_empty = self._is_empty()
        self._is_complete = self._began_empty or self._is_stated()  # misses nothing from before
        self._has_missed = False
        self._has_written = False
        self._openings = library.openings

    def follow(self, change: Change) -> None:
        """Bring the documents that were changed up to date.

        The change itself is kept already: what fails here is caught up with later.
        """
        items, which = tuple(change.items()), Writing.write_document
        if any(isinstance(item, PersonName) for item in items):
            self._follow_names([item.id for item in items if isinstance(item, PersonName)])
        if all(isinstance(item, _ON_THE_SHELF) for item in items):
            self._follow(sorted(change.documents()), None)
            return
        if all(isinstance(item, _NOTES) for item in items):
            which = Writing.write_notes
        self._follow(sorted(change.documents()), which)

    @property
    def leaves_some(self) -> bool:
        """Whether there is something to catch up with: a change was to too many documents."""
        return not self._is_complete

    def follow_document(self, document_id: str) -> None:
        """As `follow`, for a document that is new, or has a new text."""
        self._follow([document_id], Writing.write_document)

    def follow_row(self, document_id: str) -> None:
        """As `follow`, where nothing but the document's row is another: it was read, say."""
        self._follow([document_id], None)

    def is_current(self) -> bool:
        """Whether the index says everything that the library does."""
        return self._is_stated() or not self.behind()

    def behind(self) -> tuple[str, ...]:
        """The ids of the documents that are new, changed or gone since they were indexed."""
        with self._library.reading() as db:
            now = stamps(db)
        nothing: dict[str, str] = {}
        held = self._index.read(_held, nothing)
        return tuple(id_ for id_ in now | held if now.get(id_) != held.get(id_))

    def catching_up(self) -> Generator[Progress, None, None]:
        """Bring everything up to date; whole documents are kept wherever it is stopped.

        Raises `LibraryError`s.
        """
        if self._index.read(search_tables.is_worn, otherwise=False):
            self._index.write(self._make_anew)
        behind = () if self._is_stated() else self.behind()
        for done in range(0, len(behind), AT_ONCE):
            yield Progress(done, len(behind), "Preparing the search")
            self._bring(behind[done : done + AT_ONCE], Writing.write_document)
        self._is_complete = True

    def close(self) -> None:
        """Say of which state the index is, if it misses nothing of it."""
        if self._has_written and self._is_complete and not self._has_missed:
            with suppress(LibraryError):
                with self._library.reading() as db:
                    state = state_of(db)
                self._index.write(lambda db: write_state(db, state))

    def _is_empty(self) -> bool:
        with suppress(LibraryError), self._library.reading() as db:
            return state_of(db) == EMPTY
        return False

    def _is_stated(self) -> bool:
        """Whether the index names the library's state as its own."""
        try:
            with self._library.reading() as db:
                state = state_of(db)
        except LibraryError:
            return False
        return self._index.read(lambda db: _is_ready(db) and stated(db) == state, otherwise=False)

    def _follow_names(self, names: Sequence[str]) -> None:
        """Names in documents are other people's now."""
        try:
            with self._library.reading() as db:
                documents = sorted(naming(db, names))
        except LibraryError:
            self._has_missed = True
            return
        if len(documents) <= AT_ONCE:
            self._follow(documents, Writing.write_document)
        else:
            self._is_complete = False

    def _follow(self, document_ids: Sequence[str], write: _Write | None) -> None:
        try:
            self._bring(document_ids, write)
        except LibraryError:
            self._has_missed = True

    def _bring(self, document_ids: Sequence[str], write: _Write | None) -> None:
        """`write` is what of the contents is written; None for nothing of them."""
        self._follow_library()
        found = [self._held(each, with_contents=write is not None) for each in document_ids]
        try:
            self._index.write(lambda db: self._write_all(db, found, write))
        except BaseException as error:
            self._vocabulary.forget()  # its words were taken back with the rest
            if not isinstance(error, NoRoom):
                raise
            self._index.write(self._make_anew)  # all is caught up with
            self._is_complete = False

    def _follow_library(self) -> None:
        """Where the library came back as another file, so did the index: of whichever state."""
        if self._openings != self._library.openings:
            self._openings = self._library.openings
            self._vocabulary.forget()
            self._has_written = False
            self._is_complete = self._is_stated()

    def _write_all(self, db: Database, found: Sequence[_Held], write: _Write | None) -> None:
        self._make_ready(db)
        if not self._has_written:
            write_state(db, "")
            self._has_written = True
        writing = Writing(db, self._vocabulary)
        for held in found:
            _write_held(writing, db, held, write)
        writing.end()

    def _make_ready(self, db: Database) -> None:
        if not _is_ready(db):
            self._is_complete = self._began_empty and not self._has_written
            self._make_anew(db)

    def _make_anew(self, db: Database) -> None:
        """Both kinds of tables together: they share the documents' numbers."""
        self._vocabulary.begin_anew()
        shelf_tables.make_anew(db)
        search_tables.make_anew(db)

    def _held(self, document_id: str, *, with_contents: bool) -> _Held:
        with self._library.reading() as db:
            entry = entries_of(db, [document_id]).get(document_id)
            if entry is None:
                return _Held(document_id, None, None)
            stamp = stamps(db, document_id)[document_id]
            shelved = Shelved(entry, stamp, collections_of(db, document_id))
            if entry.in_trash or not with_contents:
                return _Held(document_id, shelved, None)
            notes = [note for note in annotations_of(db, document_id) if note.deleted is None]
            prepared = Prepared(
                Contents(
                    document_of(db, document_id),
                    notes,
                    tags_of(db, document_id),
                    joined_people(db, document_id),
                )
            )
        prepared.prepare(self._index.read(lambda db: digest_held(db, document_id), None))
        return _Held(document_id, shelved, prepared)


def _write_held(writing: Writing, db: Database, held: _Held, write: _Write | None) -> None:
    if held.shelved is None:
        gone = number_of(db, held.id)
        if gone is not None:
            remove_row(db, gone)
            writing.remove_document(gone)
        return
    number = write_row(db, held.shelved)
    if held.shelved.entry.in_trash:
        writing.remove_document(number)
    elif write is not None and held.contents is not None:
        if is_held(db, number):
            write(writing, number, held.contents)
        else:
            writing.write_document(number, held.contents)


def _is_ready(db: Database) -> bool:
    return shelf_tables.is_ready(db) and search_tables.is_ready(db)


def _held(db: Database) -> dict[str, str]:
    if not _is_ready(db):
        return {}
    return {row["document"]: row["stamp"] for row in rows(db, "SELECT * FROM shelf_row")}

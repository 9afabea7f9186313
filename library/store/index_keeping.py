"""Keeping index.db in step with the library: the shelf's rows, and what is searched.

Each document in the index has a stamp that names the state it was read in.  Changes are
followed at once; what was missed, since a process died or the index is new, is caught up with.
While a writer is at work the index names no state of the whole library; it names one when the
writer ends well, and then nothing need be compared at the next start.

What changes while much is caught up with waits until that comes to it: nobody who saves a note
waits for the index.
"""

from __future__ import annotations

import threading
from collections.abc import Generator, Mapping, Sequence
from contextlib import suppress
from enum import IntEnum, auto

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
from library.store.catalogue import tables as shelf_tables
from library.store.catalogue.state import EMPTY, state_of, stated, write_state
from library.store.catalogue.writing import remove_rows, write_rows
from library.store.connection import Connection
from library.store.index import Index
from library.store.index_sources import Source, sources
from library.store.people import naming
from library.store.rows import rows
from library.store.search import tables as search_tables
from library.store.search.merging import (
    begin_merging,
    give_back,
    merge_seldom,
    merge_some,
    merge_usually,
)
from library.store.search.reading import stamps
from library.store.search.vocabulary import Vocabulary
from library.store.search.writing import NoRoom, Writing, digests_held

AT_ONCE = 64  # documents in one transaction: some 30 ms
_NOTES = (Annotation, Bookmark, Check, Correction, OwnLink, Placement, TagStyle)
_ON_THE_SHELF = (Collection, Membership, SmartCollection, ToRead)


class _Part(IntEnum):
    """What of a document is written: each has what comes before it."""

    ROW = auto()
    NOTES = auto()
    ALL = auto()


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
        self._waiting: dict[str, _Part] | None = None  # what changed while much is caught up with
        self._lock = threading.Lock()  # guards what waits

    def follow(self, change: Change) -> None:
        """Bring the documents that were changed up to date.

        The change itself is kept already: what fails here is caught up with later.
        """
        items, part = tuple(change.items()), _Part.ALL
        if any(isinstance(item, PersonName) for item in items):
            self._follow_names([item.id for item in items if isinstance(item, PersonName)])
        if all(isinstance(item, _ON_THE_SHELF) for item in items):
            part = _Part.ROW
        elif all(isinstance(item, _NOTES) for item in items):
            part = _Part.NOTES
        self._follow(sorted(change.documents()), part)

    @property
    def leaves_some(self) -> bool:
        """Whether there is something to catch up with: a change was to too many documents."""
        return not self._is_complete

    def follow_document(self, document_id: str) -> None:
        """As `follow`, for a document that is new, or has a new text."""
        self._follow([document_id], _Part.ALL)

    def follow_row(self, document_id: str) -> None:
        """As `follow`, where nothing but the document's row is another: it was read, say."""
        self._follow([document_id], _Part.ROW)

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
        with self._lock:
            others_wait = len(behind) > AT_ONCE and self._waiting is None
            if others_wait:
                self._waiting = {}
        if not others_wait:
            yield from self._catching_up(behind)
            return
        try:
            if len(behind) > self._index.read(search_tables.size, 0):
                yield from self._making_whole(behind)
            else:
                yield from self._catching_up(behind)
        finally:
            self._end_waiting()

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

    def _catching_up(self, behind: Sequence[str]) -> Generator[Progress, None, None]:
        self._is_complete = not behind  # and stays so where this is broken off
        for done in range(0, len(behind), AT_ONCE):
            yield Progress(done, len(behind), "Preparing the search")
            self._bring_waiting()
            self._bring(dict.fromkeys(behind[done : done + AT_ONCE], _Part.ALL))
        self._bring_waiting()
        self._is_complete = True

    def _making_whole(self, behind: Sequence[str]) -> Generator[Progress, None, None]:
        """Catch up where that is most of the index."""
        self._index.write(self._make_ready)
        self._index.write(merge_seldom)
        try:
            yield from self._catching_up(behind)
            self._index.write(begin_merging)
            while self._index.write(merge_some) or self._index.write(give_back):
                yield Progress(len(behind), len(behind), "Preparing the search")
                self._bring_waiting()
        finally:
            with suppress(LibraryError):
                self._index.write(merge_usually)

    def _bring_waiting(self) -> None:
        with self._lock:
            waiting = self._waiting
            if waiting:
                self._waiting = {}
        if waiting:
            self._bring(waiting)

    def _end_waiting(self) -> None:
        with self._lock:
            waiting, self._waiting = self._waiting, None
        if waiting:
            self._follow_all(waiting)

    def _follow_names(self, names: Sequence[str]) -> None:
        """Names in documents are other people's now."""
        try:
            with self._library.reading() as db:
                documents = sorted(naming(db, names))
        except LibraryError:
            self._has_missed = True
            return
        if len(documents) <= AT_ONCE:
            self._follow(documents, _Part.ALL)
        else:
            self._is_complete = False

    def _follow(self, document_ids: Sequence[str], part: _Part) -> None:
        with self._lock:
            if self._waiting is not None:
                for each in document_ids:
                    self._waiting[each] = max(part, self._waiting.get(each, part))
                return
        self._follow_all(dict.fromkeys(document_ids, part))

    def _follow_all(self, wanted: Mapping[str, _Part]) -> None:
        try:
            self._bring(wanted)
        except LibraryError:
            self._has_missed = True

    def _bring(self, wanted: Mapping[str, _Part]) -> None:
        """Write these documents, and what is wanted of each."""
        self._follow_library()
        whole = [each for each, part in wanted.items() if part > _Part.ROW]
        rows_only = [each for each, part in wanted.items() if part is _Part.ROW]
        found = [
            *sources(self._library, whole, with_contents=True),
            *sources(self._library, rows_only, with_contents=False),
        ]
        nothing: dict[str, bytes] = {}
        digests = self._index.read(lambda db: digests_held(db, whole), nothing)
        for each in found:
            if each.contents is not None:
                each.contents.prepare(digests.get(each.id))
        try:
            self._index.write(lambda db: self._write_all(db, found, wanted))
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

    def _write_all(
        self, db: Database, found: Sequence[Source], wanted: Mapping[str, _Part]
    ) -> None:
        self._make_ready(db)
        if not self._has_written:
            write_state(db, "")
            self._has_written = True
        writing = Writing(db, self._vocabulary)
        _write_found(writing, db, found, wanted)
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


def _write_found(
    writing: Writing, db: Database, found: Sequence[Source], wanted: Mapping[str, _Part]
) -> None:
    shelved = [each.shelved for each in found if each.shelved is not None]
    numbers = write_rows(db, shelved)
    writing.remove(remove_rows(db, [each.id for each in found if each.shelved is None]))
    writing.remove([numbers[each.entry.id] for each in shelved if each.entry.in_trash])
    for part in (_Part.NOTES, _Part.ALL):
        contents = {
            numbers[each.id]: each.contents
            for each in found
            if each.contents is not None and wanted[each.id] is part
        }
        writing.write(contents, only_notes=part is _Part.NOTES)


def _is_ready(db: Database) -> bool:
    return shelf_tables.is_ready(db) and search_tables.is_ready(db)


def _held(db: Database) -> dict[str, str]:
    if not _is_ready(db):
        return {}
    return {row["document"]: row["stamp"] for row in rows(db, "SELECT * FROM shelf_row")}

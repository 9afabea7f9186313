"""Keeping the search index in step with the library.

Each document in the index has a stamp that names the state it was read in.  Changes are
followed at once; what was missed, since a process died or the index is new, is caught up with.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import suppress

from sqlite_utils import Database

from library.errors import LibraryError
from library.model.annotation import Annotation, Bookmark
from library.model.change import Change
from library.model.checking import Check
from library.model.correction import Correction
from library.model.own_link import OwnLink
from library.model.placement import Placement
from library.model.tag import TagStyle
from library.progress import Progress
from library.store.annotations import annotations_of
from library.store.connection import Connection
from library.store.documents import document_of
from library.store.index import Index
from library.store.rows import rows
from library.store.search.contents import Contents
from library.store.search.reading import stamps
from library.store.search.tables import is_ready, is_worn, make_anew, make_ready
from library.store.search.vocabulary import Vocabulary
from library.store.search.writing import NoRoom, Prepared, Writing, digest_held, is_held

AT_ONCE = 64  # documents in one transaction: some 30 ms
_BESIDE_THE_TEXTS = (Annotation, Bookmark, Check, Correction, OwnLink, Placement, TagStyle)

_Write = Callable[[Writing, Prepared], None]


class IndexKeeping:
    """Writes what is searched into the index.  Usable from several threads."""

    def __init__(self, library: Connection, index: Index) -> None:
        self._library = library
        self._index = index
        self._vocabulary = Vocabulary()

    def follow(self, change: Change) -> None:
        """Bring the documents that were changed up to date.

        The change itself is kept already: what fails here is caught up with later.
        """
        notes_alone = all(isinstance(item, _BESIDE_THE_TEXTS) for item in change.items())
        with suppress(LibraryError):
            self._bring(
                sorted(change.documents()),
                Writing.write_notes if notes_alone else Writing.write_document,
            )

    def follow_document(self, document_id: str) -> None:
        """As `follow`, for a document that is new, or has a new text."""
        with suppress(LibraryError):
            self._bring([document_id], Writing.write_document)

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
        if self._index.read(is_worn, otherwise=False):
            self._index.write(make_anew)
            self._vocabulary.forget()
        behind = self.behind()
        for done in range(0, len(behind), AT_ONCE):
            yield Progress(done, len(behind), "Preparing the search")
            self._bring(behind[done : done + AT_ONCE], Writing.write_document)

    def _bring(self, document_ids: Sequence[str], write: _Write) -> None:
        found = [(each, self._prepared(each)) for each in document_ids]
        try:
            self._index.write(lambda db: self._write_all(db, found, write))
        except BaseException as error:
            self._vocabulary.forget()  # its words were taken back with the rest
            if not isinstance(error, NoRoom):
                raise
            self._index.write(make_anew)  # all is caught up with

    def _write_all(
        self, db: Database, found: Sequence[tuple[str, Prepared | None]], write: _Write
    ) -> None:
        if make_ready(db):
            self._vocabulary.begin_anew()
        writing = Writing(db, self._vocabulary)
        for document_id, prepared in found:
            if prepared is None:
                writing.remove_document(document_id)
            elif is_held(db, document_id):
                write(writing, prepared)
            else:
                writing.write_document(prepared)
        writing.end()

    def _prepared(self, document_id: str) -> Prepared | None:
        """None where the document is in the trash, or gone."""
        contents = self._contents(document_id)
        if contents is None:
            return None
        prepared = Prepared(contents)
        prepared.prepare(self._index.read(lambda db: digest_held(db, document_id), None))
        return prepared

    def _contents(self, document_id: str) -> Contents | None:
        with self._library.reading() as db:
            stamp = stamps(db, document_id).get(document_id)
            if stamp is None:
                return None
            document = document_of(db, document_id)
            notes = annotations_of(db, document_id)
        return Contents(document, [note for note in notes if note.deleted is None], stamp)


def _held(db: Database) -> dict[str, str]:
    if not is_ready(db):
        return {}
    return {row["document"]: row["stamp"] for row in rows(db, "SELECT * FROM search_held")}

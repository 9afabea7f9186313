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
from library.store.search.tables import is_ready, make_ready
from library.store.search.vocabulary import Vocabulary
from library.store.search.writing import number_of, remove_document, write_document, write_notes

AT_ONCE = 32  # documents in one transaction
_BESIDE_THE_TEXTS = (Annotation, Bookmark, Check, Correction, OwnLink, Placement, TagStyle)

_Write = Callable[[Database, Contents, Vocabulary], None]


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
            self._bring(sorted(change.documents()), write_notes if notes_alone else write_document)

    def follow_document(self, document_id: str) -> None:
        """As `follow`, for a document that is new, or has a new text."""
        with suppress(LibraryError):
            self._bring([document_id], write_document)

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
        behind = self.behind()
        for done in range(0, len(behind), AT_ONCE):
            yield Progress(done, len(behind), "Preparing the search")
            self._bring(behind[done : done + AT_ONCE], write_document)

    def _bring(self, document_ids: Sequence[str], write: _Write) -> None:
        found = [(each, self._contents(each)) for each in document_ids]
        try:
            self._index.write(lambda db: self._write_all(db, found, write))
        except BaseException:
            self._vocabulary.forget()  # its words were taken back with the rest
            raise

    def _write_all(
        self, db: Database, found: Sequence[tuple[str, Contents | None]], write: _Write
    ) -> None:
        if make_ready(db):
            self._vocabulary.forget()
        for document_id, contents in found:
            if contents is None:
                remove_document(db, document_id)
            elif number_of(db, document_id) is not None:
                write(db, contents, self._vocabulary)
            else:
                write_document(db, contents, self._vocabulary)

    def _contents(self, document_id: str) -> Contents | None:
        """None where the document is in the trash, or gone."""
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

"""A document as the library keeps it, with all that its tab needs; read beside the window."""

from __future__ import annotations

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from library.errors import DiptychError, DocumentNotFound
from library.model.anchor import Anchors
from library.model.annotation import Annotation, Bookmark
from library.model.change import Change
from library.model.checking import Check
from library.model.correction import Correction
from library.model.document import Document
from library.model.laid_over import laid_over
from library.model.own_link import OwnLink
from library.model.reading import ReadingPosition
from library.model.record_fields import RecordField, Values
from library.model.wording import Wording
from library.progress import Progress
from library.store.store import Store
from viewer.reading import Reading

KEPT_STEPS = 100  # so many steps of an earlier time can be taken back


@dataclass(frozen=True, slots=True)
class Stored:
    """What is known of a document from earlier times."""

    document: Document
    paths: tuple[Path, ...]
    position: ReadingPosition | None
    annotations: tuple[Annotation, ...]
    bookmarks: tuple[Bookmark, ...]
    own_links: tuple[OwnLink, ...]
    checks: tuple[Check, ...]
    corrections: tuple[Correction, ...]
    anchors: Anchors
    said: tuple[RecordField, ...]  # of the record, by the reader
    read: Mapping[str, Values]  # the archive's own values beside them
    steps: tuple[Change, ...]  # that undo can take back, oldest first


def read_stored(store: Store, document_id: str) -> Stored:
    """Raises `DocumentNotFound` and `LibraryError`s."""
    document = store.document(document_id)
    return Stored(
        document,
        tuple(store.path_of(file) for file in document.files),
        store.position(document_id),
        store.annotations(document_id),
        store.bookmarks(document_id),
        store.own_links(document_id),
        store.checks(document_id),
        store.texts.corrections(document_id),
        store.texts.anchors(document_id),
        store.records.all_of(document_id),
        store.records.read(document_id),
        store.undoable(document_id, KEPT_STEPS),
    )


def reading_stored(
    store: Store, document_ids: Sequence[str]
) -> Generator[Progress, None, tuple[Stored, ...]]:
    """Read several; those that are gone meanwhile are left out."""
    found: list[Stored] = []
    for done, document_id in enumerate(document_ids):
        yield Progress(done, len(document_ids), "")
        try:
            found.append(read_stored(store, document_id))
        except DocumentNotFound:
            continue
    return tuple(found)


def give(reading: Reading, stored: Stored) -> None:
    """Let a reading know what was made in it at earlier times."""
    reading.anchoring.show(stored.anchors)
    reading.correcting.show(stored.corrections)
    reading.show_notes(stored.annotations, stored.bookmarks)
    reading.joint.take_own_links(stored.own_links)
    reading.checking.show(stored.checks)
    reading.recording.show(stored.document.record, stored.said, stored.read)


def know_trash(reading: Reading, store: Store) -> None:
    """Let what the file holds know what of it was adopted, and thrown away since."""
    reading.file_notes.know_trash(store.annotations(reading.document.id, deleted=True))


def refresh(reading: Reading, store: Store, change: Change, waiting: Sequence[Change]) -> None:
    """Let a reading know what is made in it now, and the texts that the change replaced.

    What waits to be saved lies over what is stored.
    """
    document = reading.document.id
    if change.touches(Wording):
        reading.take_text(store.document(document))
    if change.touches(RecordField):
        records = store.records
        said, read = records.all_of(document), records.read(document)
        reading.recording.show(records.record(document), said, read)
    if change.touches(OwnLink):
        reading.joint.take_own_links(
            laid_over(store.own_links(document), OwnLink, document, waiting)
        )
    reading.anchoring.show(store.texts.anchors(document))
    corrections = store.texts.corrections(document)
    reading.correcting.show(laid_over(corrections, Correction, document, waiting))
    reading.show_notes(
        laid_over(store.annotations(document), Annotation, document, waiting),
        laid_over(store.bookmarks(document), Bookmark, document, waiting),
        unsaved(waiting),
    )
    reading.checking.show(laid_over(store.checks(document), Check, document, waiting))
    if reading.file_notes.count:
        know_trash(reading, store)


def lay_over(reading: Reading, changes: Sequence[Change], waiting: Sequence[Change]) -> None:
    """Let a reading know of changes that are not stored; they are among those that wait."""
    document = reading.document.id
    if any(change.touches(OwnLink) for change in changes):
        own_links = reading.joint.own_links
        reading.joint.take_own_links(laid_over(own_links, OwnLink, document, changes))
    corrections = reading.correcting.corrections
    reading.correcting.show(laid_over(corrections, Correction, document, changes))
    reading.show_notes(
        laid_over(reading.annotations, Annotation, document, changes),
        laid_over(reading.bookmarks, Bookmark, document, changes),
        unsaved(waiting),
    )
    reading.checking.show(laid_over(reading.checking.checks, Check, document, changes))


def unsaved(waiting: Sequence[Change]) -> frozenset[str]:
    """The ids of all that is made or different in these changes."""
    return frozenset(item.id for change in waiting for item in change.items())


def kept_preview(store: Store, reading: Reading, page: int) -> bytes | None:
    """The picture of a page that was kept when its document was added, as a JPEG."""
    document = reading.document.id
    try:
        return store.preview(document, page) if document else None
    except DiptychError:
        return None  # a picture to pass the time with; the page itself is on its way

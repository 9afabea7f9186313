"""From files to documents, and into the library.

Files are opened by reading processes only; what is here waits for their answers, and
yields in between so that the work can be shown and stopped.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from library.errors import (
    DiptychError,
    DocumentError,
    FileMissing,
    FileUnreadable,
    PageCrashed,
    PasswordNeeded,
    PasswordWrong,
    ReadingStopped,
    ReadingUnavailable,
)
from library.importers.archive_record import read_record
from library.importers.formats import Parcel, format_of
from library.importers.images import OpenedPicture, read_pictures
from library.importers.pdf import read_plain
from library.model.document import Document, StoredFile
from library.pages.contents import Outline, PageContents
from library.pages.formats import Format
from library.pages.pool import Urgency
from library.pages.requests import FileSource, Picture, ReadOutline, ReadPages, Request
from library.progress import Progress
from library.store.safety.safety import LARGE
from library.store.store import Store
from library.surrogates import without_surrogates

PREVIEW_SIZE = 900, 1273  # pixels, at most
THUMBNAIL_SIZE = 184, 260  # 92 × 130 on a screen of double density
_STEP = 20  # pages asked for at a time
_NOT_OF_THE_FILE = (ReadingStopped, ReadingUnavailable)  # no other file would fare better
_ENOUGH_CRASHES = 3  # pages in a row, after which the rest of the file is left unread


class Pool(Protocol):
    """What answers requests: a `library.pages.pool.ReadingPool`."""

    def submit(self, request: Request, urgency: Urgency) -> Future[Any]: ...


@dataclass(slots=True)
class ImportReport:
    """What became of each parcel: the ids of the documents, or the error."""

    added: list[tuple[Parcel, str]] = field(default_factory=list)
    known: list[tuple[Parcel, str]] = field(default_factory=list)  # were in the library before
    failed: list[tuple[Parcel, DiptychError]] = field(default_factory=list)


def import_parcels(
    parcels: Sequence[Parcel], store: Store, pool: Pool, password: str | None = None
) -> Generator[Progress, None, ImportReport]:
    """Add each parcel to the library, or note why not; one bad file stops nothing.

    Raises `LibraryError` where the library itself cannot be written, and
    `ReadingUnavailable` where nothing can be read.
    """
    if len(parcels) >= LARGE:
        yield from store.safety.backing_up_changes("before-import")
    report = ImportReport()
    for done, parcel in enumerate(parcels):
        yield Progress(done, len(parcels), f"Importing {parcel.name}")
        try:
            known = _known(parcel, store)
            if known is not None:
                report.known.append((parcel, known))
                continue
            added = yield from _import(parcel, store, pool, password)
        except _NOT_OF_THE_FILE:
            raise
        except DocumentError as error:
            report.failed.append((parcel, error))
        else:
            report.added.append((parcel, added))
    yield Progress(len(parcels), len(parcels), "Imported")
    return report


def read_document(
    parcel: Parcel, pool: Pool, password: str | None = None
) -> Generator[Progress, None, Document]:
    """The document, without an id and its files without a digest.

    Raises `DocumentError` where nothing of it can be read.
    """
    if parcel.problem is not None:
        raise parcel.problem
    if format_of(parcel.files[0]) is Format.PDF:
        document = yield from _read_pdf(parcel.files[0], pool, password)
    else:
        document = yield from _read_pictures(parcel, pool)
    with _readable(parcel):
        return replace(document, files=tuple(_file(path) for path in parcel.all_files))


def _import(
    parcel: Parcel, store: Store, pool: Pool, password: str | None
) -> Generator[Progress, None, str]:
    """The new document's id."""
    document = yield from read_document(parcel, pool, password)
    kept = zip(parcel.all_files, document.files, strict=True)
    files = tuple(store.keep_file(path, file.media_type) for path, file in kept)
    document = store.add_document(replace(document, files=files), datetime.now(UTC))
    _keep_preview(document, parcel, store, pool, password)
    return document.id


def _known(parcel: Parcel, store: Store) -> str | None:
    """The document that is in the library already.  Raises `DocumentError`."""
    if parcel.problem is not None:
        raise parcel.problem
    with _readable(parcel):
        digests = tuple(store.digest_of(path) for path in parcel.all_files)
        known = store.document_with(digests)
        if known is not None:
            _heal(store.document(known), parcel, store)
        return known


def _heal(document: Document, parcel: Parcel, store: Store) -> None:
    """Keep the files again where the library has lost one."""
    if not store.has_files(document):
        for path, file in zip(parcel.all_files, document.files, strict=True):
            store.keep_file(path, file.media_type)


@contextmanager
def _readable(parcel: Parcel) -> Iterator[None]:
    """Says in a `DocumentError` why the system does not let us read a file."""
    try:
        yield
    except OSError as error:
        path = Path(error.filename or parcel.name)
        if isinstance(error, FileNotFoundError):
            raise FileMissing(path) from error
        raise FileUnreadable(path, (error.strerror or "an error of the disk").lower()) from error


def _file(path: Path) -> StoredFile:
    told = format_of(path)
    media_type = told.value if told else "text/plain"
    return StoredFile("", without_surrogates(path.name), path.stat().st_size, media_type)


def _read_pdf(path: Path, pool: Pool, password: str | None) -> Generator[Progress, None, Document]:
    source = FileSource(path, password, path.name)
    outline: Outline = _answer(pool, ReadOutline(source))
    pages: list[PageContents] = []
    total = len(outline.sizes)
    while len(pages) < total:
        yield Progress(len(pages), total, f"Reading {without_surrogates(path.name)}")
        first, last = len(pages), min(len(pages) + _STEP, total)
        if _is_given_up(pages, path.name):
            pages += (_crashed(number, outline, path.name) for number in range(first, total))
        else:
            pages += _contents(pool, source, outline, first, last)
    record = yield from read_record(outline, pages)
    return record or (yield from read_plain(outline, pages, path.name))


def _is_given_up(pages: Sequence[PageContents], name: str) -> bool:
    last = pages[-_ENOUGH_CRASHES:]
    crashed = sum(page.problem == str(PageCrashed(name, page.number)) for page in last)
    return crashed >= _ENOUGH_CRASHES


def _crashed(number: int, outline: Outline, name: str) -> PageContents:
    return _unread(number, outline.sizes[number], str(PageCrashed(name, number)))


def _contents(
    pool: Pool, source: FileSource, outline: Outline, first: int, last: int
) -> list[PageContents]:
    """These pages; where they cannot be read together, each by itself."""
    try:
        return list(_answer(pool, ReadPages(source, first, last)))
    except (*_NOT_OF_THE_FILE, PasswordNeeded, PasswordWrong):
        raise
    except DocumentError as error:
        if last - first == 1:
            return [_unread(first, outline.sizes[first], str(error))]
        return _one_by_one(pool, source, outline, first, last)


def _one_by_one(
    pool: Pool, source: FileSource, outline: Outline, first: int, last: int
) -> list[PageContents]:
    pages: list[PageContents] = []
    crashes = 0
    for number in range(first, last):
        if crashes >= _ENOUGH_CRASHES:
            pages.append(_crashed(number, outline, source.shown))
            continue
        try:
            pages += _answer(pool, ReadPages(source, number, number + 1))
            crashes = 0
        except _NOT_OF_THE_FILE:
            raise
        except DocumentError as error:
            crashes += 1
            pages.append(_unread(number, outline.sizes[number], str(error)))
    return pages


def _unread(number: int, size: tuple[float, float], problem: str) -> PageContents:
    return PageContents(number, *size, (), 0.0, hidden_text=False, links=(), problem=problem)


def _read_pictures(parcel: Parcel, pool: Pool) -> Generator[Progress, None, Document]:
    pictures: list[OpenedPicture] = []
    errors: list[DocumentError] = []
    for done, path in enumerate(parcel.files):
        yield Progress(done, len(parcel.files), f"Reading {without_surrogates(path.name)}")
        try:
            outline = _answer(pool, ReadOutline(FileSource(path, name=path.name)))
            pictures.append(OpenedPicture(path, outline))
        except _NOT_OF_THE_FILE:
            raise
        except DocumentError as error:
            errors.append(error)
            pictures.append(OpenedPicture(path, None, str(error)))
    if len(errors) == len(pictures):
        raise errors[0]
    return read_pictures(parcel.name, pictures, parcel.texts)


def _keep_preview(
    document: Document, parcel: Parcel, store: Store, pool: Pool, password: str | None
) -> None:
    """Keep pictures of the first scan page; a page that cannot be drawn has none."""
    shown = next(iter(document.scan_pages), 0)
    page = document.pages[shown]
    if page.problem:
        return
    source = FileSource(parcel.files[page.file], password, parcel.files[page.file].name)
    try:
        preview = _answer(pool, Picture(source, page.frame, *PREVIEW_SIZE))
        thumbnail = _answer(pool, Picture(source, page.frame, *THUMBNAIL_SIZE))
    except ReadingStopped:
        raise
    except DocumentError:
        return
    store.save_preview(document.id, shown, preview, thumbnail)


def _answer(pool: Pool, request: Request) -> Any:  # noqa: ANN401 - the pool's own overloads tell
    try:
        return pool.submit(request, Urgency.BACKGROUND).result()
    except CancelledError as error:  # the pool was closed
        raise ReadingStopped from error

"""The document that an argument names: by id, by the beginning of it, or by its file."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from library.cli.progress import shown
from library.errors import DocumentNotFound, LibraryError, SeveralDocuments
from library.importers.formats import Parcel, find_parcels
from library.importers.importing import ImportReport, import_parcels
from library.model.change import Change, Holding
from library.pages.pool import ReadingPool
from library.store.store import Store


@contextmanager
def reading_pool() -> Generator[ReadingPool]:
    pool = ReadingPool()
    try:
        yield pool
    finally:
        pool.close()


def names_file(asked: str) -> bool:
    """Whether there is such a file or folder; it then counts for more than an id."""
    try:
        return Path(asked).exists()
    except (OSError, ValueError):
        return False


def parcel_at(asked: str) -> Parcel:
    """The one document in this file or folder.  Raises `DocumentError`s."""
    parcels = find_parcels([Path(asked)])
    if len(parcels) > 1:
        raise SeveralDocuments(Path(asked).resolve().name, len(parcels))
    if parcels[0].problem is not None:
        raise parcels[0].problem
    return parcels[0]


@contextmanager
def store_for_note(asked: str, library: Path) -> Generator[Store]:
    """The library, for a note on this document; not made where there is none to be noted on."""
    if names_file(asked):
        parcel_at(asked)
    else:
        with Store.open(library, read_only=True) as store:
            store.resolve(asked)
    with Store.open(library) as store:
        yield store


def known_id(store: Store, asked: str) -> str:
    """The id of the document in the library.  Raises `NotFound`s and `DocumentError`s."""
    if not names_file(asked):
        return store.resolve(asked)
    found = _known_parcel(store, parcel_at(asked)) or store.document_holding(Path(asked))
    if found is None:
        raise DocumentNotFound(asked)
    return found


def known_id_or_imported(store: Store, asked: str, password: str | None) -> str:
    """As `known_id`; a file that is not in the library yet is added to it."""
    try:
        return known_id(store, asked)
    except DocumentNotFound:
        if not names_file(asked):
            raise
    with reading_pool() as pool:
        report = shown(import_parcels([parcel_at(asked)], store, pool, password))
    for _, error in report.failed:
        raise error
    restore(store, report)
    ((_, document_id),) = report.added or report.known
    return document_id


def restore(store: Store, report: ImportReport) -> None:
    """Take documents that were given to us again out of the trash."""
    for _, document_id in report.known:
        held = store.holding(document_id)
        if held.deleted is not None:
            store.apply(Change.alter("Restore", held, Holding(document_id)))


def id_in_library(library: Path, parcel: Parcel) -> str | None:
    """The id under which the library has these files, if there is a library and it does."""
    try:
        with Store.open(library, read_only=True) as store:
            return _known_parcel(store, parcel)
    except LibraryError:
        return None


def _known_parcel(store: Store, parcel: Parcel) -> str | None:
    found = store.document_with([store.digest_of(path) for path in parcel.all_files])
    if found is None or store.holding(found).deleted is not None:
        return None
    return found

"""A document joined with its scan, for commands: from the library, or from a file as it is."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from library.cli.finding import id_in_library, names_file, parcel_at, reading_pool
from library.errors import LibraryError, LibraryInUse
from library.importers.importing import read_document
from library.joining.executing import JoiningProcess
from library.joining.working import JoinedFurther, Means, join_document
from library.model.document import Document
from library.model.joined import Joined
from library.model.own_link import OwnLink
from library.pages.contents import PageReading
from library.pages.pool import ReadingPool
from library.pages.requests import FileSource
from library.progress import Progress, quietly
from library.recognition.engines import Engines
from library.store.store import Store

T = TypeVar("T")
Drive = Callable[[Generator[Progress, None, T]], T]


@dataclass(frozen=True, slots=True)
class JoinedDocument:
    document: Document
    joined: Joined
    problem: str = ""  # a sentence on what could not be joined
    paths: tuple[Path, ...] = ()  # where the document's files are


class KeptReadings:
    """What was recognised before, where there is a library; new readings go there if they may."""

    def __init__(self, store: Store | None, *, writable: bool) -> None:
        self._store = store
        self._writable = writable

    def reading(self, digest: str, frame: int, engine: str, version: str) -> PageReading | None:
        return self._store.reading(digest, frame, engine, version) if self._store else None

    def save_reading(
        self, digest: str, frame: int, engine: str, version: str, reading: PageReading
    ) -> None:
        if self._store is not None and self._writable:
            self._store.save_reading(digest, frame, engine, version, reading)


def joined_document(
    asked: str, library: Path, password: str | None, pool: ReadingPool, *, recognises: bool
) -> Generator[Progress, None, JoinedDocument]:
    """Join the document that `asked` names; a file is not added to the library."""
    with ExitStack() as closing:
        store, writable = _library(library, closing)
        document, paths, own_links = yield from _found(asked, library, password, pool, store)
        sources = [
            FileSource(path, password, file.name)
            for path, file in zip(paths, document.files, strict=True)
        ]
        joiner, engines = closing.enter_context(JoiningProcess()), closing.enter_context(Engines())
        kept = KeptReadings(store, writable=writable)
        means = Means(pool, kept, joiner, engines.engine_for, recognises)
        work = join_document(document, sources, means, own_links)
        found = yield from told(document, work)
        return replace(found, paths=tuple(paths))


def joined_as_known(store: Store, document: Document, password: str | None) -> Joined:
    """A document of the library joined by the words that are known already."""
    sources = [FileSource(store.path_of(file), password, file.name) for file in document.files]
    with reading_pool() as pool, JoiningProcess() as joiner, Engines() as engines:
        kept = KeptReadings(store, writable=False)
        means = Means(pool, kept, joiner, engines.engine_for, recognises=False)
        own_links = present_links(store, document.id)
        return quietly(join_document(document, sources, means, own_links))


def told(
    document: Document, work: Generator[Progress, None, Joined]
) -> Generator[Progress, None, JoinedDocument]:
    """What the work gives, with the last problem that it told."""
    problem = ""
    while True:
        try:
            step = next(work)
        except StopIteration as end:
            return JoinedDocument(document, end.value, problem)
        if isinstance(step, JoinedFurther):
            problem = step.problem
        yield step


def _library(folder: Path, closing: ExitStack) -> tuple[Store | None, bool]:
    """The library, for writing if nobody else does; None where there is none to be used."""
    for read_only in (False, True):
        if (folder / "library.db").exists():
            try:
                return closing.enter_context(Store.open(folder, read_only=read_only)), not read_only
            except LibraryInUse:
                continue
            except LibraryError:
                return None, False
    return None, False


def _found(
    asked: str, library: Path, password: str | None, pool: ReadingPool, store: Store | None
) -> Generator[Progress, None, tuple[Document, list[Path], tuple[OwnLink, ...]]]:
    if not names_file(asked):
        opened = store or Store.open(library, read_only=True)
        return _kept(opened, opened.resolve(asked))
    parcel = parcel_at(asked)
    known = id_in_library(library, parcel)
    if store is not None and known is not None:
        return _kept(store, known)
    document = yield from read_document(parcel, pool, password)
    if store is not None:  # what was recognised of these files may be kept
        files = zip(parcel.all_files, document.files, strict=True)
        hashed = tuple(replace(file, digest=store.digest_of(path)) for path, file in files)
        document = replace(document, files=hashed)
    return document, list(parcel.all_files), ()


def _kept(store: Store, document_id: str) -> tuple[Document, list[Path], tuple[OwnLink, ...]]:
    document = store.document(document_id)
    paths = [store.path_of(file) for file in document.files]
    return document, paths, present_links(store, document_id)


def present_links(store: Store, document_id: str) -> tuple[OwnLink, ...]:
    """The links of the reader's whose words are surely where they say, in the texts as now."""
    return store.texts.anchors(document_id).present_links(store.own_links(document_id))

"""A whole library made of its files and sidecars alone."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path

from library.errors import LibraryExists, SidecarHurt, SidecarsMissing
from library.progress import Progress
from library.store.durable import make_folder, publish
from library.store.failures import explained
from library.store.files import digest_of, path_of
from library.store.opening import NAME
from library.store.sidecars.contents import Plain
from library.store.sidecars.files import of_library, read_sidecar, sidecars_in
from library.store.store import Store

_UNREADABLE = (
    *(SidecarHurt, KeyError, TypeError, ValueError, AttributeError),
    *(sqlite3.IntegrityError, sqlite3.InterfaceError),
)


@dataclass(slots=True)
class Rebuilt:
    """What came of it."""

    documents: int = 0
    hurt: list[str] = field(default_factory=list)  # names of sidecars that could not be read
    missing: list[str] = field(default_factory=list)  # names of files that are not there


def rebuilding(source: Path, folder: Path) -> Generator[Progress, None, Rebuilt]:
    """Make a library in `folder` of the files and sidecars in `source`; they may be one.

    Raises `LibraryExists`, `SidecarsMissing` and other `LibraryError`s.  A sidecar that is hurt
    is named in the answer and stops nothing; so is a file that is not there.
    """
    if (folder / NAME).exists():
        raise LibraryExists(folder)
    paths = sidecars_in(source)
    if not paths:
        raise SidecarsMissing(source)
    rebuilt = Rebuilt()
    with explained(folder), Store.open(folder) as store:
        if of_library(source).exists():
            _put(of_library(source), rebuilt, store.sidecars.put_library)
        for done, path in enumerate(paths):
            yield Progress(done, len(paths), "Rebuilding the library")
            document = _put(path, rebuilt, store.sidecars.put_document)
            if document is not None:
                rebuilt.documents += 1
                _bring_files(store, document, source, rebuilt)
    return rebuilt


def _put(path: Path, rebuilt: Rebuilt, put: Callable[[Plain], str | None]) -> str | None:
    try:
        return put(read_sidecar(path))
    except _UNREADABLE:
        rebuilt.hurt.append(path.name)
        return None


def _bring_files(store: Store, document_id: str, source: Path, rebuilt: Rebuilt) -> None:
    for file in store.document(document_id).files:
        final, there = store.path_of(file), path_of(source, file.digest, file.media_type)
        if not there.is_file() or digest_of(there) != file.digest:
            rebuilt.missing.append(file.name)
        elif not final.exists():
            make_folder(final.parent)
            part = final.with_suffix(".part")
            shutil.copyfile(there, part)
            publish(part, final)

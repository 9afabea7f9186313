"""Writing the sidecars of what has changed since they were written."""

from __future__ import annotations

import json
from collections.abc import Generator, Mapping
from pathlib import Path

from sqlite_utils import Database

from library.errors import DocumentNotFound
from library.progress import Progress
from library.store.connection import Connection
from library.store.durable import publish
from library.store.failures import explained
from library.store.index_keeping import IndexKeeping
from library.store.rows import rows
from library.store.sidecars.contents import (
    Plain,
    contents_of_document,
    contents_of_library,
    put_contents,
    put_items,
)
from library.store.sidecars.files import (
    FOLDER,
    of_document,
    of_library,
    sidecars_in,
    write_sidecar,
)

STATE = "state"  # beside the sidecars: what they hold, so that not all are read to tell
_LIBRARY = ""  # stands for what belongs to no document

# The last change of each document, and what comes and goes without one.
_STATES = """
SELECT d.id, max(c.number) AS number, max(c.time) AS time, d.deleted,
    (SELECT count(*) FROM version v WHERE v.document = d.id) AS texts,
    (SELECT count(*) FROM annotation a WHERE a.document = d.id) AS notes
FROM document d
LEFT JOIN change_document cd ON cd.document = d.id LEFT JOIN change c ON c.number = cd.change
GROUP BY d.id
"""
_LAST = "SELECT max(number) AS number, max(time) AS time FROM change"

States = Mapping[str, list[object]]


class Sidecars:
    """Keeps the sidecars of a library as the library is."""

    def __init__(self, folder: Path, library: Connection, keeping: IndexKeeping) -> None:
        self._folder = folder
        self._library = library
        self._keeping = keeping

    def writing_changed(self) -> Generator[Progress, None, int]:
        """Write the sidecars that are not as the library is; how many.

        Raises `LibraryUnwritable`; what was written till then is whole.
        """
        with explained(self._folder):
            return (yield from self._writing())

    def put_document(self, contents: Plain) -> str:
        """Put what a sidecar holds into a library without that document; its id.

        Raises as `put_contents` does.
        """
        with self._library.writing() as db:
            document_id = put_contents(db, contents)
        self._keeping.follow_document(document_id)
        return document_id

    def put_library(self, contents: Plain) -> None:
        """Put back what belongs to no document."""
        with self._library.writing() as db:
            db.execute("PRAGMA defer_foreign_keys=ON")  # collections stand in others
            put_items(db, contents)

    def _writing(self) -> Generator[Progress, None, int]:
        with self._library.reading() as db:
            wanted = _states(db)
        known = self._known()
        changed = [each for each, state in wanted.items() if known.get(each) != state]
        for done, each in enumerate(changed):
            yield Progress(done, len(changed), "Writing notes beside the files")
            self._write(each)
        for path in sidecars_in(self._folder):
            if path.stem not in wanted:
                path.unlink(missing_ok=True)
        if changed:
            self._remember(wanted)
        return len(changed)

    def _write(self, document_id: str) -> None:
        if document_id == _LIBRARY:
            with self._library.reading() as db:
                contents = contents_of_library(db)
            write_sidecar(of_library(self._folder), contents)
            return
        try:
            with self._library.reading() as db:
                contents = contents_of_document(db, document_id)
        except DocumentNotFound:
            return  # it went meanwhile
        write_sidecar(of_document(self._folder, document_id), contents)

    def _known(self) -> States:
        """What the sidecars that are there hold."""
        try:
            known = json.loads((self._folder / FOLDER / STATE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        if not isinstance(known, dict):
            return {}
        there = {path.stem for path in sidecars_in(self._folder)}
        there |= {_LIBRARY} if of_library(self._folder).exists() else set()
        return {each: state for each, state in known.items() if each in there}

    def _remember(self, states: States) -> None:
        path = self._folder / FOLDER / STATE
        part = path.with_suffix(".part")
        part.write_text(json.dumps(states), encoding="utf-8")
        publish(part, path)


def _states(db: Database) -> dict[str, list[object]]:
    found = {row["id"]: list(row)[1:] for row in rows(db, _STATES)}
    return {_LIBRARY: list(rows(db, _LAST)[0]), **found}

"""What the library says of documents, made ready to be written into the index."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlite_utils import Database

from library.store.annotations import annotated, annotations_of
from library.store.catalogue.writing import Shelved
from library.store.collections import collections_of
from library.store.connection import Connection
from library.store.document_marks import tags_of
from library.store.documents import documents_of
from library.store.people import joined_people
from library.store.search.contents import Contents
from library.store.search.reading import stamps
from library.store.search.writing import Prepared
from library.store.shelf import entries_of

_AT_ONCE = 16  # documents that are read in one transaction: others wait for it


class Source(NamedTuple):
    """A document as the library has it."""

    id: str
    shelved: Shelved | None  # None where it is gone
    contents: Prepared | None  # None in the trash, or where they were not asked for


def sources(library: Connection, ids: Sequence[str], *, with_contents: bool) -> Iterator[Source]:
    """In their order."""
    for first in range(0, len(ids), _AT_ONCE):
        with library.reading() as db:
            found = _read(db, ids[first : first + _AT_ONCE], with_contents=with_contents)
        yield from found


def _read(db: Database, ids: Sequence[str], *, with_contents: bool) -> list[Source]:
    entries, now, collections = entries_of(db, ids), stamps(db, ids), collections_of(db, ids)
    searched = [id_ for id_, entry in entries.items() if with_contents and not entry.in_trash]
    contents = _contents(db, searched)
    return [
        Source(
            id_,
            Shelved(entries[id_], now[id_], collections[id_]) if id_ in entries else None,
            contents.get(id_),
        )
        for id_ in ids
    ]


def _contents(db: Database, ids: Sequence[str]) -> dict[str, Prepared]:
    tags, people, noted = tags_of(db, ids), joined_people(db, ids), {*annotated(db, ids)}
    return {
        id_: Prepared(
            Contents(
                document,
                [note for note in annotations_of(db, id_) if note.deleted is None]
                if id_ in noted
                else [],
                tags[id_],
                people[id_],
            )
        )
        for id_, document in documents_of(db, ids).items()
    }

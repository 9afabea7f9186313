"""What the library knows of one document, or of none in particular; and putting it back.

All kinds of things that `changes` can keep come along by themselves.  Left out is what may be
made anew (links, what was recognised), where the reader was, and the history.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlite_utils import Database

from library.model.change import Holding, Item
from library.model.document import Document, Version
from library.model.record import Source
from library.model.record_fields import with_values
from library.model.shelved import Membership
from library.store.changes import keeper_of
from library.store.documents import document_of, put_document
from library.store.holdings import holding_of, save_holding
from library.store.plain import TABLES, item_of, plain_item
from library.store.rows import insert, rows, time_of, time_text
from library.store.safety.kinds import KINDS
from library.store.safety.seals import seal
from library.store.sidecars import document_json
from library.store.wording import keep_wording
from library.store.wording_contents import unpacked

Plain = Mapping[str, Any]

_ADDED = "SELECT added FROM document WHERE id = ?"
_WORDINGS = "SELECT contents FROM wording WHERE version = ? ORDER BY number"
_NOW = "SELECT wording FROM version_text WHERE version = ?"
_ANCHORS = "SELECT * FROM anchor WHERE version = ? ORDER BY rowid"
_READ = "SELECT field, read_value, read_source FROM reader_field WHERE document = ? ORDER BY id"


def contents_of_document(db: Database, document_id: str) -> Plain:
    """Raises `DocumentNotFound`."""
    document, holding = document_of(db, document_id), holding_of(db, document_id)
    deleted = holding.deleted if holding is not None else None
    return {
        "document": document_json.plain_document(document),
        "added": rows(db, _ADDED, (document_id,))[0]["added"],
        "deleted": None if deleted is None else time_text(deleted),
        "read": [dict(row) for row in rows(db, _READ, (document_id,))],
        "texts": {each.id: _text_history(db, each) for each in document.versions},
        "items": _items(db, document_id),
    }


def contents_of_library(db: Database) -> Plain:
    """What belongs to no document: collections, the colours of tags."""
    return {"items": _items(db, None)}


def put_contents(db: Database, contents: Plain) -> str:
    """Write what `contents_of_document` told into a library without it; the document's id.

    Raises `KeyError`, `TypeError`, `ValueError` and `sqlite3.IntegrityError`.
    """
    document = document_json.document_of(contents["document"])
    _check_names(document)
    put_document(db, _as_read(document, contents["read"]), time_of(contents["added"]))
    for version in document.versions:
        _put_text_history(db, version.id, contents["texts"][version.id])
    put_items(db, contents)
    if contents["deleted"] is not None:
        save_holding(db, Holding(document.id, time_of(contents["deleted"])))
    return document.id


def put_items(db: Database, contents: Plain) -> None:
    for item in map(item_of, contents["items"]):
        keeper = keeper_of(_table(item))
        if keeper is None or keeper.kind is None:
            continue
        try:
            keeper.save(db, item)
        except sqlite3.IntegrityError:
            if isinstance(item, Membership):
                continue  # the collection is not there: its sidecar was hurt
            raise
        seal(db, keeper.kind, item.id)


def _check_names(document: Document) -> None:
    """Ids and digests become names of files: none may lead out of the library."""
    names = (document.id, *(file.digest for file in document.files if file.digest))
    if not all(name.isascii() and name.isalnum() for name in names):
        raise ValueError("No name of a document or a file.")


def _items(db: Database, document_id: str | None) -> list[Plain]:
    found = (item for table in TABLES.values() for item in _in_table(db, table, document_id))
    return [plain for item in found if (plain := plain_item(item)) is not None]


def _in_table(db: Database, table: str, document_id: str | None) -> Iterable[Item | None]:
    keeper = keeper_of(table)
    if keeper is None:
        return
    key = KINDS[table].key
    of_document = any(column.name == "document" for column in db.table(table).columns)
    if of_document is (document_id is None):
        return
    which = "WHERE document = :document" if of_document else ""
    sql = f"SELECT {key} AS id FROM {table} {which} ORDER BY {key}"
    for row in rows(db, sql, {"document": document_id} if of_document else {}):
        yield keeper.find(db, row["id"])


def _table(item: Item) -> str:
    plain = plain_item(item)
    return "" if plain is None else TABLES[plain["is"]]


def _as_read(document: Document, read: Iterable[Plain]) -> Document:
    """The document as it was before the reader said other things of its record."""
    record = document.record
    for row in read:
        source = None if row["read_source"] is None else Source(row["read_source"])
        values = tuple(json.loads(row["read_value"]))
        record = with_values(record, row["field"], values, source)
    return replace(document, record=record)


def _text_history(db: Database, version: Version) -> Plain:
    kept = [row["contents"] for row in rows(db, _WORDINGS, (version.id,))]
    ((now,),) = rows(db, _NOW, (version.id,))
    return {
        "now": now,
        "wordings": [document_json.plain_version(unpacked(version, each)) for each in kept],
        "anchors": [dict(row) for row in rows(db, _ANCHORS, (version.id,))],
    }


def _put_text_history(db: Database, version_id: str, told: Plain) -> None:
    for wording in told["wordings"]:
        keep_wording(db, document_json.version_of(wording))
    db.execute("UPDATE version_text SET wording = ? WHERE version = ?", (told["now"], version_id))
    seal(db, KINDS["version"], version_id)
    insert(db, "anchor", told["anchors"])

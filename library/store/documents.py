"""Documents: their record, files and pages.  Their texts are in `versions`."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime

from sqlite_utils import Database

from library.errors import DocumentNotFound
from library.model.document import Document, Page, PageKind, StoredFile
from library.model.record import ArchiveDate, Head, Record, Source
from library.store.ids import new_id
from library.store.rows import (
    IN_LIST,
    first_row,
    insert,
    listed,
    rows,
    rows_by,
    storable,
    time_text,
)
from library.store.safety.kinds import KINDS
from library.store.safety.seals import seal
from library.store.versions import add_versions, versions_of

_PLAIN_FIELDS = (
    "title", "citation", "summary", "credits", "url", "record_id",
    "repository", "collection", "container",
)  # fmt: skip
_TITLES = f"SELECT id, title FROM document WHERE id {IN_LIST} AND deleted IS NULL"
_DOCUMENTS = f"SELECT * FROM document WHERE id {IN_LIST}"
_LISTS = f"SELECT * FROM record_list WHERE document {IN_LIST} ORDER BY document, field, place"
_SOURCES = f"SELECT * FROM record_source WHERE document {IN_LIST}"
_FILES = f"SELECT * FROM document_file WHERE document {IN_LIST} ORDER BY document, place"
_PAGES = f"SELECT * FROM page WHERE document {IN_LIST} ORDER BY document, place"
_ADDED = "+"  # before the names of fields that the reader added


def add_document(db: Database, document: Document, now: datetime) -> Document:
    """Write the document under ids of its own; what was written is returned."""
    document = replace(
        document,
        id=new_id(),
        versions=tuple(replace(version, id=new_id()) for version in document.versions),
    )
    put_document(db, document, now)
    return document


def put_document(db: Database, document: Document, now: datetime) -> None:
    """Write the document under the ids that it has."""
    insert(db, "document", [_document_row(document, now)])
    _insert_lists(db, document.id, document.record)
    insert(db, "document_file", _placed(document.id, map(asdict, document.files)))
    insert(db, "page", _placed(document.id, map(asdict, document.pages)))
    seal(db, KINDS["document"], document.id)
    add_versions(db, document)


def write_record(db: Database, document_id: str, record: Record) -> None:
    """Write the record in the place of the one that is there."""
    columns = _record_row(record)
    setting = ", ".join(f"{name} = :{name}" for name in columns)
    db.execute(
        f"UPDATE document SET {setting} WHERE id = :id",
        {name: storable(value) for name, value in columns.items()} | {"id": document_id},
    )
    for table in ("record_list", "record_source"):
        db.execute(f"DELETE FROM {table} WHERE document = ?", (document_id,))
    _insert_lists(db, document_id, record)
    seal(db, KINDS["document"], document_id)


def document_of(db: Database, document_id: str) -> Document:
    """Raises `DocumentNotFound`."""
    found = documents_of(db, [document_id])
    if document_id not in found:
        raise DocumentNotFound(document_id)
    return found[document_id]


def documents_of(db: Database, ids: Collection[str]) -> dict[str, Document]:
    """By id, those that are here, be they in the trash."""
    found = rows(db, _DOCUMENTS, (listed(ids),))
    records, versions = _records(db, found), versions_of(db, ids)
    files, pages = rows_by(db, "document", _FILES, ids), rows_by(db, "document", _PAGES, ids)
    return {
        row["id"]: Document(
            id=row["id"],
            record=records[row["id"]],
            files=tuple(map(_file, files[row["id"]])),
            pages=tuple(map(_page, pages[row["id"]])),
            versions=versions[row["id"]],
            is_record=bool(row["is_record"]),
            problem=row["problem"],
        )
        for row in found
    }


def record_of(db: Database, document_id: str) -> Record:
    """The catalogue record alone.  Raises `DocumentNotFound`."""
    found = _records(db, rows(db, _DOCUMENTS, (listed([document_id]),)))
    if document_id not in found:
        raise DocumentNotFound(document_id)
    return found[document_id]


def document_with(db: Database, digests: tuple[str, ...]) -> str | None:
    """The document made of exactly these files; one in the trash only if there is no other."""
    found = rows(
        db,
        "SELECT d.id FROM document d JOIN document_file f ON f.document = d.id AND f.place = 0 "
        "WHERE f.digest = ? ORDER BY d.deleted IS NOT NULL, d.added, d.id",
        digests[:1] or ("",),
    )
    return next((r["id"] for r in found if _digests(db, r["id"]) == digests), None)


def titles(db: Database, ids: Iterable[str]) -> dict[str, str]:
    """By id, of those documents that are here and not in the trash."""
    found = rows(db, _TITLES, (listed(ids),))
    return {row["id"]: row["title"] for row in found}


def holding_file(db: Database, digest: str) -> str | None:
    """A document that has this file; one that has no other before those that do."""
    row = first_row(
        db,
        "SELECT d.id FROM document d JOIN document_file f ON f.document = d.id "
        "WHERE f.digest = ? AND d.deleted IS NULL ORDER BY "
        "(SELECT count(*) FROM document_file o WHERE o.document = d.id), d.added, d.id LIMIT 1",
        (digest,),
    )
    return None if row is None else str(row["id"])


def named(db: Database, asked: str) -> tuple[str, ...]:
    """Up to five documents with this id or record number, else those whose ids begin so."""
    found = rows(
        db,
        "SELECT id FROM document WHERE deleted IS NULL AND (id = :asked OR record_id = :asked) "
        "ORDER BY id = :asked DESC, added LIMIT 5",
        {"asked": asked},
    ) or rows(
        db,
        "SELECT id FROM document "
        "WHERE deleted IS NULL AND substr(id, 1, length(:asked)) = :asked ORDER BY id LIMIT 5",
        {"asked": asked},
    )
    return tuple(row["id"] for row in found)


def _digests(db: Database, document_id: str) -> tuple[str, ...]:
    return tuple(row["digest"] for row in rows(db, _FILES, (listed([document_id]),)))


def _document_row(document: Document, now: datetime) -> Mapping[str, object]:
    return {
        "id": document.id,
        **_record_row(document.record),
        "is_record": document.is_record,
        "problem": document.problem,
        "scan_pages": len(document.scan_pages),
        "added": time_text(now),
    }


def _record_row(record: Record) -> Mapping[str, object]:
    return {
        **{name: getattr(record, name) for name in _PLAIN_FIELDS},
        "date_shown": record.date.shown if record.date else None,
        "date_edtf": record.date.edtf if record.date else None,
        "head_subject": record.head.subject,
        "head_classification": record.head.classification,
        "head_place": record.head.place,
    }


def _insert_lists(db: Database, document_id: str, record: Record) -> None:
    insert(db, "record_list", _list_rows(document_id, record))
    sources = record.sources.items()
    insert(
        db,
        "record_source",
        ({"document": document_id, "field": f, "source": s.value} for f, s in sources),
    )


def _list_rows(document_id: str, record: Record) -> Iterable[Mapping[str, object]]:
    lists = {
        "original_language": record.original_language,
        "language_codes": record.language_codes,
        "contents": record.contents,
        "contributors": record.contributors,
        "present": record.head.present,
        **{f"{_ADDED}{name}": values for name, values in record.added.items()},
    }
    for field, values in lists.items():
        for place, value in enumerate(values):
            yield {"document": document_id, "field": field, "place": place, "value": value}


def _placed(
    document_id: str, records: Iterable[Mapping[str, object]]
) -> Iterable[Mapping[str, object]]:
    for place, record in enumerate(records):
        yield {"document": document_id, "place": place, **record}


def _records(db: Database, found: Sequence[sqlite3.Row]) -> dict[str, Record]:
    """By the document's id, from rows of `document`."""
    ids = [row["id"] for row in found]
    lists = rows_by(db, "document", _LISTS, ids)
    sources = rows_by(db, "document", _SOURCES, ids)
    return {row["id"]: _record(row, lists[row["id"]], sources[row["id"]]) for row in found}


def _record(
    row: sqlite3.Row, listed_values: Iterable[sqlite3.Row], sources: Iterable[sqlite3.Row]
) -> Record:
    lists: dict[str, tuple[str, ...]] = {}
    for each in listed_values:
        lists[each["field"]] = (*lists.get(each["field"], ()), each["value"])
    shown = row["date_shown"]
    return Record(
        **{name: row[name] for name in _PLAIN_FIELDS},
        date=None if shown is None else ArchiveDate(shown, row["date_edtf"]),
        original_language=lists.get("original_language", ()),
        language_codes=lists.get("language_codes", ()),
        contents=lists.get("contents", ()),
        contributors=lists.get("contributors", ()),
        head=Head(
            present=lists.get("present", ()),
            subject=row["head_subject"],
            classification=row["head_classification"],
            place=row["head_place"],
        ),
        sources={each["field"]: Source(each["source"]) for each in sources},
        added={
            name.removeprefix(_ADDED): values
            for name, values in lists.items()
            if name.startswith(_ADDED)
        },
    )


def _file(row: sqlite3.Row) -> StoredFile:
    return StoredFile(row["digest"], row["name"], row["size"], row["media_type"])


def _page(row: sqlite3.Row) -> Page:
    return Page(
        PageKind(row["kind"]),
        row["width"],
        row["height"],
        bool(row["text_layer"]),
        row["file"],
        row["frame"],
        row["problem"],
    )

"""Small pictures of pages, as the bytes of JPEG files."""

from __future__ import annotations

from library.store.index import Index
from library.store.rows import first_row

_PREVIEW = "SELECT jpeg FROM preview WHERE document = ? AND page = ?"
_THUMBNAIL = "SELECT jpeg FROM thumbnail WHERE document = ? AND page = ?"


def save_preview(index: Index, document: str, page: int, jpeg: bytes) -> None:
    record = {"document": document, "page": page, "jpeg": jpeg}
    index.write(lambda db: db.table("preview").insert(record, replace=True))


def save_thumbnail(index: Index, document: str, page: int, jpeg: bytes) -> None:
    record = {"document": document, "page": page, "jpeg": jpeg}
    index.write(lambda db: db.table("thumbnail").insert(record, replace=True))


def preview(index: Index, document: str, page: int) -> bytes | None:
    return _picture(index, _PREVIEW, document, page)


def thumbnail(index: Index, document: str, page: int) -> bytes | None:
    return _picture(index, _THUMBNAIL, document, page)


def _picture(index: Index, sql: str, document: str, page: int) -> bytes | None:
    row = index.read(lambda db: first_row(db, sql, (document, page)), None)
    return None if row is None else bytes(row["jpeg"])

"""Annotations as CSV, one row each, for spreadsheets.

Begins with a byte order mark, so that spreadsheets take it for UTF-8.  A cell that would be
a formula there gets an apostrophe in front (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from io import StringIO

from library.export.gathering import Noted, NotedDocument
from library.model.document import Document

COLUMNS = (
    *("document", "title", "page", "kind", "colour", "quotation", "note", "tags", "replies"),
    *("citation", "made", "changed", "id"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARK = "\ufeff"


def csv_table(documents: Iterable[NotedDocument]) -> str:
    written = StringIO()
    writer = csv.writer(written)
    writer.writerow(COLUMNS)
    for noted in documents:
        for note in noted.notes:
            writer.writerow(_harmless(cell) for cell in _row(noted.document, note))
    return _MARK + written.getvalue()


def _row(document: Document, noted: Noted) -> tuple[str, ...]:
    annotation = noted.annotation
    return (
        document.id,
        document.record.title,
        noted.page_shown,
        annotation.kind.value,
        annotation.colour.value,
        noted.quotation,
        annotation.note,
        "; ".join(annotation.tags),
        "\n\n".join(reply.note for reply in noted.replies),
        noted.citation,
        annotation.made.isoformat(),
        annotation.changed.isoformat(),
        annotation.id,
    )


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell

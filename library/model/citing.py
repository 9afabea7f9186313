"""Citations, as a reader puts them into a footnote."""

from __future__ import annotations

from library.model.annotation import Passage
from library.model.document import Document


def cite(document: Document, page: int | None = None) -> str:
    """The archive's own citation, or one made of title, date and file name.

    `page` is a page of the document, from 0; where it is a page of the scan, the citation
    names it.
    """
    citation = (document.record.citation or _made(document)).strip().rstrip(".")
    if page is not None and page in document.scan_pages:
        citation += f", page {document.scan_pages.index(page) + 1} of the scan"
    return citation + "."


def page_name(document: Document, page: int) -> str:
    """What a page of the document (from 0) is called: by its number in the scan if it has one."""
    if page in document.scan_pages:
        return f"Page {document.scan_pages.index(page) + 1}"
    return f"Page {page + 1} of the file"


def quote(document: Document, passage: Passage, page: int | None = None) -> str:
    """The passage in quotation marks, with its citation."""
    words = " ".join(passage.quote.split())
    return f"“{words}” {cite(document, page)}"


def _made(document: Document) -> str:
    record = document.record
    date = record.date.shown if record.date else ""
    file = document.files[0].name if document.files else ""
    return ", ".join(part for part in (f"“{record.title}”", date, file) if part)

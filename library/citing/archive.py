"""The archive's own citation, with the page; or one made of title, date and file name."""

from __future__ import annotations

from library.citing.cited import Cited, cited
from library.citing.styled import Styled
from library.model.document import Document


def archive_citation(source: Cited) -> Styled:
    citation = (source.citation or _made(source)).strip().rstrip(".")
    pages = source.page_numbers
    if pages:
        citation += f", {'page' if pages.isdigit() else 'pages'} {pages} of the scan"
    return Styled((citation + ".",))


def cite(document: Document, page: int | None = None) -> str:
    """In plain text.  `page` is the document's, from 0; one of the scan is named."""
    return archive_citation(cited(document, () if page is None else (page,))).plain


def _made(source: Cited) -> str:
    date = source.date.shown if source.date else ""
    return ", ".join(part for part in (f"“{source.title}”", date, source.file) if part)

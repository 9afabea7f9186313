"""A file before its pages are read: sizes and metadata."""

from __future__ import annotations

import re

from library.errors import FileDamaged
from library.pages.contents import Outline
from library.pages.worker.documents import MUPDF_ERRORS, OpenFile, OpenPdf
from library.pages.worker.formats import Format

_LONGEST = 4096  # characters kept of a value: some files hold megabytes
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def outline_of(document: OpenFile) -> Outline:
    """Raises `FileDamaged` where no page can be loaded."""
    if isinstance(document, OpenPdf):
        if len(document.problems) == document.page_count:
            raise FileDamaged(document.name)
        repaired = bool(document.pdf.is_repaired) or bool(document.problems)
        return Outline(Format.PDF.value, document.sizes, _metadata(document), repaired)
    return Outline(document.format.value, document.sizes)


def _metadata(document: OpenPdf) -> dict[str, str]:
    """What the file says of itself, where it says something."""
    found = {**(document.pdf.metadata or {}), "language": _language(document)}
    return {
        key: text
        for key, value in found.items()
        if isinstance(value, str) and (text := value.replace("\0", "").strip()[:_LONGEST])
    }


def _language(document: OpenPdf) -> str | None:
    """The language the file says its text is in, where that is a well-formed BCP 47 code."""
    try:
        kind, told = document.pdf.xref_get_key(document.pdf.pdf_catalog(), "Lang")
    except MUPDF_ERRORS:
        return None
    return told if kind == "string" and _LANGUAGE.fullmatch(told) else None

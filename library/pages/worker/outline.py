"""A file before its pages are read: sizes and metadata."""

from __future__ import annotations

from library.errors import FileDamaged
from library.pages.contents import Outline
from library.pages.worker.documents import OpenFile, OpenPdf
from library.pages.worker.formats import Format

_LONGEST = 4096  # characters kept of a value: some files hold megabytes


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
    found = document.pdf.metadata or {}
    return {
        key: text
        for key, value in found.items()
        if isinstance(value, str) and (text := value.replace("\0", "").strip()[:_LONGEST])
    }

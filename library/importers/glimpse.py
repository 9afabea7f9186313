"""What can be told of a PDF from its outline and first pages, before the rest is read.

Enough to show the scan at once: the cover is left out, the rest counts as scan until it
is known better.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from library.importers.cover import read_cover
from library.importers.parts import page_kinds
from library.model.document import Document, Page, PageKind, StoredFile
from library.model.record import Record, Source
from library.pages.contents import Outline, PageContents
from library.surrogates import without_surrogates

FIRST_PAGES = 3  # a cover with a long summary and the page after it


def glimpse(path: Path, outline: Outline, first_pages: Sequence[PageContents]) -> Document:
    """A document without id and texts; `first_pages` are its first few, read already."""
    cover = read_cover(first_pages)
    kinds = list(page_kinds(first_pages, cover.pages)) if cover else []
    kinds += [PageKind.SCAN] * (len(outline.sizes) - len(kinds))
    title = (
        cover.title
        if cover
        else outline.metadata.get("title", "").strip() or without_surrogates(path.stem)
    )
    source = Source.COVER if cover else Source.FILE
    pages = tuple(
        Page(kind, width, height, text_layer=False, frame=number)
        for number, (kind, (width, height)) in enumerate(zip(kinds, outline.sizes, strict=True))
    )
    file = StoredFile("", without_surrogates(path.name), path.stat().st_size, outline.media_type)
    record = Record(title, sources={"title": source})
    return Document("", record, (file,), pages, (), is_record=cover is not None)

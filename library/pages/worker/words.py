"""The words that a file sets on a page, with their places: mostly a hidden text layer."""

from __future__ import annotations

from collections.abc import Iterator

import pymupdf

from library.pages.contents import Word
from library.pages.worker.documents import OpenFile, OpenPdf
from library.pages.worker.reading import TEXT_FLAGS


def read_words(document: OpenFile, page: int) -> tuple[Word, ...]:
    """The words of a page (from 0) in the order in which the file sets them."""
    if not isinstance(document, OpenPdf):
        return ()
    words = tuple(_words(document.pdf.load_page(page)))
    pymupdf.TOOLS.store_shrink(100)
    return words


def _words(page: pymupdf.Page) -> Iterator[Word]:
    lines: dict[tuple[int, int], int] = {}
    to_page_units = page.rotation_matrix * pymupdf.Matrix(1 / page.rect.width, 1 / page.rect.height)
    for *corners, text, block, line, _ in page.get_text("words", flags=TEXT_FLAGS):
        box = pymupdf.Rect(corners) * to_page_units
        number = lines.setdefault((block, line), len(lines))
        yield Word(text, box.x0, box.y0, box.x1, box.y1, number)

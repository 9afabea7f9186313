"""The words of scan pages, as the aligner takes them."""

from __future__ import annotations

from collections.abc import Sequence

from library.model.document import Document, Page, PageKind
from library.model.geometry import Box
from library.model.link import ScanPageWords, ScanWord
from library.model.scan_line import ScanLine
from library.pages.contents import Word


def page_words(
    document: Document, page: int, words: Sequence[Word], lines: tuple[ScanLine, ...] = ()
) -> ScanPageWords:
    """The words found on a page of the document (from 0), in the order they were found."""
    leaf = document.pages[page]
    scan_words = tuple(
        ScanWord(
            word.text,
            Box(word.left, word.top, word.right, word.bottom),
            word.line,
            word.certainty,
        )
        for word in words
    )
    return ScanPageWords(page, scan_words, (leaf.width, leaf.height), lines)


def may_have_words(page: Page) -> bool:
    """Whether the file itself sets words on the page, hidden ones or the page's own."""
    return page.text_layer or page.kind is PageKind.TEXT

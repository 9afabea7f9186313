"""The text of a file's pages in paragraphs."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from library.composing.composer import Composed
from library.composing.paragraphs import composing
from library.composing.rows import Row
from library.importers.rows import page_rows
from library.pages.contents import PageContents
from library.progress import Progress, quietly

_PAGES_A_STEP = 20  # some 20 ms of work


def lay_out(pages: Sequence[PageContents]) -> Composed:
    """The text of the pages in paragraphs, going on over page breaks where it evidently does."""
    return quietly(laying_out(pages))


def laying_out(pages: Sequence[PageContents]) -> Generator[Progress, None, Composed]:
    """`lay_out` as work that can be shown and stopped: 2000 pages take seconds."""
    rows: list[Row] = []
    for place, page in enumerate(pages):
        if place % _PAGES_A_STEP == _PAGES_A_STEP - 1:
            yield Progress(place, len(pages), "Gathering lines")
        rows += page_rows(page, place)
    return (yield from composing(rows, len(pages)))

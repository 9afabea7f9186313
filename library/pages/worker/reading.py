"""What stands on the pages of an opened file: lines of text, pictures and links."""

from __future__ import annotations

from library.pages.contents import PageContents
from library.pages.requests import FileSource
from library.pages.worker.documents import OpenFile


def read_pages(
    document: OpenFile, source: FileSource, first: int, last: int
) -> tuple[PageContents, ...]:
    """The contents of pages `first` to `last - 1` (from 0)."""
    raise NotImplementedError

"""The pages of a PDF as the model has them."""

from __future__ import annotations

from collections.abc import Sequence

from library.model.document import Page, PageKind
from library.pages.contents import Outline, PageContents


def file_pages(
    outline: Outline, pages: Sequence[PageContents], kinds: Sequence[PageKind]
) -> tuple[Page, ...]:
    """A page of the document for each page of its one file."""
    return tuple(
        Page(
            kind=kind,
            width=size[0],
            height=size[1],
            text_layer=kind is PageKind.SCAN and bool(page.lines),
            frame=page.number,
            problem=page.problem,
        )
        for page, kind, size in zip(pages, kinds, outline.sizes, strict=True)
    )


def unread_pages(outline: Outline, pages: Sequence[PageContents]) -> str:
    """A sentence on what could not be read, "" where all is well."""
    unread = sum(bool(page.problem) for page in pages)
    if unread:
        return f"{unread} of {len(pages)} pages could not be read."
    if outline.repaired:
        return "The file is damaged; what could be read of it is shown."
    return ""

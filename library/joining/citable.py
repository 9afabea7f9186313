"""On which pages of the scan a passage stands, for its citation."""

from __future__ import annotations

from library.alignment.paging import page_of_offset
from library.model.document import Document, Version
from library.model.joined import Joined

_SURE = 0.5  # certainty of a link that tells a page


def pages_of(
    document: Document, version: Version, joined: Joined, start: int, end: int
) -> tuple[int, ...]:
    """Pages of the document, from 0, by the links; where there are none, by the pages' starts.

    Empty where the document has no pages.
    """
    links = joined.alignment(version.id).links_between(start, end)
    linked = {link.page for link in links if link.certainty >= _SURE}
    if linked or not document.pages:
        return tuple(sorted(linked))
    first, last = (page_of_offset(document, version, offset)[0] for offset in (start, end - 1))
    return (first,) if first == last else (first, last)

"""Notes in the order in which a reader meets their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from library.alignment.paging import Paging, paging_of
from library.model.annotation import Annotation, Bookmark, Passage, Region
from library.model.document import Document

Place = tuple[int, float, int]  # page of the document, part of its height, offset in the text

WHOLE = (-1, 0.0, 0)  # the document itself, before its first page


def reading_order(
    document: Document, items: Iterable[Annotation | Bookmark]
) -> tuple[Annotation | Bookmark, ...]:
    """By page, then by how far down it they point; what is made first comes first."""
    pagings = {version.id: paging_of(document, version) for version in document.versions}
    return tuple(sorted(items, key=lambda item: (_place(item, pagings), item.made, item.id)))


def _place(item: Annotation | Bookmark, pagings: Mapping[str, Paging]) -> Place:
    if isinstance(item, Bookmark):
        return _place_of_bookmark(item, pagings)
    return min((_place_of_target(target, pagings) for target in item.targets), default=WHOLE)


def _place_of_bookmark(bookmark: Bookmark, pagings: Mapping[str, Paging]) -> Place:
    if bookmark.passage is not None:
        return _place_of_target(bookmark.passage, pagings)
    return WHOLE if bookmark.page is None else _place_of_page(bookmark.page, pagings)


def _place_of_page(page: int, pagings: Mapping[str, Paging]) -> Place:
    """A page on which a text is set stands where the text does."""
    for paging in pagings.values():
        if page in paging.set_starts:
            offset = paging.set_starts[page]
            return *paging.page_of_offset(offset), offset
    return page, 0.0, 0


def _place_of_target(target: Passage | Region, pagings: Mapping[str, Paging]) -> Place:
    if isinstance(target, Region):
        return target.page, min((box.top for box in target.boxes), default=0.0), 0
    paging = pagings.get(target.version)
    page, part = paging.page_of_offset(target.start) if paging else (0, 0.0)
    return page, part, target.start

"""Notes in the order in which a reader meets their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from library.alignment.paging import Paging, paging_of
from library.model.anchor import Anchors
from library.model.annotation import Annotation, Bookmark, Region, Target
from library.model.document import Document

Place = tuple[int, float, int]  # page of the document, part of its height, offset in the text

WHOLE = (-1, 0.0, 0)  # the document itself, before its first page


def reading_order(
    document: Document, items: Iterable[Annotation | Bookmark], anchors: Anchors | None = None
) -> tuple[Annotation | Bookmark, ...]:
    """By page, then by how far down it they point; what is made first comes first.

    `anchors` tell where passages stand if their texts have changed.
    """
    pagings = {version.id: paging_of(document, version) for version in document.versions}
    places = _Places(pagings, anchors or Anchors())
    return tuple(sorted(items, key=lambda item: (places.of(item), item.made, item.id)))


@dataclass(frozen=True)
class _Places:
    """Tells places by the pagings of texts, by the version's id, and the anchors of passages."""

    pagings: Mapping[str, Paging]
    anchors: Anchors

    def of(self, item: Annotation | Bookmark) -> Place:
        if isinstance(item, Bookmark):
            return self._of_bookmark(item)
        return min((self._of_target(target) for target in item.targets), default=WHOLE)

    def _of_bookmark(self, bookmark: Bookmark) -> Place:
        if bookmark.passage is not None:
            return self._of_target(bookmark.passage)
        return WHOLE if bookmark.page is None else self._of_page(bookmark.page)

    def _of_page(self, page: int) -> Place:
        """A page on which a text is set stands where the text does."""
        for paging in self.pagings.values():
            if page in paging.set_starts:
                offset = paging.set_starts[page]
                return *paging.page_of_offset(offset), offset
        return page, 0.0, 0

    def _of_target(self, target: Target) -> Place:
        """What is lost from its text counts as still where it was."""
        if isinstance(target, Region):
            return target.page, min((box.top for box in target.boxes), default=0.0), 0
        start = (self.anchors.present(target) or target).start
        paging = self.pagings.get(target.version)
        page, part = paging.page_of_offset(start) if paging else (0, 0.0)
        return page, part, start

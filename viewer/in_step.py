"""Scan and text in step, by page: where one side goes when the reader moves the other."""

from __future__ import annotations

from dataclasses import replace

from library.alignment.paging import Paging, paging_of
from library.model.document import Document, Version
from viewer.places import Place


class InStep:
    """Knows which part of a text goes with which page; worked out once for each text."""

    def __init__(self) -> None:
        self._known: tuple[Document, Version, Paging] | None = None

    def offset_of(self, document: Document, version: Version, page: int) -> int:
        """Where a page begins in the text."""
        return self._paging(document, version).offset_of_page(page, 0.0)

    def page_of(self, document: Document, version: Version, offset: int) -> int:
        """The page that goes with this place in the text."""
        return self._paging(document, version).page_of_offset(offset)[0]

    def completed(self, place: Place, document: Document, version: Version | None) -> Place:
        """The place with the other side's half; `version` is the text that would be in front."""
        if version is None:
            return place
        if place.offset is None and place.page is not None:
            offset = self.offset_of(document, version, place.page)
            return replace(place, version=version.id, offset=offset)
        if place.page is None and place.offset is not None and document.pages:
            page = self.page_of(document, version, place.offset)
            return replace(place, version=version.id, page=page)
        return place

    def _paging(self, document: Document, version: Version) -> Paging:
        known = self._known
        if known is None or known[0] is not document or known[1] is not version:
            known = self._known = (document, version, paging_of(document, version))
        return known[2]

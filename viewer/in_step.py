"""Scan and text in step: where one side is to go when the reader moves the other.

The two sides of a tab share it: the side that is read tells where its reader is, the other
follows.  Heights on a page are parts of its height as it is shown, turned or not.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from library.joining.correspondence import Correspondence, correspondence_of
from library.model.document import Document, Version
from library.model.joined import Joined
from viewer.level import Level
from viewer.places import Lead, Place, Side

if TYPE_CHECKING:
    from viewer.reading import Reading

Matter = tuple[Document, Version, Joined, int]  # what a correspondence is made of


class InStep(QObject):
    """Knows what corresponds in the two sides of one document tab."""

    led = Signal(object)  # Lead: one side is to go there

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._reading = reading
        self._known: tuple[Matter, Correspondence] | None = None
        self.is_on = True  # whether the sides go together
        self._last: Lead | None = None  # where the reader scrolled to, unless they jumped since
        self._offset: float | None = None  # in the text, near to what is read
        reading.jumped.connect(self._leave)
        reading.pointed.connect(self._leave)

    def switch(self, on: bool) -> None:  # noqa: FBT001 - the state of a checkable action
        """Have the sides go together from now on, or each by itself."""
        if on is not self.is_on:
            self.is_on = on
            self._go()

    # --- What the sides tell -----------------------------------------------------------

    def scan_scrolled(self, page: int, height: float, level: Level) -> None:
        """Told by the scan: its reader came to a height of a page, which stands at this level."""
        self._reading.see_page(page, Side.SCAN)
        version = self._reading.version
        if version is not None:
            offset = self._between(version).offset_at(page, height, self._offset)
            self._last = Lead(Side.TEXT, level, page, height, offset)
            self._go()

    def text_scrolled(self, offset: float, level: Level) -> None:
        """Told by the text in front: its reader came to an offset, which stands at this level."""
        version = self._reading.version
        if version is not None and self._reading.document.scan_pages:
            page, height = self._between(version).place_at(offset, self._reading.page)
            self._last = Lead(Side.SCAN, level, page, height, offset)
            self._go()

    def text_changed(self) -> None:
        """Another text is in front: it comes to where the last one was."""
        last, version = self._last, self._reading.version
        if last is not None and version is not None:
            offset = self._between(version).offset_at(last.page, last.height)
            self._last = replace(last, side=Side.TEXT, offset=offset)
            self._go()

    def _go(self) -> None:
        """Have the side that is not read go to the last place."""
        if self._last is None:
            return
        self._offset = self._last.offset
        if self.is_on:
            self.led.emit(self._last)
            if self._last.side is Side.SCAN:
                self._reading.see_page(self._last.page, Side.TEXT)

    def _leave(self) -> None:
        """The reader jumped, or one side showed what was clicked on the other."""
        self._last = None
        self._offset = self._reading.position.offset

    # --- What belongs together ---------------------------------------------------------

    def offset_of(self, version: Version, page: int) -> int:
        """Where a page begins in a text."""
        return self._between(version).start_of(page)

    def completed(self, place: Place) -> Place:
        """The place with the other side's half, of the text that is to be in front there."""
        version = self._version_at(place)
        if version is None:
            return place
        if place.offset is None and place.page is not None and self.is_on:
            return replace(place, version=version.id, offset=self.offset_of(version, place.page))
        if place.page is None and place.offset is not None and self._reading.document.pages:
            return self._on_scan(place, place.offset, version)
        return place

    def _version_at(self, place: Place) -> Version | None:
        """A page set in type has a text of its own."""
        document, front = self._reading.document, self._reading.version
        if place.version is None and place.page not in document.scan_pages:
            return next((v for v in document.versions if place.page in v.pages), front)
        return document.version(place.version or "") or front

    def _on_scan(self, place: Place, offset: int, version: Version) -> Place:
        """The place with the words' own on the scan where it is known, else with their page."""
        end = place.end if place.end is not None else offset + 1
        spots = self._reading.joint.lighting.between(version.id, offset, end).spots
        if spots:
            return replace(place, version=version.id, page=spots[0].page, box=spots[0].box)
        page, _ = self._between(version).place_at(offset, self._reading.page)
        return replace(place, version=version.id, page=page)

    def _between(self, version: Version) -> Correspondence:
        """What corresponds in the scan and a text; kept while nothing of it changes."""
        reading = self._reading
        matter = reading.document, version, reading.joint.joined, reading.position.rotation
        if self._known is None or not _is_same(self._known[0], matter):
            self._known = matter, correspondence_of(*matter)
        return self._known[1]


def _is_same(known: Matter, matter: Matter) -> bool:
    return known[3] == matter[3] and all(a is b for a, b in zip(known, matter, strict=True))

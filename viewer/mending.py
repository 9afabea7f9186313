"""“This stands here”: the reader joins words with their place on the scan.

The words come from the text, the place is drawn on the scan with the mouse, or a box that
the program suggests is moved there with the keys.  A word on two lines has several boxes.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from library.joining.expecting import expected_place
from library.joining.own_places import place_of
from library.model.annotation import Passage, Region
from library.model.document import VersionKind
from library.model.geometry import Box
from library.model.link import ScanWord
from library.model.own_link import OwnLink
from viewer.places import Place, Side

if TYPE_CHECKING:
    from viewer.reading import Reading

_MIDDLE = Box(0.4, 0.45, 0.6, 0.475)  # where nothing is known
_LEAST = 0.004  # of the page, either way
_LINE = 1.5  # heights of a box to the next line
_JOINED = (VersionKind.TRANSCRIPT, VersionKind.TEXT)  # word by word, and not made of the scan


class Mending(QObject):
    """The words in hand, and the boxes drawn for them so far."""

    changed = Signal()

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._reading = reading
        self.selected: Passage | None = None  # in a text
        self.passage: Passage | None = None  # the words that are given a place now
        self.page = 0  # of the document
        self.kept: tuple[Box, ...] = ()
        self.box: Box | None = None  # suggested, to be moved with the keys

    # --- The words ---------------------------------------------------------------------

    def offer(self, version: str, passage: Passage | None) -> None:
        """Told by a text what is selected in it."""
        if passage is not None or (self.selected and self.selected.version == version):
            self.selected = passage

    def can_place(self, passage: Passage | None) -> bool:
        """Whether words may be given a place: those of a text in the language of the scan."""
        document = self._reading.document
        version = document.version(passage.version) if passage is not None else None
        is_joined = version is not None and version.kind in _JOINED
        return is_joined and self._reading.is_kept and bool(document.scan_pages)

    def begin(self, passage: Passage) -> None:
        """Ask for the place of these words, beginning where the program expects them."""
        if not self.can_place(passage):
            return
        alignment = self._reading.joint.joined.alignment(passage.version)
        place = expected_place(alignment, passage.start, passage.end)
        self.passage, self.kept = passage, ()
        self.page = place.page if place is not None else self._reading.page
        self.box = place.boxes[0] if place is not None else _MIDDLE
        self.changed.emit()
        self._reading.point(Place(self.page, box=self.box), Side.SCAN)

    def place(self, passage: Passage, region: Region) -> None:
        """Join words with a place that is there to be pointed at."""
        if self.can_place(passage):
            self._reading.notebook.link(passage, region)

    def cancel(self) -> bool:
        """Leave it as it is; whether a place was being asked for."""
        was_on = self.passage is not None
        self.passage, self.kept, self.box = None, (), None
        if was_on:
            self.changed.emit()
        return was_on

    # --- What is there -------------------------------------------------------------------

    def own_at_text(self, version: str, offset: int) -> OwnLink | None:
        """The reader's own link for the word at a place of a text."""
        shown = self._reading.document.version(version)
        if shown is None:
            return None
        for own in self._reading.joint.own_links:
            place = place_of(own.passage, shown.text) if own.passage.version == version else None
            if place is not None and place[0] <= offset < place[1]:
                return own
        return None

    def own_on_scan(self, page: int, x: float, y: float) -> OwnLink | None:
        """The reader's own link for a point of a page."""
        for own in self._reading.joint.own_links:
            if own.region.page == page and any(box.holds(x, y) for box in own.region.boxes):
                return own
        return None

    def stray_at(self, page: int, x: float, y: float) -> ScanWord | None:
        """The word at a point of a page that the text in front does not have."""
        version, joined = self._reading.version, self._reading.joint.joined
        strays = joined.alignment(version.id).unmatched_words if version is not None else ()
        return next((word for its, word in strays if its == page and word.box.holds(x, y)), None)

    # --- Their place ---------------------------------------------------------------------

    def draw(self, page: int, box: Box, *, more: bool) -> None:
        """A box was drawn on a page; `more` are to come."""
        kept = self.kept if page == self.page else ()
        self.page, self.kept, self.box = page, (*kept, box), None
        self._go_on(more=more)

    def keep(self, *, more: bool) -> None:
        """The suggested box is right where it is; `more` are to come."""
        box = self.box
        if box is not None:
            self.kept = (*self.kept, box)
            self.box = _moved(box, 0.0, _LINE * box.height)
        if self.kept:
            self._go_on(more=more)

    def move(self, right: float, down: float) -> None:
        """Move the suggested box, in its own heights as they look on the page."""
        if self.box is not None:
            self.box = _moved(self.box, *self._in_page_units(self.box, right, down))
            self.changed.emit()

    def stretch(self, right: float, down: float) -> None:
        """Move its right and its lower edge."""
        if self.box is not None:
            self.box = _stretched(self.box, *self._in_page_units(self.box, right, down))
            self.changed.emit()

    def _go_on(self, *, more: bool) -> None:
        if more:
            self.changed.emit()
            return
        passage, region = self.passage, Region(self.page, self.kept)
        self.cancel()
        if passage is not None:
            self._reading.notebook.link(passage, region)

    def _in_page_units(self, box: Box, right: float, down: float) -> tuple[float, float]:
        page = self._reading.document.pages[self.page]
        return right * box.height * page.height / max(page.width, 1), down * box.height


def _moved(box: Box, right: float, down: float) -> Box:
    """As far as the page goes."""
    right = min(max(right, -box.left), 1 - box.right)
    down = min(max(down, -box.top), 1 - box.bottom)
    return Box(box.left + right, box.top + down, box.right + right, box.bottom + down)


def _stretched(box: Box, right: float, down: float) -> Box:
    return replace(
        box,
        right=min(max(box.right + right, box.left + _LEAST), 1.0),
        bottom=min(max(box.bottom + down, box.top + _LEAST), 1.0),
    )

"""What scan and text of one document have in common, and what of it is lit just now.

The panels of a tab share it, as they share the reading: they report where the pointer is,
and paint what is lit on their side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from library.joining.lighting import NOTHING, Lighting, Lit, Span
from library.joining.own_places import with_own_links
from library.model.geometry import Box
from library.model.joined import Joined
from library.model.own_link import OwnLink
from library.progress import Progress
from viewer.carried import Carried
from viewer.places import Place

if TYPE_CHECKING:
    from viewer.reading import Reading


class Joint(QObject):
    """The links of one document tab."""

    joined_changed = Signal()  # there are other links, or they are to be shown or not
    hover_changed = Signal(object)  # Lit: what lies under the pointer
    selection_changed = Signal(object)  # Lit: what is selected in the text
    work_changed = Signal()  # how far joining is, or what hinders it

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._reading = reading
        self.joined = Joined()
        self.own_links: tuple[OwnLink, ...] = ()
        self.is_shown = True  # whether what is lit is painted
        self.progress: Progress | None = None  # while words are being found or joined
        self.problem = ""  # a sentence on what cannot be joined
        self.hover: Lit = NOTHING
        self.selection: Lit = NOTHING
        self._lighting = Lighting(reading.document, self.joined)
        self.carried = Carried(reading, self)

    @property
    def lighting(self) -> Lighting:
        return self._lighting

    # --- What joining tells ------------------------------------------------------------

    def take(self, joined: Joined, problem: str = "") -> None:
        """More is joined than before."""
        self.joined, self.problem = joined, problem
        self._lighting = Lighting(self._reading.document, joined)
        self._light(hover=NOTHING)
        self.joined_changed.emit()
        self.work_changed.emit()

    def tell_work(self, progress: Progress | None, problem: str = "") -> None:
        """How far the work is, None when it is over."""
        self.progress, self.problem = progress, problem or self.problem
        self.work_changed.emit()

    def show(self, shown: bool) -> None:  # noqa: FBT001 - the state of a checkable action
        """Paint what is lit from now on, or not."""
        if shown is not self.is_shown:
            self.is_shown = shown
            self._light(hover=NOTHING)
            self.joined_changed.emit()

    def take_own_links(self, own_links: tuple[OwnLink, ...]) -> None:
        """The reader made links, or took some back: they count at once."""
        self.own_links = own_links
        versions = self._reading.document.versions
        self.take(with_own_links(self.joined, versions, own_links), self.problem)

    # --- What the reader points at -----------------------------------------------------

    def hover_text(self, offset: int | None, version: str = "") -> None:
        """The pointer is at this place of a text, or at none; the text is the one in front
        where no other is named, here and below."""
        lit = self.at_text(offset, version) if offset is not None and self.is_shown else NOTHING
        self._light(hover=self._everywhere(lit))

    def light(self, start: int, end: int) -> Lit:
        """Light a stretch of the text in front, as if the pointer were on all of it."""
        lit = self._lighting.between(self._front, start, end)
        self._light(hover=self._everywhere(lit))
        return self.hover

    def hover_scan(self, page: int | None, x: float = 0.0, y: float = 0.0) -> None:
        """The pointer is at a point of a page, in page units, or on none."""
        self._light(hover=self.at_scan(page, x, y) if page is not None else NOTHING)

    def at_scan(self, page: int, x: float, y: float) -> Lit:
        """What the texts that are shown have at a point of a page; first the most exact."""
        if not self.is_shown:
            return NOTHING
        found = (self._lighting.at_scan(version, page, x, y) for version in self._by_exactness())
        return self._everywhere(next((lit for lit in found if lit), NOTHING))

    def at_text(self, offset: int, version: str = "") -> Lit:
        """What the scan has for a place of a text."""
        version = version or self._front
        return self._lighting.at_text(version, offset) if version else NOTHING

    def select(self, start: int, end: int, version: str = "") -> None:
        """This stretch of a text is selected; where it is empty, nothing of this text is."""
        version = version or self._front
        lit = NOTHING
        if version and start < end and self.is_shown:
            lit = self._everywhere(self._lighting.between(version, start, end))
        elif self.selection.spans and self.selection.spans[0].version != version:
            return
        if lit != self.selection:
            self.selection = lit
            self.selection_changed.emit(lit)

    def stretch_in(self, page: int, box: Box) -> Span | None:
        """The words in a box of a page, of the text that has them most exactly."""
        for version in self._by_exactness():
            stretch = self._lighting.stretch_in(version, page, box)
            if stretch is not None:
                return Span(version, *stretch)
        return None

    def counterpart(self, place: Place, version: str) -> Span | None:
        """What goes with a passage, of either text that is shown, in one of them."""
        asked = place.version or self._front
        if place.offset is None or place.end is None or not asked:
            return None
        if asked == version:
            return Span(version, place.offset, place.end)
        lit = self._lighting.between(asked, place.offset, place.end)
        both = self._lighting.across(lit or Lit((Span(asked, place.offset, place.end),)), version)
        return next((span for span in both.spans if span.version == version), None)

    @property
    def _front(self) -> str:
        """The id of the text in front, "" where there is none."""
        version = self._reading.version
        return version.id if version is not None else ""

    def _by_exactness(self) -> list[str]:
        """The texts that are shown: those joined by words before those joined by paragraphs."""
        return sorted(
            self._reading.beside.shown, key=lambda version: self.joined.pairing(version) is not None
        )

    def _everywhere(self, lit: Lit) -> Lit:
        """What is lit, with what goes with it in the other text that is shown."""
        if lit:
            for version in self._reading.beside.shown:
                lit = self._lighting.across(lit, version)
        return lit

    def _light(self, hover: Lit) -> None:
        if hover != self.hover:
            self.hover = hover
            self.hover_changed.emit(hover)

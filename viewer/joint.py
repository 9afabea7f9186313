"""What scan and text of one document have in common, and what of it is lit just now.

The panels of a tab share it, as they share the reading: they report where the pointer is,
and paint what is lit on their side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from library.joining.lighting import NOTHING, Lighting, Lit
from library.model.geometry import Box
from library.model.joined import Joined
from library.model.own_link import OwnLink
from library.progress import Progress

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

    # --- What the reader points at -----------------------------------------------------

    def hover_text(self, offset: int | None) -> None:
        """The pointer is at this place of the text in front, or at none."""
        lit = self.at_text(offset) if offset is not None and self.is_shown else NOTHING
        self._light(hover=lit)

    def hover_scan(self, page: int | None, x: float = 0.0, y: float = 0.0) -> None:
        """The pointer is at a point of a page, in page units, or on none."""
        self._light(hover=self.at_scan(page, x, y) if page is not None else NOTHING)

    def at_scan(self, page: int, x: float, y: float) -> Lit:
        """What the text in front has at a point of a page."""
        version = self._reading.version
        if version is None or not self.is_shown:
            return NOTHING
        return self._lighting.at_scan(version.id, page, x, y)

    def at_text(self, offset: int) -> Lit:
        """What the scan has for a place of the text in front."""
        version = self._reading.version
        return self._lighting.at_text(version.id, offset) if version is not None else NOTHING

    def select(self, start: int, end: int) -> None:
        """This stretch of the text in front is selected; nothing where it is empty."""
        version = self._reading.version
        lit = NOTHING
        if version is not None and start < end and self.is_shown:
            lit = self._lighting.between(version.id, start, end)
        if lit != self.selection:
            self.selection = lit
            self.selection_changed.emit(lit)

    def stretch_in(self, page: int, box: Box) -> tuple[int, int] | None:
        """The words of the text in front that stand in a box of a page."""
        version = self._reading.version
        return self._lighting.stretch_in(version.id, page, box) if version is not None else None

    def _light(self, hover: Lit) -> None:
        if hover != self.hover:
            self.hover = hover
            self.hover_changed.emit(hover)

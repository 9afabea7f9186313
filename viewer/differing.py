"""The differences between scan and text of one document, and whether they are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from library.model.difference import Difference
from library.model.geometry import box_around
from viewer.places import Place

if TYPE_CHECKING:
    from viewer.reading import Reading


class Differing(QObject):
    """What the panels of a tab share of the differences."""

    changed = Signal()  # there are others, they are marked or not, another is in front

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._reading = reading
        self.chosen: Difference | None = None  # the one that is in front
        self._is_listed = False
        self._is_wanted = False
        reading.joint.joined_changed.connect(self._tell)
        reading.version_changed.connect(self._tell)

    @property
    def is_marked(self) -> bool:
        """Whether differences are marked on both sides: always, or while their list is open."""
        return self._is_wanted or self._is_listed

    def of(self, version: str) -> tuple[Difference, ...]:
        """Those of the text with this id, in reading order."""
        return self._reading.joint.joined.differences.get(version, ())

    def in_front(self) -> tuple[Difference, ...]:
        """Those of the text in front."""
        version = self._reading.version
        return self.of(version.id) if version is not None else ()

    def mark_always(self, wanted: bool) -> None:  # noqa: FBT001 - the state of a checkable action
        """Mark them whether their list is open or not."""
        if wanted is not self._is_wanted:
            self._is_wanted = wanted
            self.changed.emit()

    def list_opened(self, is_open: bool) -> None:  # noqa: FBT001 - a state
        """Told by the list when it comes into view or leaves it."""
        if is_open is not self._is_listed:
            self._is_listed = is_open
            self.changed.emit()

    def choose(self, difference: Difference | None) -> None:
        """Bring a difference to the front, without moving either side."""
        if difference != self.chosen:
            self.chosen = difference
            self.changed.emit()

    def go_to(self, difference: Difference) -> None:
        """Show a difference on both sides."""
        self.choose(difference)
        version, region = self._reading.version, difference.region
        page = region.page if region is not None else None
        box = box_around(region.boxes) if region is not None else None
        shown = version.id if version is not None else None
        start, end = difference.start, difference.end
        self._reading.go_to(Place(page, box=box, version=shown, offset=start, end=end))

    def _tell(self) -> None:
        if self.chosen not in self.in_front():
            self.chosen = None
        self.changed.emit()

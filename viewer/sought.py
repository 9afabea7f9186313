"""What is looked for in a document: every place where it stands, and the one the reader is at.

Find in the text and the search of the library both tell it; scan, text and scroll bars show it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from library.joining.lighting import Spot

if TYPE_CHECKING:
    from viewer.reading import Reading

Place = tuple[int, int]  # start and end in the text, in code points
LONGEST = 200  # code points; a place that begins so far before a stretch may reach into it


class Sought(QObject):
    """The places of one text of a document tab; empty where nothing is looked for."""

    changed = Signal()
    step_asked = Signal(int)  # so many hits of the library's search on, or back

    def __init__(self, reading: Reading) -> None:
        super().__init__(reading)
        self._reading = reading
        self.version = ""  # the text's id
        self.at: Place | None = None
        self.is_walked = False  # whether the reader walks through what the library's search found
        self.is_in_text = False  # whether the text shows the places without being told
        self._starts: Sequence[int] = array("q")
        self._ends: Sequence[int] = array("q")

    def show(self, version: str, places: Iterable[Place], at: Place | None) -> None:
        """Show these places, in order, of a text."""
        found = sorted(places)
        starts, ends = array("q", (s for s, _ in found)), array("q", (e for _, e in found))
        self._take(version, starts, ends, at, is_in_text=False)

    def show_found(
        self, version: str, starts: Sequence[int], ends: Sequence[int], at: Place | None
    ) -> None:
        """Show what Find found in the text, which shows it itself."""
        self._take(version, starts, ends, at, is_in_text=True)

    def clear(self) -> None:
        if self.version:
            self._take("", array("q"), array("q"), None, is_in_text=False)

    @property
    def count(self) -> int:
        return len(self._starts)

    @property
    def starts(self) -> Sequence[int]:
        return self._starts

    def between(self, start: int, end: int) -> list[Place]:
        """The places that have to do with a stretch of the text."""
        first, last = bisect_left(self._starts, start - LONGEST), bisect_left(self._starts, end)
        part = zip(self._starts[first:last], self._ends[first:last], strict=True)
        return [place for place in part if place[1] > start]

    def spots_on(self, page: int) -> list[tuple[Place, tuple[Spot, ...]]]:
        """Where the places stand on a page of the scan, as the links tell."""
        lighting = self._reading.joint.lighting
        if not self.version or not self._reading.joint.is_shown:
            return []
        places = self.between(*lighting.stretch_on(page, self.version))
        found = ((place, lighting.spots_on(page, self.version, *place)) for place in places)
        return [(place, spots) for place, spots in found if spots]

    def _take(
        self,
        version: str,
        starts: Sequence[int],
        ends: Sequence[int],
        at: Place | None,
        *,
        is_in_text: bool,
    ) -> None:
        self.version, self._starts, self._ends = version, starts, ends
        self.at, self.is_in_text = at, is_in_text
        self.changed.emit()

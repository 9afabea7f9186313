"""In step: the strip shows where the reader is, goes where others lead, and tells where it is.

While another arrangement is shown, the strip follows nothing; when it comes into view, it
goes where the reader is, and when it leaves, both sides go where the reader was in it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from library.model.reading import Arrangement
from viewer.places import PageShown, Place, Side
from viewer.reading import Reading
from viewer.strip.strip_view import StripView

_THROTTLE = 50  # ms between two reports of the place that is read


class Following(QObject):
    """Joins a view to the reading.  What leads the view is never reported back."""

    def __init__(self, reading: Reading, view: StripView, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._view = view
        self._now = reading.position.arrangement
        self._has_moved = False  # the reader scrolled, and the other sides are elsewhere
        self._seeing = QTimer(self, singleShot=True, interval=_THROTTLE)
        self._seeing.timeout.connect(self._see)
        view.scrolled.connect(self._see_soon)
        reading.page_changed.connect(self._follow_page)
        reading.jumped.connect(self._follow_jump)
        reading.pointed.connect(lambda place, _: self._follow_jump(place))
        reading.arrangement_changed.connect(self._follow_arrangement)

    def arrive(self) -> None:
        """Go where the reader is: the lines are there now."""
        self._has_moved = False
        self._view.describe()
        position = self._reading.position
        self._go(self._reading.page, position.page_offset, position.offset)

    def _go(self, page: int | None, part: float, offset: int) -> None:
        """To a place of the text; where that is only the start of a page, to one on the page."""
        is_start = page is not None and offset == self._reading.offset_at(page)
        if page is None or not is_start or not self._view.go_to_page(page, part):
            self._view.go_to(offset)

    # --- Led by others -----------------------------------------------------------------

    def _follow_page(self, shown: PageShown) -> None:
        if self._is_on and shown.side is Side.SCAN:
            self._lead()
            self._view.go_to_page(shown.page)
            self._reading.keep(offset=self._view.offset_read())

    def _follow_jump(self, place: Place) -> None:
        if not self._is_on:
            return
        self._lead()
        part = place.box.top if place.box is not None else place.part
        if place.offset is None or place.version not in (None, self._view.version_id):
            if place.page is not None:
                self._view.go_to_page(place.page, part)
        elif place.end is not None:
            self._view.go_to(place.offset, down=0.25)
            self._view.mark_place(place.offset, place.end)
        else:
            self._go(place.page, part, place.offset)

    def _lead(self) -> None:
        self._seeing.stop()
        self._has_moved = False
        self._view.mark_place(0, 0)

    @property
    def _is_on(self) -> bool:
        return self._now is Arrangement.STRIP and self._view.column is not None

    # --- Leading others ----------------------------------------------------------------

    def _see_soon(self) -> None:
        self._has_moved = True
        self._view.forget_place_out_of_view()
        if not self._seeing.isActive():
            self._seeing.start()

    def _see(self) -> None:
        """Tell where the reader is."""
        self._view.describe()
        read = self._view.read_block()
        if read is None:
            return
        self._reading.keep(offset=read.block.item.start)
        page = self._view.page_read()
        if page is not None:
            self._reading.see_page(page, Side.TEXT)

    def _follow_arrangement(self, arrangement: Arrangement) -> None:
        before, self._now = self._now, arrangement
        if before is Arrangement.STRIP and arrangement is not Arrangement.STRIP:
            self._leave()
        elif before is not Arrangement.STRIP and self._is_on:
            self.arrive()

    def _leave(self) -> None:
        """Have both sides show what is selected or was clicked last, else the line that is read."""
        shown = self._view.shown
        start, end = shown.selection if shown.selection[0] < shown.selection[1] else shown.place
        if start < end:
            self._reading.show(self._place_of(start, end))
        elif self._has_moved and (place := self._view.place_read()) is not None:
            self._reading.show(place)

    def _place_of(self, start: int, end: int) -> Place:
        """Words of the text, with where the first of them stands on the scan."""
        version, lit = self._view.version_id, self._reading.joint.at_text(start)
        spot = lit.spots[0] if lit.spots else None
        if spot is None:
            return Place(version=version, offset=start, end=end)
        return Place(spot.page, box=spot.box, version=version, offset=start, end=end)

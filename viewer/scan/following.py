"""In step: the scan goes where the text and the notes lead, and tells where it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from library.model.geometry import Box
from viewer.glide import Glide
from viewer.hand import Hand
from viewer.level import Level
from viewer.places import Lead, PageShown, Place, Side
from viewer.reading import Reading

if TYPE_CHECKING:
    from viewer.scan.scan_view import ScanView


class Following(QObject):
    """Joins a view to the reading.  What leads the view is never reported back.

    Pages are counted by their place in the scan.
    """

    def __init__(self, view: ScanView, reading: Reading) -> None:
        super().__init__(view)
        self._view = view
        self._reading = reading
        self._hand = Hand(view)
        self._target = 0  # page to which the view is led
        self._part = 0.0  # of its height, as it is shown, above what is to stand
        self._height = 0.0  # so many px down the view
        self.glide = Glide(view, self._way, self._scroll_by)
        self._hand.touched.connect(self.glide.stop)
        reading.in_step.led.connect(self._follow)
        reading.page_changed.connect(self._follow_page)
        reading.jumped.connect(self._jump)
        reading.pointed.connect(self._show_pointed)

    # --- Leading -----------------------------------------------------------------------

    def tell_scrolled(self, y: float) -> None:
        """The reader scrolled, and reads at this height of the view."""
        self.glide.stop()
        self._report(y)

    def tell_turned(self) -> None:
        """The reader turned to a page: they read what of it is at the top of the view."""
        self.glide.stop()
        self._report(self._read_at(self._view.current, 0.0))

    def _report(self, y: float) -> None:
        view = self._view
        if view.page is not None:
            slot = view.scene().slot_in_view(view.current)
            part = min(max((y - slot.top) / slot.height, 0.0), 1.0)
            level = Level.of(view.viewport(), y)
            self._reading.in_step.scan_scrolled(view.page, part, level)

    # --- Being led ---------------------------------------------------------------------

    def _follow(self, lead: Lead) -> None:
        """The reader scrolled the text."""
        view, place = self._view, self._view.place_of(lead.page)
        if lead.side is not Side.SCAN or place is None or self._hand.holds:
            return
        self._target, self._part = place, lead.height
        self._height = lead.level.within(view.viewport())
        if place in view.layout_:
            view.current = place
            self.glide.go()
        else:
            view.show_place(place, lead.height)
            self.glide.arrive()
        view.describe()

    def _way(self) -> int:
        """How far the view has to scroll until the target stands where it should."""
        bar = self._view.verticalScrollBar()
        if self._target not in self._view.layout_:
            return 0
        value = round(self._y_of(self._target, self._part) - self._height)
        return min(max(value, 0), bar.maximum()) - bar.value()

    def _y_of(self, place: int, part: float) -> float:
        """Where a place of a page stands in the column; its ends are at the column's ends."""
        layout = self._view.layout_
        if place not in layout or (place == layout.first and part <= 0):
            return 0.0
        if place == layout.first + len(layout.slots) - 1 and part >= 1:
            return layout.height
        slot = layout.slot(place)
        return slot.top + part * slot.height

    def _scroll_by(self, pixels: int) -> None:
        view = self._view
        view.scroll_to(view.origin().x(), view.origin().y() + pixels)
        view.set_anchor()
        view.tell_zoom()
        self._read_at(self._target, self._part)

    def _read_at(self, place: int, part: float) -> float:
        """This is what is read; how far down the view it stands now, at most its foot."""
        view = self._view
        y = self._y_of(place, part) - view.origin().y()
        y = min(max(y, 0.0), float(view.viewport().height()))
        view.reading_height.rest(y, view.origin().y())
        return y

    # --- Jumps -------------------------------------------------------------------------

    def _follow_page(self, shown: PageShown) -> None:
        """The reader came to another page where scan and text are not two sides."""
        view, place = self._view, self._view.place_of(shown.page)
        if place is None or place == view.current or self._hand.holds:
            return
        if shown.side is Side.TEXT:
            view.show_place(place)
            view.describe()

    def _jump(self, where: Place) -> None:
        view = self._view
        place = None if where.page is None else view.place_of(where.page)
        if place is None:
            return
        self.glide.stop()
        if where.box is None:
            view.show_place(place, where.part)
            self._read_at(place, where.part)
        else:
            view.bring_into_view(place, where.box)
            view.light.show(place, where.box)
            self._read_in(place, where.box)
        view.describe()

    def _read_in(self, place: int, box: Box) -> None:
        """What stands in a box is what is read."""
        view = self._view
        if place in view.layout_:
            middle = view.scene().box_rect(place, box).center().y()
            view.reading_height.rest(middle, view.origin().y())

    def _show_pointed(self, where: Place, side: Side) -> None:
        if side is Side.SCAN:
            self._jump(where)

"""In step: the text goes where the scan and the notes lead, and tells where it is read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from viewer.glide import Glide
from viewer.level import Level
from viewer.places import Lead, Place, Side
from viewer.reading import Reading
from viewer.reading_height import ReadingHeight
from viewer.transcript.pointing import pointed_words
from viewer.transcript.sheet_view import LEAD
from viewer.transcript.text_column import TextColumn


class Following(QObject):
    """Joins a view to the reading.  What leads the view is never reported back."""

    def __init__(
        self,
        reading: Reading,
        column: TextColumn,
        is_busy: Callable[[], bool],
        parent: QObject,
    ) -> None:
        """`is_busy` says whether the texts must stay where they are."""
        super().__init__(parent)
        self._reading = reading
        self._view = view = column.view
        self._blinking = column.blinking
        self._is_busy = is_busy
        self.reading_height = ReadingHeight()
        self._target = 0.0  # offset to which the view is led
        self._height = 0.0  # px down the view where that is to stand
        self.glide = Glide(view, self._way, self._scroll_by)
        column.hand.touched.connect(self.glide.stop)
        view.scrolled.connect(self.tell_scrolled)
        reading.in_step.led.connect(self._follow)
        reading.jumped.connect(self._follow_jump)
        reading.pointed.connect(self._follow_pointer)

    def rest(self) -> None:
        """Another text comes to the front."""
        self.glide.stop()
        self.reading_height.rest(0, 0)

    def see(self, offset: int) -> None:
        """Tell that the reader is at this place, wherever in the view it stands."""
        self.glide.stop()
        if self._view.sheet is not None:
            self._report(offset, self._read_at(offset))

    # --- Leading -----------------------------------------------------------------------

    def tell_scrolled(self) -> None:
        """The reader scrolled, or moved a text beside this one."""
        self.glide.stop()
        sheet, bar = self._view.sheet, self._view.verticalScrollBar()
        if sheet is not None:
            height = self._view.viewport().height()
            y = self.reading_height.scroll(bar.value(), bar.maximum(), height)
            self._report(sheet.offset_at(bar.value() + y), y)

    def _report(self, offset: float, y: float) -> None:
        self._reading.keep(offset=self._view.offset_read())
        self._reading.in_step.text_scrolled(offset, Level.of(self._view.viewport(), y))

    # --- Being led ---------------------------------------------------------------------

    def _follow(self, lead: Lead) -> None:
        """The reader scrolled the scan."""
        sheet = self._view.sheet
        if lead.side is not Side.TEXT or sheet is None or self._is_busy():
            return
        self._target = lead.offset
        self._height = max(LEAD, lead.level.within(self._view.viewport()))
        if sheet.reaches(round(lead.offset)):
            self.glide.go()
        else:
            down = self._height / max(1, self._view.viewport().height())
            self._lead_to(round(lead.offset), down)

    def _way(self) -> int:
        """How far the view has to scroll until the target stands where it should."""
        sheet, bar = self._view.sheet, self._view.verticalScrollBar()
        if sheet is None:
            return 0
        value = round(sheet.y_of(self._target) - self._height)
        return min(max(value, 0), bar.maximum()) - bar.value()

    def _scroll_by(self, pixels: int) -> None:
        self._view.scroll_to(self._view.verticalScrollBar().value() + pixels)
        self._read_at(self._target)
        self._reading.keep(offset=self._view.offset_read())

    def _read_at(self, offset: float) -> float:
        """This place is what is read; how far down the view it stands now, at most its foot."""
        sheet, bar = self._view.sheet, self._view.verticalScrollBar()
        y = sheet.y_of(offset) - bar.value() if sheet is not None else 0.0
        y = min(max(y, 0.0), float(self._view.viewport().height()))
        self.reading_height.rest(y, bar.value())
        return y

    # --- Jumps -------------------------------------------------------------------------

    def _follow_jump(self, place: Place) -> None:
        version = self._reading.version
        if version is None or place.offset is None or place.version not in (None, version.id):
            return
        self._lead_to(place.offset, down=0.25 if place.end is not None else 0.0)
        if place.end is not None:
            self._blinking.show(place.offset, place.end)

    def _follow_pointer(self, place: Place, side: Side) -> None:
        """The reader clicked elsewhere: show the words, and move no further than needed."""
        span = pointed_words(self._reading, self._view, place, side)
        if span is None:
            return
        self.glide.stop()
        if self._view.shows_text(span.start, span.end):
            self._read_at(span.start)
        else:
            self._lead_to(span.start, down=0.3)
        self._blinking.show(span.start, span.end)

    def _lead_to(self, offset: int, down: float = 0.0) -> None:
        self.glide.stop()
        self._view.go_to(offset, down)
        self._read_at(offset)
        self._reading.keep(offset=offset)

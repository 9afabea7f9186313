"""In step: the text goes where the scan and the notes lead, and tells where it is read."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from viewer.places import PageShown, Place, Side
from viewer.reading import Reading
from viewer.transcript.blinking import Blinking
from viewer.transcript.pointing import pointed_words
from viewer.transcript.text_view import TextView

THROTTLE = 50  # ms between two reports of the place that is read


class Following(QObject):
    """Joins a view to the reading.  What leads the view is never reported back."""

    def __init__(
        self, reading: Reading, view: TextView, blinking: Blinking, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._view = view
        self._blinking = blinking
        self._seeing = QTimer(self, singleShot=True, interval=THROTTLE)
        self._seeing.timeout.connect(self._see)
        view.scrolled.connect(self._see_soon)
        reading.page_changed.connect(self._follow_page)
        reading.jumped.connect(self._follow_jump)
        reading.pointed.connect(self._follow_pointer)

    @property
    def reporting(self) -> bool:
        """Whether the reader scrolled and the place is about to be told."""
        return self._seeing.isActive()

    def rest(self) -> None:
        """Another text comes to the front: nothing is told."""
        self._seeing.stop()

    def see(self, offset: int) -> None:
        """Tell that the reader is at this place, wherever in the view it stands."""
        self._seeing.stop()
        self._reading.see_text(offset)
        self._reading.keep(offset=self._view.offset_read())

    def _see_soon(self) -> None:
        if not self._seeing.isActive():
            self._seeing.start()

    def _see(self) -> None:
        self._reading.see_text(self._view.offset_read())

    def _follow_page(self, shown: PageShown) -> None:
        if shown.side is Side.SCAN and self._reading.version is not None:
            self._lead_to(self._reading.offset_at(shown.page))

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
        if not self._view.shows_text(span.start, span.end):
            self._lead_to(span.start, down=0.3)
        self._blinking.show(span.start, span.end)

    def _lead_to(self, offset: int, down: float = 0.0) -> None:
        self._seeing.stop()
        self._view.go_to(offset, down)
        self._reading.keep(offset=offset)

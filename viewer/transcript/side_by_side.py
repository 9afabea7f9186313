"""Two texts side by side: where the reader moves one, the other keeps abreast of it.

The text in front leads: it alone is joined with the reading, and so with the scan.  Where the
reader moves the text beside, the one in front follows and tells of it.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from viewer.places import Place, Side
from viewer.reading import Reading
from viewer.transcript.following import Following
from viewer.transcript.pointing import pointed_words
from viewer.transcript.reading_line import ReadingLine
from viewer.transcript.text_column import TextColumn


class SideBySide(QObject):
    """Joins the column of the text beside to that of the text in front."""

    def __init__(
        self, reading: Reading, front: TextColumn, beside: TextColumn, following: Following
    ) -> None:
        """`following` joins the text in front to the reading."""
        super().__init__(beside)
        self._reading = reading
        self._front, self._beside = front, beside
        self._following = following
        self._lines = ReadingLine(front.view), ReadingLine(beside.view)
        self._leads = False  # the text beside leads just now
        front.view.settled.connect(self.follow_front)
        beside.view.scrolled.connect(self._follow_beside)
        beside.hand.touched.connect(following.glide.stop)
        beside.view.grew.connect(self.follow_front)
        beside.searching.came.connect(self._follow_hit)
        for one, other in ((front, beside), (beside, front)):
            one.view.selectionChanged.connect(lambda one=one, other=other: _exclude(one, other))
        reading.joint.joined_changed.connect(self.follow_front)
        reading.jumped.connect(self._follow_jump)
        reading.pointed.connect(self._follow_pointer)

    def follow_front(self) -> None:
        """Bring the text beside abreast of the one in front."""
        if self._beside.isVisible() and not self._leads:
            front, beside = self._lines
            beside.bring(self._reading.beside.beside_of(front.place))

    def _follow_beside(self) -> None:
        """The reader scrolls the text beside."""
        _, beside = self._lines
        self._take_front_along(beside.place)
        self._following.tell_scrolled()

    def _follow_hit(self, offset: int) -> None:
        """Words that are sought in the text beside are in view."""
        self._take_front_along(offset)
        self._following.see(round(self._reading.beside.front_of(offset)))

    def _follow_jump(self, place: Place) -> None:
        version = self._beside.view.version
        if version is None or place.version != version.id or place.offset is None:
            return
        self._take_front_along(place.offset)
        self._beside.view.go_to(place.offset, down=0.25 if place.end is not None else 0.0)
        if place.end is not None:
            self._beside.blinking.show(place.offset, place.end)

    def _take_front_along(self, place: float) -> None:
        """Bring the text in front abreast of a place in the text beside."""
        front, _ = self._lines
        self._leads = True
        front.bring(self._reading.beside.front_of(place))
        self._leads = False

    def _follow_pointer(self, place: Place, side: Side) -> None:
        """The reader clicked elsewhere: show the words, and move no further than needed."""
        span = pointed_words(self._reading, self._beside.view, place, side)
        if span is None:
            return
        if not self._beside.view.shows_text(span.start, span.end):
            self._beside.view.go_to(span.start, down=0.3)
        self._beside.blinking.show(span.start, span.end)


def _exclude(one: TextColumn, other: TextColumn) -> None:
    """Words are selected in one text only."""
    if one.view.textCursor().hasSelection():
        other.annotating.deselect()

"""Find in the text in front: the bar, the search, and the hits on the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from viewer.sought import Sought
from viewer.transcript.find_bar import FindBar
from viewer.transcript.finding import Finding
from viewer.transcript.text_view import TextView

LONGEST_HIT = 200  # code points; a hit that begins so far above the view may still reach it
MARGIN = 16  # px between the bar and the edge of the text


class Searching(QObject):
    """Joins the find bar to a view."""

    came = Signal(int)  # the reader's hit is in view: where it begins in the text

    def __init__(self, view: TextView, room: QWidget, sought: Sought) -> None:
        """What is found is told to `sought`, so that the scan shows it, too."""
        super().__init__(room)
        self._view = view
        self._sought = sought
        self.bar = FindBar(room)
        self.finding = Finding(self)
        self.bar.query_changed.connect(self._search)
        self.bar.next_asked.connect(lambda: self.step(1))
        self.bar.previous_asked.connect(lambda: self.step(-1))
        self.bar.closed.connect(self.close)
        self.finding.changed.connect(self._show_hits)
        view.settled.connect(self._follow_view)

    def open(self, words: str) -> None:
        """Show the bar, ready to type; `words` are sought if there are any."""
        if words:
            self.bar.field.setText(words)
        self.place()
        self.bar.open()
        if not self.finding.count:
            self._search(self.bar.field.text())

    def close(self) -> None:
        self.bar.hide()
        self.finding.stop()
        if self._sought.is_in_text:
            self._sought.clear()
        self._view.setFocus()

    def step(self, by: int) -> None:
        before = self.finding.hit
        self.finding.step(by)
        if self.finding.hit == before:  # the only one; the reader may have scrolled away
            self._come_to_hit()

    def begin_again(self) -> None:
        """Another text came to the front."""
        self._search(self.bar.field.text() if self.bar.isVisible() else "")

    def place(self) -> None:
        """Put the bar at the top right of the text; below, where it would hide the hit."""
        room = self._view.geometry()
        wanted = self.bar.sizeHint()
        width = min(wanted.width(), room.width() - MARGIN)
        left, top = room.right() - width - MARGIN, room.top() + MARGIN // 2
        place = QRect(left, top, width, wanted.height())
        if self._hides_hit(place):
            place.moveBottom(room.bottom() - MARGIN // 2)
        self.bar.setGeometry(place)

    def _hides_hit(self, place: QRect) -> bool:
        hit = self._view.painter.shown.hit
        if hit is None:
            return False
        origin = self._view.geometry().topLeft() + self._view.viewport().pos()
        return place.intersects(self._view.box_of(*hit).translated(origin))

    def _search(self, query: str) -> None:
        sheet = self._view.sheet
        corrected = sheet.corrected if sheet is not None else None
        self.finding.start(query, corrected, self._view.offset_read())

    def _show_hits(self) -> None:
        finding, sheet = self.finding, self._view.sheet
        self.bar.say(finding.at, finding.count, searching=finding.searching)
        if sheet is None:
            return
        shown, hit = self._view.painter.shown, finding.hit
        places = hit and sheet.offsets.positions(*hit)
        is_new, shown.hit = places != shown.hit, places
        self._show_hits_in_view()
        if is_new or not finding.searching:
            self._tell_sought(sheet.version.id)
        if is_new:
            self._view.viewport().update()
            self._come_to_hit()

    def _tell_sought(self, version: str) -> None:
        finding = self.finding
        if finding.count:
            self._sought.show_found(version, finding.starts, finding.ends, finding.hit)
        elif self._sought.is_in_text:
            self._sought.clear()

    def _come_to_hit(self) -> None:
        hit, places = self.finding.hit, self._view.painter.shown.hit
        if hit is None or places is None:
            return
        if not self._view.shows(*places):
            self._view.go_to(hit[0], down=0.3)
        self.place()
        self.came.emit(hit[0])

    def _follow_view(self) -> None:
        if self.finding.count:
            self._show_hits_in_view()

    def _show_hits_in_view(self) -> None:
        sheet = self._view.sheet
        if sheet is None:
            return
        first, last = sheet.offsets.stretch(*self._view.visible_positions())
        hits = [
            sheet.offsets.positions(start, end)
            for start, end in self.finding.between(first - LONGEST_HIT, last)
        ]
        if hits != self._view.painter.shown.hits:
            self._view.painter.shown.hits = hits
            self._view.viewport().update()

"""Offers, beside the words that are selected in a view, what can be done with them."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from viewer.reading import Reading
from viewer.transcript.annotating import Annotating
from viewer.transcript.correct_menu import add_corrections
from viewer.transcript.corrector import Corrector
from viewer.transcript.selection_bar import SelectionBar
from viewer.transcript.text_view import TextView


class Offering(QObject):
    """Joins the selection bar to a view."""

    def __init__(
        self,
        reading: Reading,
        view: TextView,
        annotating: Annotating,
        corrector: Corrector,
        room: QWidget,
    ) -> None:
        """`room` is the widget in which the bar may stand."""
        super().__init__(room)
        self._reading = reading
        self._view = view
        self._annotating = annotating
        self._room = room
        self.bar = SelectionBar(room, lambda menu: add_corrections(menu, corrector))
        self.bar.colour_chosen.connect(annotating.highlight)
        self.bar.underline_asked.connect(annotating.underline)
        self.bar.note_asked.connect(annotating.note)
        self.bar.bookmark_asked.connect(annotating.bookmark)
        self.bar.citation_asked.connect(self._copy_and_close)
        self.bar.place_asked.connect(self._ask_for_place)
        corrector.asked.connect(self.bar.hide)
        view.selection_ended.connect(self.offer)
        view.settled.connect(self._follow_view)
        reading.mending.changed.connect(self._leave_room)
        QWidget.setTabOrder(view, self.bar)

    def offer(self) -> None:
        """The selection is another: do with it what the tool in hand does, or offer the bar."""
        if self._annotating.passage() is None:
            self.bar.hide()
        elif not self._annotating.apply_tool():
            self._place()

    def offer_again(self) -> None:
        """The document is another; where the bar is open, it may offer more."""
        if self.bar.isVisible():
            self.offer()

    def _follow_view(self) -> None:
        if self.bar.isVisible():
            self._place()

    def _place(self) -> None:
        cursor, port = self._view.textCursor(), self._view.viewport()
        selection = self._view.box_of(cursor.selectionStart(), cursor.selectionEnd())
        room = QRect(port.mapTo(self._room, QPoint()), port.size())
        selection.translate(room.topLeft())
        if selection.intersects(room):
            placed = self._reading.mending.can_place(self._annotating.passage())
            kept = self._reading.is_kept
            self.bar.offer(selection & room, room, kept=kept, placed=placed)
        else:
            self.bar.hide()

    def _leave_room(self) -> None:
        """The words are given a place: the eye is on the scan."""
        if self._reading.mending.passage is not None:
            self.bar.hide()

    def _ask_for_place(self) -> None:
        passage = self._annotating.passage()
        if passage is not None:
            self._reading.mending.begin(passage)

    def _copy_and_close(self) -> None:
        self._annotating.copy_with_citation()
        self.bar.hide()

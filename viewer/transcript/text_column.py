"""One text as the reader handles it: its head, the view, find, and what is made of its words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from library.model.checking import CheckState
from library.model.document import Document, Version
from viewer.fields import hairline
from viewer.hand import Hand
from viewer.hints import Hints
from viewer.manners import Step, choose_colour, colour_of, travel
from viewer.reading import Reading
from viewer.settings import Settings
from viewer.transcript.annotating import Annotating
from viewer.transcript.blinking import Blinking
from viewer.transcript.check_marks import CheckMarks
from viewer.transcript.check_menu import add_checks
from viewer.transcript.correct_menu import add_corrections
from viewer.transcript.correction_marks import CorrectionMarks
from viewer.transcript.corrector import Corrector
from viewer.transcript.difference_words import DifferenceWords
from viewer.transcript.extending import Extending
from viewer.transcript.marks import marks_of, ribbons_of
from viewer.transcript.menu import make_menu
from viewer.transcript.offering import Offering
from viewer.transcript.pointing import Pointing
from viewer.transcript.searching import Searching
from viewer.transcript.selecting import Selecting
from viewer.transcript.sought_words import SoughtWords
from viewer.transcript.text_view import TextView

SOUGHT = 60  # code points; so many selected words are taken for what is sought


class TextColumn(QWidget):
    """Shows one text of a reading and reports what the reader does there."""

    left_changed = Signal(float)  # where the lines begin, px

    def __init__(self, reading: Reading, settings: Settings, head: QWidget, escape: Step) -> None:
        """`head` stands over the text; `escape` is the panel's answer to Esc."""
        super().__init__()
        self._reading = reading
        self._escape = escape
        self.view = TextView(settings.typography, self)
        self.hand = Hand(self.view)
        self.searching = Searching(self.view, self, reading.sought)
        self.annotating = Annotating(reading, self.view)
        self.pointing = Pointing(reading, self.view, self)
        self.blinking = Blinking(self.view, self)
        self._selecting = Selecting(reading, self.view, self)
        self.extending = Extending(reading, self.view, self)
        self.checks = CheckMarks(reading.checking, self.view, self)
        self.differences = DifferenceWords(reading.differing, self.view, self)
        self.corrections = CorrectionMarks(reading.correcting, self.view, self)
        self.sought = SoughtWords(reading.sought, self.view, self)
        self.corrector = Corrector(reading.correcting, self.view, self.annotating, self)
        self.offering = Offering(reading, self.view, self.annotating, self.corrector, self)
        self._lay_out(head)
        self._connect(settings)

    @property
    def bar(self) -> QWidget:
        """What is offered beside the selected words."""
        return self.offering.bar

    def is_busy(self) -> bool:
        """Whether it must stay where it is: the reader holds it, searches it, has words selected
        for which something is offered."""
        focus = QApplication.focusWidget()
        is_seeking = focus is not None and self.searching.bar.isAncestorOf(focus)
        return self.hand.holds or self.bar.isVisible() or is_seeking

    # --- The text --------------------------------------------------------------------

    def show_version(self, version: Version, offset: int) -> bool:
        """Show this text with `offset` at the top; False where it was shown already."""
        self.view.setAccessibleName(version.label)
        corrected, before = self._reading.correcting.laid_over(version), self.view.shown
        is_new = not self.view.take(version, corrected)
        if is_new:
            self.bar.hide()
            self.view.show_version(version, corrected, offset)
        if corrected.text != before:
            self.blinking.rest()
            self.pointing.light_again()
            self.searching.begin_again()
        self._show_marks()
        self.checks.gather()
        self.corrections.gather()
        self.sought.gather()
        return is_new

    def correct(self) -> None:
        """Ask what the selected words should read."""
        self.corrector.ask()

    def show_document(self, document: Document) -> None:
        """The document is another, or was read further."""
        self.view.scan_pages = len(document.scan_pages)
        self.offering.offer_again()

    def show_find(self) -> None:
        """Open the find bar, with the selected words if they are few."""
        passage = self.annotating.passage()
        words = self.view.selected_words if passage is not None else ""
        self.searching.open(words if len(words) <= SOUGHT and "\n" not in words else "")

    def find_on(self, by: int) -> None:
        """Go so many hits on or back; without a search, ask what is sought."""
        if self.searching.bar.isVisible():
            self.searching.step(by)
        else:
            self.show_find()

    def close_popup(self) -> bool:
        """Close the uppermost of what lies over the text; whether there was something."""
        if self.searching.bar.isVisible():
            self.searching.close()
        elif self.corrector.popup.isVisible():
            self.corrector.popup.hide()
        elif self.bar.isVisible():
            self.bar.hide()
        else:
            return False
        return True

    def menu_at(self, place: QPointF) -> QMenu:
        """The menu for a place of Qt's document."""
        marks = self.annotating.marks_under(place)
        note = marks[0].note if marks else ""
        own = self.pointing.own_link_at(place)
        menu = make_menu(self.view, self._reading, self.annotating, note, own)
        add_corrections(menu, self.corrector, self.view.offset_at(place))
        add_checks(menu, self._reading, self.view, self.stretch_to_check(place))
        return menu

    def check(self) -> None:
        """Checked against the scan; again takes it back."""
        sheet, stretch = self.view.sheet, self.stretch_to_check()
        if sheet is not None:
            checking, version = self._reading.checking, sheet.version
            is_checked = checking.state_of(version.id, *stretch) is CheckState.CHECKED
            checking.mark(version, *stretch, None if is_checked else CheckState.CHECKED)

    def stretch_to_check(self, place: QPointF | None = None) -> tuple[int, int]:
        """The selected words, else the paragraph at a place, or at the caret."""
        passage = self.annotating.passage()
        if passage is not None:
            return passage.start, passage.end
        return self.view.paragraph_at(place)

    # --- Building --------------------------------------------------------------------

    def _lay_out(self, head: QWidget) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(hairline())
        column.addWidget(self.view, 1)
        self.setFocusProxy(self.view)

    def _connect(self, settings: Settings) -> None:
        view, reading = self.view, self._reading
        view.answers_key = self._answer_key
        view.answers_double_click = self.annotating.open_under
        Hints(view.viewport(), self._hint_at)
        view.selectionChanged.connect(self._offer_selected)
        view.grew.connect(self._show_marks)
        view.clicked.connect(self._click)
        view.menu_asked.connect(self._show_menu)
        view.settled.connect(self._tell_left)
        settings.typography_changed.connect(view.set_typography)
        reading.notes_changed.connect(self._show_marks)
        reading.correcting.changed.connect(self._show_corrected)
        reading.note_chosen.connect(self._show_chosen)
        reading.joint.joined_changed.connect(self._show_marks)

    def _show_corrected(self) -> None:
        """Other corrections, or none: what is in view stays there."""
        sheet = self.view.sheet
        if sheet is not None:
            self.show_version(sheet.version, self.view.offset_read())

    def _hint_at(self, point: QPoint) -> str:
        place = self.view.in_document(QPointF(point))
        return self.corrections.hint_at(place) or self.pointing.hint_at(point)

    def _offer_selected(self) -> None:
        """The selected words may be given a place."""
        if self.view.version is not None:
            self._reading.mending.offer(self.view.version.id, self.annotating.passage())

    # --- What the reader does --------------------------------------------------------

    def _click(self, place: QPointF) -> None:
        if not self.annotating.click(place):
            self.pointing.click(place)

    def _show_menu(self, at: QPoint, place: QPointF) -> None:
        menu = self.menu_at(place)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _answer_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            return self._escape()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.annotating.open_at_caret() or self.pointing.go_from_caret()
        colour = colour_of(event)
        if colour is not None and self.bar.isVisible():
            self.annotating.highlight(colour)
            return True
        return choose_colour(self._reading, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(travel(self._reading, event.button()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(travel(self._reading, event.button()))

    # --- What is painted -------------------------------------------------------------

    def _show_marks(self) -> None:
        sheet = self.view.sheet
        if sheet is None:
            return
        shown, version = self.view.painter.shown, sheet.version.id
        ranges_of = partial(self._reading.joint.carried.ranges, version=version)
        present = self._reading.anchoring.present
        annotations = present(self._reading.annotations)
        shown.marks = marks_of(annotations, version, sheet.offsets, ranges_of)
        shown.ribbons = ribbons_of(present(self._reading.bookmarks), version, sheet.offsets)
        shown.chosen = self._reading.chosen
        self.view.viewport().update()

    def _show_chosen(self, note: str) -> None:
        self.view.painter.shown.chosen = note
        self.view.viewport().update()

    def _tell_left(self) -> None:
        if self.view.sheet is not None:
            self.left_changed.emit(self.view.sheet.column.left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.searching.place()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.searching.place()
        return super().event(event)

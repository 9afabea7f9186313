"""The text side of a document's tab: its versions, the text in front, find and notes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QMenu, QVBoxLayout, QWidget

from library.model.annotation import Colour
from library.model.document import Document, Version
from viewer.fields import hairline
from viewer.manners import choose_colour, colour_of, step_down, travel
from viewer.reading import Reading
from viewer.settings import Settings
from viewer.transcript.annotating import Annotating
from viewer.transcript.following import Following
from viewer.transcript.head import Head
from viewer.transcript.marks import marks_of, ribbons_of
from viewer.transcript.menu import make_menu
from viewer.transcript.pointing import Pointing
from viewer.transcript.searching import Searching
from viewer.transcript.selection_bar import SelectionBar
from viewer.transcript.text_view import TextView
from viewer.transcript.typography_popup import TypographyPopup

SOUGHT = 60  # code points; so many selected words are taken for what is sought


class TranscriptPanel(QWidget):
    """Shows the texts of a reading and reports what the reader does there."""

    sentence_changed = Signal(str)

    def __init__(self, reading: Reading, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Text"))
        self._reading = reading
        self.sentence = ""  # why there is no text; "" where there is one
        self.head = Head(self)
        self.view = TextView(settings.typography, self)
        self.empty = QLabel(self)
        self.selection_bar = SelectionBar(self)
        self.typography = TypographyPopup(settings, self)
        self.searching = Searching(reading, self.view, self)
        self.following = Following(reading, self.view, self)
        self._annotating = Annotating(reading, self.view)
        self._pointing = Pointing(reading, self.view, self)
        self._lay_out()
        self._connect(settings)
        self._show_document(reading.document)

    # --- What the main window asks ---------------------------------------------------

    @property
    def has_selection(self) -> bool:
        """Whether words are selected in the text."""
        return self._annotating.passage() is not None

    def highlight_selection(self, colour: Colour | None = None) -> None:
        """In the colour in hand where none is given."""
        self._annotating.highlight(colour)

    def underline_selection(self) -> None:
        self._annotating.underline()

    def note_selection(self) -> None:
        """Highlight, and open the note for writing."""
        self._annotating.note()

    def bookmark_selection(self) -> None:
        self._annotating.bookmark()

    def copy_with_citation(self) -> None:
        """Put the selected words on the clipboard, with where they stand."""
        self._annotating.copy_with_citation()

    def show_find(self) -> None:
        """Open the find bar, with the selected words if they are few."""
        if self.is_empty:
            return
        passage = self._annotating.passage()
        words = passage.quote if passage is not None else ""
        self.searching.open(words if len(words) <= SOUGHT and "\n" not in words else "")

    def find_next(self) -> None:
        self._find(1)

    def find_previous(self) -> None:
        self._find(-1)

    @property
    def is_empty(self) -> bool:
        """Whether there is no text to show."""
        return self._reading.version is None

    def close_popup(self) -> bool:
        """Close the uppermost of what lies over the text; whether there was something."""
        if self.typography.isVisible():
            self.typography.hide()
        elif self.searching.bar.isVisible():
            self.searching.close()
        elif self.selection_bar.isVisible():
            self.selection_bar.hide()
        else:
            return False
        return True

    def escape(self) -> bool:
        """Take one step down the ladder; whether there was one."""
        return step_down(self._reading, self.close_popup, self._annotating.deselect)

    # --- Building --------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.empty.setObjectName("emptyState")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(16, 4, 16, 4)
        self._hairline = hairline()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._hairline)
        column.addWidget(self.view, 1)
        column.addWidget(self.empty, 1)
        self.setFocusProxy(self.view)
        QWidget.setTabOrder(self.view, self.selection_bar)

    def _connect(self, settings: Settings) -> None:
        self._connect_view()
        self._connect_bar()
        self.searching.came.connect(self.following.see)
        button = self.head.type_button
        button.clicked.connect(lambda: self.typography.toggle_under(button))
        self.head.tabs.version_chosen.connect(self._reading.choose_version)
        settings.typography_changed.connect(self.view.set_typography)
        self._reading.document_changed.connect(self._show_document)
        self._reading.version_changed.connect(self._show_version)
        self._reading.notes_changed.connect(self._show_marks)
        self._reading.note_chosen.connect(self._show_chosen)

    def _connect_view(self) -> None:
        view = self.view
        view.answers_key = self._answer_key
        view.answers_double_click = self._annotating.open_under
        view.grew.connect(self._show_marks)
        view.settled.connect(self._follow_view)
        view.selection_ended.connect(self._offer_selection)
        view.clicked.connect(self._click)
        view.menu_asked.connect(self._show_menu)

    def _connect_bar(self) -> None:
        bar = self.selection_bar
        bar.colour_chosen.connect(self.highlight_selection)
        bar.underline_asked.connect(self.underline_selection)
        bar.note_asked.connect(self.note_selection)
        bar.bookmark_asked.connect(self.bookmark_selection)
        bar.citation_asked.connect(self._copy_and_close)

    # --- The text in front -----------------------------------------------------------

    def _show_document(self, document: Document) -> None:
        self.head.tabs.show_versions(document.versions)
        self.view.scan_pages = len(document.scan_pages)
        self._show_version(self._reading.version)
        if self.selection_bar.isVisible():
            self._offer_selection()

    def _show_version(self, version: Version | None) -> None:
        for part in (self.head, self._hairline, self.view):
            part.setVisible(version is not None)
        self.empty.setVisible(version is None)
        self._say(self._why_empty())
        if version is None:
            return
        self.head.tabs.bring_to_front(version)
        self.view.setAccessibleName(version.label)
        shown = self.view.sheet.version if self.view.sheet is not None else None
        if shown is None or (shown.text, shown.paragraphs) != (version.text, version.paragraphs):
            self.following.rest()
            self.selection_bar.hide()
            self.view.show_version(version, self._reading.position.offset)
            self.searching.begin_again()
        self._show_marks()

    def _why_empty(self) -> str:
        if not self.is_empty:
            return ""
        if self._reading.is_whole:
            return self.tr("This document has no transcript.")
        return self.tr("The text is being read…")

    def _say(self, sentence: str) -> None:
        if sentence != self.sentence:
            self.sentence = sentence
            self.empty.setText(sentence)
            self.sentence_changed.emit(sentence)

    def _show_marks(self) -> None:
        version, sheet = self._reading.version, self.view.sheet
        if version is None or sheet is None:
            return
        shown = self.view.painter.shown
        shown.marks = marks_of(self._reading.annotations, version.id, sheet.offsets)
        shown.ribbons = ribbons_of(self._reading.bookmarks, version.id, sheet.offsets)
        shown.chosen = self._reading.chosen
        self.view.viewport().update()

    def _show_chosen(self, note: str) -> None:
        self.view.painter.shown.chosen = note
        self.view.viewport().update()

    def _find(self, by: int) -> None:
        if self.searching.bar.isVisible():
            self.searching.step(by)
        else:
            self.show_find()

    # --- The selection ---------------------------------------------------------------

    def menu_at(self, place: QPointF) -> QMenu:
        """The menu for a place of the document."""
        marks = self._annotating.marks_under(place)
        note = marks[0].note if marks else ""
        return make_menu(self.view, self._reading, self._annotating, note)

    def _click(self, place: QPointF) -> None:
        if not self._annotating.click(place):
            self._pointing.click(place)

    def _show_menu(self, at: QPoint, place: QPointF) -> None:
        menu = self.menu_at(place)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _offer_selection(self) -> None:
        if self._annotating.passage() is None:
            self.selection_bar.hide()
        elif not self._annotating.apply_tool():
            self._place_selection_bar()

    def _place_selection_bar(self) -> None:
        cursor = self.view.textCursor()
        selection = self.view.box_of(cursor.selectionStart(), cursor.selectionEnd())
        room = QRect(self.view.viewport().mapTo(self, QPoint()), self.view.viewport().size())
        selection.translate(room.topLeft())
        if selection.intersects(room):
            self.selection_bar.offer(selection & room, room, self._reading.is_kept)
        else:
            self.selection_bar.hide()

    def _copy_and_close(self) -> None:
        self.copy_with_citation()
        self.selection_bar.hide()

    def _answer_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            return self.escape()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._annotating.open_at_caret() or self._pointing.go_from_caret()
        colour = colour_of(event)
        if colour is not None and self.selection_bar.isVisible():
            self.highlight_selection(colour)
            return True
        return choose_colour(self._reading, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(travel(self._reading, event.button()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(travel(self._reading, event.button()))

    # --- What moves on the screen ----------------------------------------------------

    def _follow_view(self) -> None:
        if self.selection_bar.isVisible():
            self._place_selection_bar()
        if self.view.sheet is not None:
            self.head.stand_over(self.view.sheet.column.left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.searching.place()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.searching.place()
        return super().event(event)

"""The text side of a document's tab: its versions, the text in front, find and notes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from library.model.annotation import Colour
from library.model.document import Document, Version
from viewer.manners import step_down, travel
from viewer.reading import Reading
from viewer.settings import Settings
from viewer.transcript.columns import Columns
from viewer.transcript.following import Following
from viewer.transcript.head import Head
from viewer.transcript.text_column import TextColumn
from viewer.transcript.text_view import TextView
from viewer.transcript.typography_popup import TypographyPopup


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
        self.front = TextColumn(reading, settings, self.head, self.escape)
        self.empty = QLabel(self)
        self.typography = TypographyPopup(settings, self)
        self.following = Following(reading, self.front, self._is_busy, self)
        self.columns = Columns(reading, settings, self.front, self.following, self.escape)
        self._lay_out()
        self._connect()
        self._show_document(reading.document)

    # --- What the main window asks ---------------------------------------------------

    @property
    def column(self) -> TextColumn:
        """The text that the reader has in hand, with all that belongs to it."""
        return self.columns.in_hand

    @property
    def view(self) -> TextView:
        """The text that the reader has in hand."""
        return self.column.view

    @property
    def has_selection(self) -> bool:
        """Whether words are selected in the text."""
        return self.column.annotating.passage() is not None

    def select(self, start: int, end: int) -> None:
        """Select a stretch of the text in front, as if the reader had done it in this panel."""
        self.columns.in_hand = self.front
        self.front.annotating.select(start, end)

    def highlight_selection(self, colour: Colour | None = None) -> None:
        """In the colour in hand where none is given."""
        self.column.annotating.highlight(colour)

    def underline_selection(self) -> None:
        self.column.annotating.underline()

    def note_selection(self) -> None:
        """Highlight, and open the note for writing."""
        self.column.annotating.note()

    def bookmark_selection(self) -> None:
        self.column.annotating.bookmark()

    def check(self) -> None:
        """Say that the selected words, or the paragraph at the caret, are as on the scan."""
        self.column.check()

    def correct(self) -> None:
        """Ask what the selected words should read."""
        self.column.correct()

    def copy_with_citation(self) -> None:
        """Put the selected words on the clipboard, with where they stand."""
        self.column.annotating.copy_with_citation()

    def show_find(self) -> None:
        if not self.is_empty:
            self.column.show_find()

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
            return True
        return any(column.close_popup() for column in self.columns.shown)

    def escape(self) -> bool:
        """Take one step down the ladder; whether there was one."""
        return step_down(self._reading, self.close_popup, self._deselect)

    def _deselect(self) -> bool:
        return any(column.annotating.deselect() for column in self.columns.shown)

    # --- Building --------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.empty.setObjectName("emptyState")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setContentsMargins(16, 4, 16, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.columns, 1)
        column.addWidget(self.empty, 1)
        self.setFocusProxy(self.front)

    def _connect(self) -> None:
        button = self.head.type_button
        button.clicked.connect(lambda: self.typography.toggle_under(button))
        self.head.tabs.version_chosen.connect(self._reading.choose_version)
        self.head.beside_button.chosen.connect(self._reading.beside.show)
        self.front.searching.came.connect(self.following.see)
        self.front.left_changed.connect(self.head.stand_over)
        self._reading.document_changed.connect(self._show_document)
        self._reading.version_changed.connect(self._show_version)
        self._reading.beside.changed.connect(self._show_beside)

    def _is_busy(self) -> bool:
        """Whether the texts must stay where they are, for the reader does something there."""
        columns = self.columns.shown
        return self.typography.isVisible() or any(column.is_busy() for column in columns)

    # --- The text in front -----------------------------------------------------------

    def _show_document(self, document: Document) -> None:
        self.head.tabs.show_versions(document.versions)
        self._show_version(self._reading.version)
        self._show_beside(self._reading.beside.version)
        self.columns.show_document(document)

    def _show_version(self, version: Version | None) -> None:
        self.columns.setVisible(version is not None)
        self.empty.setVisible(version is None)
        self._say(self._why_empty())
        if version is None:
            return
        self.head.tabs.bring_to_front(version)
        if self.front.show_version(version, self._reading.position.offset):
            self.following.rest()

    def _show_beside(self, version: Version | None) -> None:
        self.head.beside_button.show_texts(version, self._reading.beside.choices)
        self.columns.show_beside(version)

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

    def _find(self, by: int) -> None:
        if self._reading.sought.is_walked and not self.column.searching.bar.isVisible():
            self._reading.sought.step_asked.emit(by)
        elif not self.is_empty:
            self.column.find_on(by)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(travel(self._reading, event.button()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.setAccepted(travel(self._reading, event.button()))

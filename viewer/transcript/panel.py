"""The text side of a document's tab: its versions, the text in front, find and notes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, QVariantAnimation
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QStackedLayout,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from library.model.annotation import Colour
from library.model.document import Document, Version
from viewer.icons import icon
from viewer.reading import PageShown, Place, Reading, Side, Tool
from viewer.settings import Settings
from viewer.transcript.annotating import Annotating
from viewer.transcript.find_bar import FindBar
from viewer.transcript.finding import Finding
from viewer.transcript.marks import marks_of, ribbons_of
from viewer.transcript.menu import make_menu
from viewer.transcript.selection_bar import SelectionBar
from viewer.transcript.text_view import TextView
from viewer.transcript.typography_popup import TypographyPopup

THROTTLE = 50  # ms between two reports of the place that is read
TAB_PADDING = 14  # px from the edge of a tab to its words
FADE = 1100  # ms until a passage that was gone to has faded


class TranscriptPanel(QWidget):
    """Shows the texts of a reading and reports what the reader does there."""

    def __init__(self, reading: Reading, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._reading = reading
        self._settings = settings
        self.view = TextView(settings.typography, self)
        self.versions = QTabBar(self)
        self.selection_bar = SelectionBar(self)
        self.find_bar = FindBar(self)
        self.typography = TypographyPopup(settings, self)
        self.empty = QLabel(self)
        self._annotating = Annotating(reading, self.view)
        self.finding = Finding(self)
        self.fading = QVariantAnimation(self)
        self._seeing = QTimer(self, singleShot=True, interval=THROTTLE)
        self._lay_out()
        self._connect_view()
        self._connect_bars()
        self._connect_reading()
        self._show_document(reading.document)

    # --- What the main window asks ---------------------------------------------------

    @property
    def has_selection(self) -> bool:
        """Whether words are selected in the text."""
        return self._annotating.passage() is not None

    def highlight_selection(self, colour: Colour | None = None) -> None:
        self._annotating.highlight(colour)

    def underline_selection(self) -> None:
        self._annotating.underline()

    def note_selection(self) -> None:
        self._annotating.note()

    def bookmark_selection(self) -> None:
        self._annotating.bookmark()

    def copy_with_citation(self) -> None:
        self._annotating.copy_with_citation()

    def show_find(self) -> None:
        """Open the find bar, with the selected words if they are few."""
        passage = self._annotating.passage()
        if passage is not None and len(passage.quote) <= 60 and "\n" not in passage.quote:
            self.find_bar.field.setText(passage.quote)
        self._place_find_bar()
        self.find_bar.open()

    def find_next(self) -> None:
        self._find_step(1)

    def find_previous(self) -> None:
        self._find_step(-1)

    def escape(self) -> bool:
        """Take one step down the ladder: bars, selection, tool; whether there was one."""
        if self.find_bar.isVisible():
            self._close_find()
        elif self.selection_bar.isVisible():
            self.selection_bar.hide()
        elif self.view.textCursor().hasSelection():
            self._annotating.deselect()
        elif self._reading.tool is not Tool.SELECT:
            self._reading.take_tool(Tool.SELECT)
        else:
            return False
        return True

    # --- Building --------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setAccessibleName(self.tr("Text"))
        self.empty.setObjectName("emptyState")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self.empty.setMargin(32)
        hairline = QFrame(self)
        hairline.setObjectName("hairline")
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        column.addWidget(hairline)
        column.addLayout(self._stack, 1)
        QWidget.setTabOrder(self.view, self.selection_bar)

    def _make_head(self) -> QWidget:
        self._head = QWidget(self)
        self.versions.setDrawBase(False)
        self.versions.setExpanding(False)
        self.versions.setElideMode(Qt.TextElideMode.ElideRight)
        self.versions.setUsesScrollButtons(True)
        self.versions.setAccessibleName(self.tr("Texts of this document"))
        self.type_button = QToolButton(self._head)
        self.type_button.setIcon(icon("a-large-small"))
        self.type_button.setToolTip(self.tr("Size and lines of the text"))
        self.type_button.setAccessibleName(self.tr("Size and lines of the text"))
        self.type_button.clicked.connect(lambda: self.typography.toggle_under(self.type_button))
        row = QHBoxLayout(self._head)
        row.setContentsMargins(24, 3, 12, 0)
        row.addWidget(self.versions, 1)
        row.addWidget(self.type_button)
        return self._head

    def _connect_view(self) -> None:
        view = self.view
        view.answers_key = self._answer_key
        view.answers_double_click = self._annotating.open_under
        view.scrolled.connect(self._see_soon)
        view.grew.connect(self._show_marks)
        view.settled.connect(self._follow_view)
        view.selection_ended.connect(self._offer_selection)
        view.clicked.connect(self._annotating.click)
        view.menu_asked.connect(self._show_menu)
        self._seeing.timeout.connect(self._see)

    def _connect_bars(self) -> None:
        bar = self.selection_bar
        bar.colour_chosen.connect(self.highlight_selection)
        bar.underline_asked.connect(self.underline_selection)
        bar.note_asked.connect(self.note_selection)
        bar.bookmark_asked.connect(self.bookmark_selection)
        bar.citation_asked.connect(self._copy_and_close)
        find = self.find_bar
        find.query_changed.connect(self._find)
        find.next_asked.connect(self.find_next)
        find.previous_asked.connect(self.find_previous)
        find.closed.connect(self._close_find)
        self.finding.changed.connect(self._show_hits)
        self.fading.setDuration(FADE)
        self.fading.setStartValue(1.0)
        self.fading.setEndValue(0.0)
        self.fading.valueChanged.connect(self._fade)

    def _connect_reading(self) -> None:
        reading = self._reading
        reading.document_changed.connect(self._show_document)
        reading.version_changed.connect(self._show_version)
        reading.page_changed.connect(self._follow_page)
        reading.jumped.connect(self._follow_jump)
        reading.notes_changed.connect(self._show_marks)
        reading.note_chosen.connect(self._show_chosen)
        self.versions.currentChanged.connect(self._choose_version)
        self._settings.typography_changed.connect(self.view.set_typography)

    # --- Versions --------------------------------------------------------------------

    def _show_document(self, document: Document) -> None:
        self.versions.blockSignals(True)
        while self.versions.count():
            self.versions.removeTab(0)
        for version in document.versions:
            index = self.versions.addTab(version.label.replace(" - ", " – "))
            self.versions.setTabData(index, version.id)
        self.versions.blockSignals(False)
        self.view.scan_pages = len(document.scan_pages)
        self._show_version(self._reading.version)
        if self.selection_bar.isVisible():
            self._offer_selection()

    def _show_version(self, version: Version | None) -> None:
        self._head.setVisible(version is not None)
        self._stack.setCurrentWidget(self.empty if version is None else self.view)
        if version is None:
            self._say_why_empty()
            return
        self._bring_tab_to_front(version)
        self.view.setAccessibleName(version.label)
        shown = self.view.sheet.version if self.view.sheet is not None else None
        if shown is None or (shown.text, shown.paragraphs) != (version.text, version.paragraphs):
            self._end_blink()
            self.selection_bar.hide()
            self.view.show_version(version, self._reading.position.offset)
            self._find(self.find_bar.field.text() if self.find_bar.isVisible() else "")
        self._show_marks()

    def _bring_tab_to_front(self, version: Version) -> None:
        ids = [self.versions.tabData(index) for index in range(self.versions.count())]
        if version.id in ids:
            self.versions.blockSignals(True)
            self.versions.setCurrentIndex(ids.index(version.id))
            self.versions.blockSignals(False)

    def _say_why_empty(self) -> None:
        if self._reading.is_kept:
            words = self.tr("This document has no transcript.\nThe scan has the whole tab's room.")
        else:
            words = self.tr("The text is being read…")
        self.empty.setText(words)

    def _choose_version(self, index: int) -> None:
        self._reading.choose_version(self.versions.tabData(index))

    # --- In step ---------------------------------------------------------------------

    @property
    def reporting(self) -> bool:
        """Whether the reader scrolled and the place is about to be told."""
        return self._seeing.isActive()

    def _see_soon(self) -> None:
        if not self._seeing.isActive():
            self._seeing.start()

    def _see(self) -> None:
        self._reading.see_text(self.view.offset_read())

    def _follow_page(self, shown: PageShown) -> None:
        if shown.side is Side.SCAN and self._reading.version is not None:
            self._lead_to(self._reading.offset_at(shown.page))

    def _follow_jump(self, place: Place) -> None:
        version = self._reading.version
        if version is None or place.offset is None or place.version not in (None, version.id):
            return
        self._lead_to(place.offset, down=0.25 if place.end is not None else 0.0)
        if place.end is not None:
            self._blink(place.offset, place.end)

    def _lead_to(self, offset: int, down: float = 0.0) -> None:
        self._seeing.stop()
        self.view.go_to(offset, down)
        self._reading.keep(offset=offset)

    def _blink(self, start: int, end: int) -> None:
        self._flashing = (start, end)
        self._fade(1.0)
        self.fading.stop()
        self.fading.start()

    def _fade(self, strength: float) -> None:
        if (sheet := self.view.sheet) is not None:
            start, end = self._flashing
            self.view.painter.shown.flash = (
                sheet.offsets.position(start),
                sheet.offsets.position(end),
            )
            self.view.painter.shown.flash_strength = strength
            self.view.viewport().update()

    def _end_blink(self) -> None:
        self.fading.stop()
        self.view.painter.shown.flash = None

    # --- Marks -----------------------------------------------------------------------

    def _show_marks(self) -> None:
        version, sheet = self._reading.version, self.view.sheet
        if version is None or sheet is None:
            return
        shown = self.view.painter.shown
        shown.marks = marks_of(self._reading.annotations, version.id, sheet.offsets)
        shown.ribbons = ribbons_of(self._reading.bookmarks, version.id, sheet.offsets)
        self.view.viewport().update()

    def _show_chosen(self, note: str) -> None:
        self.view.painter.shown.chosen = note
        self.view.viewport().update()

    def menu_at(self, place: QPointF) -> QMenu:
        """The menu for a place of the document."""
        marks = self._annotating.marks_under(place)
        note = marks[0].note if marks else ""
        return make_menu(self.view, self._reading, self._annotating, note)

    def _show_menu(self, at: QPoint, place: QPointF) -> None:
        menu = self.menu_at(place)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    # --- The selection ---------------------------------------------------------------

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
            return self._annotating.open_at_caret()
        number = key - Qt.Key.Key_1
        if self.selection_bar.isVisible() and 0 <= number < len(Colour) and not event.modifiers():
            self.highlight_selection(list(Colour)[number])
            return True
        return False

    # --- Find ------------------------------------------------------------------------

    def _find(self, query: str) -> None:
        self.finding.start(query, self._reading.version, self.view.offset_read())

    def _find_step(self, by: int) -> None:
        if not self.find_bar.isVisible():
            self.show_find()
        self.finding.step(by)

    def _close_find(self) -> None:
        self.find_bar.hide()
        self.finding.stop()
        self.view.setFocus()

    def _show_hits(self) -> None:
        finding, sheet = self.finding, self.view.sheet
        self.find_bar.say(finding.at, len(finding.hits), searching=finding.searching)
        if sheet is None:
            return
        shown, hit = self.view.painter.shown, finding.hit
        places = hit and (sheet.offsets.position(hit[0]), sheet.offsets.position(hit[1]))
        is_new, shown.hit = places != shown.hit, places
        self._show_hits_in_view()
        if hit is not None and places and is_new and not self.view.shows(*places):
            self.view.go_to(hit[0], down=0.3)
            self._see_soon()

    def _show_hits_in_view(self) -> None:
        sheet = self.view.sheet
        if sheet is None:
            return
        first, last = (sheet.offsets.offset(p) for p in self.view.visible_positions())
        self.view.painter.shown.hits = [
            (sheet.offsets.position(start), sheet.offsets.position(end))
            for start, end in self.finding.between(first - 200, last)
        ]
        self.view.viewport().update()

    # --- What moves on the screen ----------------------------------------------------

    def _follow_view(self) -> None:
        if self.finding.hits:
            self._show_hits_in_view()
        if self.selection_bar.isVisible():
            self._place_selection_bar()
        if self.view.sheet is not None:  # the tabs stand over the column
            left = max(8, round(self.view.sheet.column.left) - TAB_PADDING)
            self._head.layout().setContentsMargins(left, 3, 12, 0)  # type: ignore[union-attr]

    def _place_find_bar(self) -> None:
        self.find_bar.adjustSize()
        room = self.view.geometry()
        width = min(self.find_bar.sizeHint().width(), room.width() - 16)
        self.find_bar.resize(width, self.find_bar.sizeHint().height())
        self.find_bar.move(room.right() - width - 16, room.top() + 8)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_find_bar()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._place_find_bar()
        return super().event(event)

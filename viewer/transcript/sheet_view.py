"""The text itself as it is laid out, scrolled and led: the view without the reader's hands.

Points are in pixels of the viewport unless they are said to be the document's.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from library.correcting.correcting import Corrected
from library.model.document import Version
from viewer.faces import reading_font
from viewer.settings import Typography
from viewer.theme import tokens
from viewer.transcript.mark_painter import MarkPainter, rule_words
from viewer.transcript.sheet import Sheet

STEPS_TO_TELL = 24  # what is far from the view need not be told at each step
AT_THE_TOP = (0, -1e6)
LEAD = 12  # px left free above a place that is gone to


class SheetView(QTextEdit):
    """Shows one version; the reader's own scrolling is told apart from being led."""

    scrolled = Signal()  # by the reader
    grew = Signal()  # more of a long text is in the document
    settled = Signal()  # something moved on the screen

    def __init__(self, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAcceptDrops(False)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setAutoFillBackground(False)
        self.sheet: Sheet | None = None
        self.scan_pages = 0  # so many pages can be named in the rules between pages
        self.painter = MarkPainter(self.palette())
        self._typography = typography
        self._anchor = (0, 0.0)  # block at the top of the view, and pixels into it
        self._pending: tuple[int, float] | None = None  # to go to when the text is there
        self._steps = 0  # of growing
        self._led = 0  # > 0 while the scroll bar moves without the reader
        self._growing = QTimer(self, interval=0)
        self._growing.timeout.connect(self._grow)
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll_bar)

    # --- The text --------------------------------------------------------------------

    @property
    def version(self) -> Version | None:
        """The text that is shown."""
        return self.sheet.version if self.sheet is not None else None

    @property
    def shown(self) -> str:
        """What is shown of the text: its words as corrected."""
        return self.sheet.corrected.text if self.sheet is not None else ""

    def show_version(self, version: Version, corrected: Corrected, offset: int) -> None:
        """Show this text as corrected with `offset` at the top; a long one comes in pieces."""
        old = self.sheet
        self._led += 1
        self.sheet = Sheet(version, corrected, self)
        self._equip(self.sheet)
        self.setDocument(self.sheet.document)
        self._set_type()
        self._led -= 1
        if old is not None:
            old.document.deleteLater()
        self._anchor, self._pending = AT_THE_TOP, (offset, 0.0)
        self._steps = 0
        self._growing.start()
        self._grow()

    def take(self, version: Version, corrected: Corrected) -> bool:
        """Show what little is new in the text that is shown; False where it is another."""
        sheet = self.sheet
        if sheet is None or not sheet.take(version):
            return False
        if (self.shown, sheet.corrected.offsets) != (corrected.text, corrected.offsets):
            self._led += 1
            sheet.lay_over(corrected)
            self._led -= 1
            self._settle()
            self.grew.emit()
        return True

    def set_typography(self, typography: Typography) -> None:
        self._typography = typography
        self._set_type()

    def _equip(self, sheet: Sheet) -> None:
        sheet.column.under = self.painter.under
        sheet.column.over = self.painter.over
        sheet.column.rule = self._paint_rule
        sheet.column.is_sought = self.painter.has_hit

    def _grow(self) -> None:
        if self.sheet is None or self.sheet.whole:
            self._growing.stop()
            return
        self._led += 1
        caret = self.textCursor()
        anchor, position = caret.anchor(), caret.position()
        self.sheet.grow()
        if (caret.anchor(), caret.position()) != (anchor, position):  # pushed by what was added
            caret.setPosition(anchor)
            caret.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(caret)
        self._led -= 1
        arrived = self._pending is not None and self.sheet.reaches(self._pending[0])
        if self._pending is not None and arrived:
            self.go_to(*self._pending)
        self._steps += 1
        if arrived or self.sheet.whole or self._steps % STEPS_TO_TELL == 1:
            self._settle()
            self.grew.emit()

    def _set_type(self) -> None:
        """Set everything in the reader's typography; what is at the top stays there."""
        if self.sheet is None:
            return
        number, inside = self._anchor
        share = inside / self.sheet.column.line
        self._led += 1
        self.sheet.document.setDefaultFont(reading_font(self._typography, self.logicalDpiY()))
        self.sheet.column.measure(self._typography, self.viewport().width())
        self._anchor = (number, share * self.sheet.column.line)
        self._led -= 1
        self._settle()

    # --- Places ----------------------------------------------------------------------

    def go_to(self, offset: int, down: float = 0.0) -> None:
        """Bring a place of the text to the top, or so far `down` the view (0 to 1)."""
        if self.sheet is None or not self.sheet.reaches(offset):
            self._pending = (offset, down)
            return
        number, row = self.sheet.line_of(offset)
        lead = max(LEAD, down * self.viewport().height())
        self.stand_at(*((number, row * self.sheet.column.line - lead) if offset else AT_THE_TOP))

    def stand_at(self, number: int, inside: float) -> None:
        """Have so many pixels of a block above the view."""
        self._pending = None
        self._anchor = (number, inside)
        self._settle()

    def offset_read(self) -> int:
        """The place of the text that is read: at the top of the view, at its end the last."""
        if self.sheet is None:
            return 0
        bar = self.verticalScrollBar()
        at_end = bar.value() == bar.maximum() > 0
        down = self.viewport().height() if at_end else LEAD + 2
        top = QPointF(self.sheet.column.left, bar.value() + down)
        position = self.sheet.column.hitTest(top, Qt.HitTestAccuracy.FuzzyHit)
        return self.sheet.offsets.offset(position)

    def paragraph_at(self, place: QPointF | None = None) -> tuple[int, int]:
        """Start and end in the text of the paragraph at a place of Qt's document, or the caret."""
        if self.sheet is None:
            return 0, 0
        position = self.textCursor().position()
        if place is not None:
            position = self.sheet.column.hitTest(place, Qt.HitTestAccuracy.FuzzyHit)
        return self.sheet.offsets.piece(self.document().findBlock(position).blockNumber())

    def box_of(self, start: int, end: int) -> QRect:
        """From the first to the last line between two of Qt's positions, in the viewport."""
        first, last = (self.cursorRect(self._cursor_at(place)) for place in (start, end))
        return first.united(last)

    def shows_text(self, start: int, end: int) -> bool:
        """Whether `text[start:end]` is in the document, and well in view."""
        sheet = self.sheet
        if sheet is None or not sheet.reaches(end):
            return False
        return self.shows(*sheet.offsets.positions(start, end))

    def shows(self, start: int, end: int) -> bool:
        """Whether these of Qt's positions are well in view."""
        room = self.viewport().rect().adjusted(0, 56, 0, -24)
        return room.contains(self.box_of(start, end).center())

    def select(self, start: int, end: int) -> None:
        """Select between two of Qt's positions; what is in view stays where it is."""
        cursor = self._cursor_at(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._led += 1  # Qt would scroll to the end
        self.setTextCursor(cursor)
        self._led -= 1
        self._settle()

    def in_document(self, point: QPointF) -> QPointF:
        return point + QPointF(0, self.verticalScrollBar().value())

    def visible_positions(self) -> tuple[int, int]:
        """Qt's positions between which everything in view lies."""
        if self.sheet is None:
            return 0, 0
        top = self.verticalScrollBar().value()
        return self.sheet.column.positions(top, top + self.viewport().height())

    def _cursor_at(self, position: int) -> QTextCursor:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        return cursor

    # --- Scrolling -------------------------------------------------------------------

    def _follow_scroll_bar(self, value: int) -> None:
        if not self._led and self.sheet is not None:
            self.scroll_to(value)
            self.scrolled.emit()

    def scroll_to(self, top: int) -> None:
        """Have this height of the document at the top, without taking it for the reader's wish."""
        if self.sheet is not None:
            number = self.sheet.column.at(top)
            self.stand_at(number, top - self.sheet.column.top(number))

    def _settle(self) -> None:
        """Lay out what is near, and keep what is at the top there while heights become true."""
        if self.sheet is None or not self.sheet.pieces:
            return
        number, inside = self._anchor
        height = self.viewport().height()
        self._led += 1
        self.sheet.column.set_around(number, height, 2 * height)
        self.verticalScrollBar().setValue(round(self.sheet.column.top(number) + inside))
        self._led -= 1
        self.viewport().update()
        self.settled.emit()

    # --- What Qt tells ---------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._led += 1
        super().resizeEvent(event)
        self._led -= 1
        if event.oldSize().width() != event.size().width():
            self._set_type()
        self._settle()

    def showEvent(self, event: QShowEvent) -> None:  # Qt would scroll to the caret, here and below
        self._led += 1
        super().showEvent(event)
        self._led -= 1
        self._settle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._led += 1
        super().focusInEvent(event)
        self._led -= 1
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.PaletteChange:
            self.painter.palette = self.palette()
            self.viewport().update()
        elif event.type() is QEvent.Type.FontChange:
            self._set_type()  # Qt gave the document the widget's font

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), tokens(self.palette()).paper)
        painter.end()
        super().paintEvent(event)

    def _paint_rule(self, painter: QPainter, block: QTextBlock, _origin: QPointF) -> None:
        if self.sheet is not None:
            column, piece = self.sheet.column, self.sheet.pieces[block.blockNumber()]
            words = rule_words(piece, block.text(), self.scan_pages)
            self.painter.rule(painter, column.blockBoundingRect(block), words, column.line)

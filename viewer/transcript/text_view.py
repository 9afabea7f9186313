"""The text as the reader handles it: keys and mouse on it.  It is read, never changed.

Points are in pixels of the viewport unless they are said to be the document's.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from viewer.settings import Typography
from viewer.transcript.reading_keys import ReadingKeys
from viewer.transcript.sheet_view import SheetView

_LEFT = Qt.MouseButton.LeftButton
_STIR = 4  # px the mouse may move in a click


class TextView(SheetView):
    """Tells what the reader does; others may answer keys and the mouse first."""

    selection_ended = Signal()  # text was selected, or is not any more
    clicked = Signal(QPointF)  # place in the document
    pointed = Signal(object)  # QPointF of the document that the pointer is at, or None
    menu_asked = Signal(QPoint, QPointF)  # global; place in the document

    def __init__(self, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(typography, parent)
        self.answers_key: Callable[[QKeyEvent], bool] = lambda _event: False
        self.answers_press: Callable[[QPointF], bool] = lambda _place: False
        self.answers_drag: Callable[[QPointF], bool] = lambda _place: False
        self.answers_release: Callable[[], bool] = lambda: False
        self.answers_double_click: Callable[[QPointF], bool] = lambda _place: False
        self._keys = ReadingKeys(self)
        self._pressed: QPointF | None = None
        self.viewport().setMouseTracking(True)
        self.selectionChanged.connect(self._tell_selection)

    @property
    def selected_words(self) -> str:
        """What is selected, as it is shown."""
        cursor = self.textCursor()
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return self.sheet.words(start, end) if self.sheet is not None else ""

    def offset_at(self, place: QPointF) -> int | None:
        """The character of the text under a place of Qt's document, None where there is none."""
        position = self.sheet.column.character_at(place) if self.sheet is not None else -1
        return self.sheet.offsets.offset(position) if self.sheet and position >= 0 else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.answers_key(event) and not self._keys.answer(event):
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is _LEFT and self.answers_press(self.in_document(event.position())):
            return
        if event.button() is _LEFT:  # the release of another button may go to a menu
            self._pressed = event.position()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.answers_drag(self.in_document(event.position())):
            return
        super().mouseMoveEvent(event)
        self.pointed.emit(self.in_document(event.position()) if not event.buttons() else None)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self.pointed.emit(None)
        return super().viewportEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.answers_release():
            return
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if event.button() is not _LEFT or pressed is None:
            return
        if self.textCursor().hasSelection():
            self.selection_ended.emit()
        elif (event.position() - pressed).manhattanLength() < _STIR:
            self.clicked.emit(self.in_document(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        left, place = event.button() is _LEFT, self.in_document(event.position())
        if not left or not self.answers_double_click(place):
            self._pressed = event.position() if left else None
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = self.in_document(QPointF(event.pos()))
        self.menu_asked.emit(event.globalPos(), place)

    def createMimeDataFromSelection(self) -> QMimeData:
        """The words themselves, as they stand in the text."""
        copied = QMimeData()
        copied.setText(self.selected_words)
        return copied

    def _tell_selection(self) -> None:
        if self._pressed is None:
            self.selection_ended.emit()

"""Where a note is written: plain text, growing with what is written, saved as it is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from viewer.sidebar.naming import unsaved_words
from viewer.sidebar.note_card import text_height

SAVE_AFTER = 600  # ms from the first letter that is not saved
TRY_AGAIN_AFTER = 5000  # ms from a save that failed
_FRAME, _SIDES = 14, 18  # px: the style's border and padding, above and below, left and right


class NoteEditor(QPlainTextEdit):
    """Holds what is typed until `save` has it; nothing else may replace it."""

    height_changed = Signal()
    left = Signal()  # everything is saved, and the reader is done
    stuck_changed = Signal()  # what was typed could not be saved and stays here, or can again

    def __init__(
        self,
        text: str,
        save: Callable[[str], bool],
        *,
        one_line: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`save` writes the text and tells whether it is kept now."""
        super().__init__(parent)
        self._save = save
        self._saved = text
        self._one_line = one_line
        self._leaving = False  # as soon as it can be saved
        self.is_stuck = False
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._save_by_itself)
        self.textChanged.connect(self._note_typing)

    @property
    def pending(self) -> bool:
        """Whether something typed here is not saved yet."""
        return self.toPlainText() != self._saved

    def wanted_height(self, width: float) -> int:
        """Pixels the whole text needs where the editor is `width` pixels wide."""
        return round(text_height(self.toPlainText(), self.font(), width - _SIDES)) + _FRAME

    def follow(self, text: str) -> None:
        """The note was changed elsewhere; what is typed here and not saved comes first."""
        if text == self._saved or self.pending:
            return
        self._saved = text
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        self.setTextCursor(cursor)

    def flush(self) -> bool:
        """Save what is typed; False where that was not possible."""
        self._timer.stop()
        is_kept = not self.pending or self._keep(self.toPlainText())
        if not is_kept:
            self._timer.start(TRY_AGAIN_AFTER)
        self._show_stuck(stuck=not is_kept)
        return is_kept

    def _keep(self, text: str) -> bool:
        before, self._saved = self._saved, text
        is_kept = self._save(text)
        if not is_kept:
            self._saved = before
        return is_kept

    def leave(self) -> None:
        self._leaving = not self.flush()
        if not self._leaving:
            self.left.emit()

    def _save_by_itself(self) -> None:
        if self.flush() and self._leaving:
            self.left.emit()

    def _show_stuck(self, *, stuck: bool) -> None:
        if stuck != self.is_stuck:
            self.is_stuck = stuck
            self.setAccessibleDescription(unsaved_words() if stuck else "")
            self.stuck_changed.emit()

    def event(self, event: QEvent) -> bool:
        """Claim the keys that leave the editor before the window's shortcuts get them."""
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return super().event(event)
        if self._leaves(event):
            event.accept()
            return True
        if self._is_windows(event):
            self.flush()  # else the window would take back what came before
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._leaves(event):
            event.accept()
            self.leave()
        elif self._is_windows(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _is_windows(self, event: QKeyEvent) -> bool:
        """Whether it asks for undo or redo, and nothing typed here is left for that."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.document().isUndoAvailable()
        if event.matches(QKeySequence.StandardKey.Redo):
            return not self.document().isRedoAvailable()
        return False

    def _leaves(self, event: QKeyEvent) -> bool:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        return event.key() == Qt.Key.Key_Escape or (enter and (control or self._one_line))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._leaving = False

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.MenuBarFocusReason,
        ):
            self.flush()  # the reader comes back
        else:
            self.leave()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the list scrolls

    def _note_typing(self) -> None:
        # Not begun anew with each letter: else long typing would stay unsaved.
        if self.pending and not self._timer.isActive():
            self._timer.start(SAVE_AFTER)
        if self.wanted_height(self.width()) != self.height():
            self.height_changed.emit()

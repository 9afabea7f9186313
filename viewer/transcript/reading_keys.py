"""The keys of a reader: they scroll, and carry the caret along."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QTextEdit

Key = Qt.Key
Move = QTextCursor.MoveOperation
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)

_CARET = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down)


class ReadingKeys:
    """What plain keys do in a text that is only read."""

    def __init__(self, view: QTextEdit) -> None:
        self._view = view

    def answer(self, event: QKeyEvent) -> bool:
        """Whether the key was one of the reader's; Space also goes back, with Shift."""
        key = Key(event.key())
        if key in _CARET and not self._view.textCursor().hasSelection():
            self._bring_caret_into_view()
        back = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if key is Key.Key_Space and (back or event.modifiers() in _PLAIN):
            self._turn(-1 if back else 1)
        elif event.modifiers() not in _PLAIN:
            return False
        elif key in (Key.Key_PageUp, Key.Key_PageDown):
            self._turn(-1 if key is Key.Key_PageUp else 1)
        elif key in (Key.Key_Home, Key.Key_End):
            self._go(Move.Start if key is Key.Key_Home else Move.End)
        elif key in (Key.Key_Up, Key.Key_Down):
            self._step(Move.Up if key is Key.Key_Up else Move.Down)
        else:
            return False
        return True

    def _turn(self, screens: int) -> None:
        """A screen on or back, less two lines, so that the eye finds its place again."""
        height = self._view.viewport().height()
        kept = min(2 * self._view.cursorRect().height(), height // 3)
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.value() + screens * (height - kept))

    def _go(self, move: QTextCursor.MoveOperation) -> None:
        cursor = self._view.textCursor()
        cursor.movePosition(move)
        self._view.setTextCursor(cursor)
        bar = self._view.verticalScrollBar()
        bar.setValue(bar.minimum() if move is Move.Start else bar.maximum())

    def _step(self, move: QTextCursor.MoveOperation) -> None:
        """One line: the text scrolls, and the caret keeps its height on the screen."""
        bar = self._view.verticalScrollBar()
        cursor = self._view.textCursor()
        before = self._view.cursorRect(cursor).top() + bar.value()
        cursor.movePosition(move)
        after = self._view.cursorRect(cursor).top() + bar.value()
        bar.setValue(bar.value() + after - before)
        self._view.setTextCursor(cursor)

    def _bring_caret_into_view(self) -> None:
        view = self._view
        if view.cursorRect().intersects(view.viewport().rect()):
            return
        middle = QPoint(view.viewport().width() // 2, view.viewport().height() // 3)
        view.setTextCursor(view.cursorForPosition(middle))

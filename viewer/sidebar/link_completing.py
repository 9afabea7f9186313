"""“[[” in a note offers the other notes; what is chosen becomes a link to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPlainTextEdit

from library.model.folding import fold

_OPENED = re.compile(r"\[\[([^\[\]\n]{0,40})$")
_MOST = 8  # notes that are offered at once
_KEYS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)

Notes = Callable[[], Sequence[tuple[str, str]]]  # ids and titles


class LinkCompleting(QObject):
    """Watches an editor, and shows a list below the caret while a link is being typed."""

    def __init__(self, editor: QPlainTextEdit, notes: Notes) -> None:
        super().__init__(editor)
        self._editor = editor
        self._notes = notes
        self.list = QListWidget(editor.window())  # over all panels, as far as the window goes
        self.list.setObjectName("offered")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(self.tr("Notes to link to"))
        self.list.itemClicked.connect(lambda _: self._take())
        self.list.hide()
        editor.textChanged.connect(self._offer)
        editor.installEventFilter(self)
        editor.destroyed.connect(self.list.deleteLater)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusOut:
            self.list.hide()
        is_key = event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if not is_key or not isinstance(event, QKeyEvent) or not self.list.isVisible():
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride:
            return self._claim(event)
        return self._answer(event)

    def _claim(self, event: QKeyEvent) -> bool:
        ours = event.key() in (*_KEYS, *_TAKE, Qt.Key.Key_Escape)
        if ours:
            event.accept()
        return ours

    def _answer(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.list.hide()
        elif event.key() in _TAKE:
            self._take()
        elif event.key() in _KEYS:
            by = -1 if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_PageUp) else 1
            self.list.setCurrentRow((self.list.currentRow() + by) % self.list.count())
        else:
            return False
        return True

    def _typed(self) -> str | None:
        """What follows “[[” up to the caret; None where there is no such."""
        cursor = self._editor.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        opened = _OPENED.search(before)
        return opened[1] if opened else None

    def _offer(self) -> None:
        typed = self._typed()
        sought = fold(typed or "").split()
        found = [
            (name, title)
            for name, title in (self._notes() if typed is not None else ())
            if all(word in fold(title) for word in sought)
        ][:_MOST]
        self.list.clear()
        for name, title in found:
            QListWidgetItem(title, self.list).setData(Qt.ItemDataRole.UserRole, name)
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        if found:
            self._place()

    def _place(self) -> None:
        row = self.list.sizeHintForRow(0)
        height, window = row * self.list.count() + 6, self._editor.window()
        caret = self._editor.cursorRect()
        port = self._editor.viewport()
        at = port.mapTo(window, QPoint(0, caret.bottom() + 4))
        if at.y() + height > window.height():
            at = port.mapTo(window, QPoint(0, caret.top() - 4 - height))
        self.list.setGeometry(at.x(), at.y(), self._editor.width(), height)
        self.list.raise_()

    def _take(self) -> None:
        """Put the link in the place of what was typed."""
        item, typed = self.list.currentItem(), self._typed()
        self.list.hide()
        if item is None or typed is None:
            return
        cursor = self._editor.textCursor()
        left = QTextCursor.MoveOperation.Left
        cursor.movePosition(left, QTextCursor.MoveMode.KeepAnchor, len(typed))
        cursor.insertText(f"{item.data(Qt.ItemDataRole.UserRole)}]] ")
        self._editor.setTextCursor(cursor)

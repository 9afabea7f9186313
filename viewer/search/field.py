"""The field that the whole library is searched from, with what its words may go on to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from library.searching.completing import Completion
from viewer.filter_field import FilterField

_MOST_SHOWN = 9
_COMPLETION = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(FilterField):
    """Escape clears it, the arrow down goes on to what was found, Enter opens."""

    completions_wanted = Signal(str, int)  # what is written, and where the caret is
    finished = Signal(str)  # the reader went on from what is written

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Search the library"), parent)
        self.setPlaceholderText(self.tr("Search texts, notes and records"))
        self.setMaximumWidth(620)
        self.list = _CompletionList(self)
        self.list.itemClicked.connect(self._take)
        self.textEdited.connect(self._ask)
        self.editingFinished.connect(lambda: self.finished.emit(self.text()))

    def show_completions(self, completions: Sequence[Completion]) -> None:
        """Offer these, while the reader still types."""
        if self.hasFocus() and completions:
            self.list.show_under(self, completions)
        else:
            self.list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.list.isVisible() and self._in_list(event.key()):
            return
        if event.key() in _ENTER:
            self.list.hide()
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.list.hide()

    def event(self, event: QEvent) -> bool:
        """Tab takes the first completion, where some are offered."""
        is_tab = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab
        if is_tab and event.type() is QEvent.Type.KeyPress and self.list.isVisible():
            self._take(self.list.currentItem() or self.list.item(0))
            return True
        return super().event(event)

    def _in_list(self, key: int) -> bool:
        """Whether the key was meant for the completions."""
        row = self.list.currentRow()
        if key == Qt.Key.Key_Down:
            self.list.setCurrentRow(min(row + 1, self.list.count() - 1))
        elif key == Qt.Key.Key_Up and row >= 0:
            self.list.setCurrentRow(row - 1)
        elif key == Qt.Key.Key_Escape:
            self.list.hide()
        elif key in _ENTER and row >= 0:
            self._take(self.list.currentItem())
        else:
            return False
        return True

    def _ask(self, text: str) -> None:
        self.list.hide()
        self.completions_wanted.emit(text, self.cursorPosition())

    def _take(self, item: QListWidgetItem) -> None:
        completion: Completion = item.data(_COMPLETION)
        text = self.text()
        self.list.hide()
        self.setText(text[: completion.start] + completion.text + text[completion.end :])
        self.setCursorPosition(completion.start + len(completion.text))
        self.setFocus()


class _CompletionList(QListWidget):
    """Lies over the window below the field, and leaves the keyboard to it."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.setObjectName("completions")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Completions"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.hide()

    def show_under(self, field: QWidget, completions: Sequence[Completion]) -> None:
        window = field.window()
        if self.parent() is not window:
            self.setParent(window)
        self.clear()
        for completion in completions[:_MOST_SHOWN]:
            item = QListWidgetItem(
                f"{completion.text.strip()}    {completion.aside}".rstrip(), self
            )
            item.setData(_COMPLETION, completion)
        self.setCurrentRow(-1)
        corner = field.mapTo(window, QPoint(0, field.height() + 3))
        height = self.sizeHintForRow(0) * self.count() + 12
        self.setGeometry(corner.x(), corner.y(), field.width(), height)
        self.show()
        self.raise_()

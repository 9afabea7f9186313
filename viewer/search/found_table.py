"""How the tables of what was found are used by the keys: letters go on with the search."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableView, QWidget

from viewer.table_manners import ENTER, claims, is_letter, make_plain, row_at_end

_OWN_KEYS = (*ENTER, Qt.Key.Key_Escape)


class FoundTable(QTableView):
    """One row at a time; who knows what the rows stand for says what Enter opens."""

    entered = Signal(int)  # row: it is to be opened
    typed = Signal(str)  # letters typed here go on with the search
    escaped = Signal()
    left_upwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        make_plain(self)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean something here before the window's shortcuts get them."""
        return claims(event, _OWN_KEYS) or super().event(event)

    def moveCursor(
        self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End are the first and the last row, not the first and the last column."""
        row = row_at_end(self, action)
        return super().moveCursor(action, modifiers) if row is None else self.model().index(row, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() in ENTER and row >= 0:
            self.entered.emit(row)
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Up and row <= 0:
            self.left_upwards.emit()
        elif is_letter(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

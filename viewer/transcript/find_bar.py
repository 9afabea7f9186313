"""The find bar: what is searched for, which hit of how many, next and previous."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from viewer.icons import icon


class FindBar(QFrame):
    """Tells what the reader types and asks for; says what was found."""

    query_changed = Signal(str)
    next_asked = Signal()
    previous_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(self.tr("Find in this text"))
        self.field.setAccessibleName(self.tr("Find in this text"))
        self.field.setMinimumWidth(150)
        self.field.textChanged.connect(self.query_changed)
        self._count = QLabel(self)
        self._count.setObjectName("softText")
        self._count.setMinimumWidth(72)
        self._count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 4, 4)
        row.setSpacing(0)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        row.addWidget(self._button("chevron-up", self.tr("Previous (Shift+F3)"), "previous"))
        row.addWidget(self._button("chevron-down", self.tr("Next (F3)"), "next"))
        row.addWidget(self._button("x", self.tr("Close (Esc)"), "close"))
        self.hide()

    def open(self) -> None:
        """Show the bar, ready to type."""
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()

    def say(self, hit: int | None, hits: int, *, searching: bool) -> None:
        """The reader is at `hit` (from 0) of so many."""
        if not self.field.text().strip():
            words = ""
        elif hits:
            shown = 0 if hit is None else hit + 1
            words = self.tr("{hit} of {hits}").format(hit=shown, hits=hits)
        else:
            words = self.tr("Searching…") if searching else self.tr("Not found")
        self._count.setText(words)

    @property
    def said(self) -> str:
        return self._count.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            (self.previous_asked if back else self.next_asked).emit()
        else:
            super().keyPressEvent(event)

    def _button(self, name: str, tip: str, asks: str) -> QToolButton:
        asked = {
            "previous": self.previous_asked,
            "next": self.next_asked,
            "close": self.closed,
        }[asks]
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(lambda _=False: asked.emit())
        return button

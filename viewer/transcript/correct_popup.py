"""The small window in which the reader writes what words of a text should read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

_WIDTH = 320  # px
_SHOWN = 160  # characters of the untouched words


class CorrectPopup(QFrame):
    """The untouched words, and a field for what should stand there."""

    kept = Signal(str)
    taken_back = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popup")
        self.setAccessibleName(self.tr("Correct the transcript"))
        self._untouched = QLabel(self)
        self._untouched.setWordWrap(True)
        self._untouched.setTextFormat(Qt.TextFormat.PlainText)
        self._untouched.setObjectName("softText")
        self.field = QLineEdit(self)
        self.field.setAccessibleName(self.tr("What should stand there"))
        self.field.setPlaceholderText(self.tr("Nothing: these words are to go"))
        self.back = QPushButton(self.tr("Take Back"), self)
        self.keep = QPushButton(self.tr("Correct"), self)
        self.keep.setDefault(True)
        self._lay_out()
        self.field.returnPressed.connect(self._keep)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self._take_back)
        QApplication.instance().focusChanged.connect(self._close_when_left)  # type: ignore[union-attr]
        self.hide()

    def ask(self, untouched: str, shown: str, *, corrected: bool) -> None:
        """What these words should read; where they are `corrected` that can be taken back."""
        words = " ".join(untouched.split())
        words = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
        self._untouched.setText(self.tr("In the transcript: “{0}”").format(words))
        self.field.setText(shown)
        self.back.setVisible(corrected)
        self.show()
        self.raise_()
        self.field.setFocus()
        self.field.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        self._close()
        self.kept.emit(self.field.text().strip())

    def _take_back(self) -> None:
        self._close()
        self.taken_back.emit()

    def _close(self) -> None:
        self.hide()
        self.closed.emit()

    def _close_when_left(self, _before: QWidget | None, focus: QWidget | None) -> None:
        if focus is not None and self.isVisible() and not self.isAncestorOf(focus):
            self.hide()

    def _lay_out(self) -> None:
        self.setFixedWidth(_WIDTH)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch()
        buttons.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(8)
        column.addWidget(self._untouched)
        column.addWidget(self.field)
        column.addLayout(buttons)

"""What is said where nothing was found."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class Nothing(QWidget):
    """A sentence, and a way back to all documents."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = QLabel()
        self._words.setObjectName("title")
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        button = QPushButton(self.tr("Show all documents"))
        button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 0, 32, 0)
        column.setSpacing(16)
        column.addStretch(2)
        column.addWidget(self._words)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, words: str) -> None:
        """Nothing was found for these words."""
        self._words.setText(self.tr("Nothing was found for “{0}”").format(words.strip()))

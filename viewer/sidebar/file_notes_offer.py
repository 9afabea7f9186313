"""A quiet line over the notes: the file holds some of its own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from viewer.file_notes import FileNotes
from viewer.words import counted


class FileNotesOffer(QWidget):
    """Shown while the file holds notes that are not the reader's own yet."""

    asked = Signal()  # to show them

    def __init__(self, file_notes: FileNotes, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file_notes = file_notes
        self.words = QLabel(self)
        self.words.setObjectName("softText")
        self.words.setWordWrap(True)
        self.button = QPushButton(self.tr("Show Them"), self)
        self.button.setObjectName("link")
        self.button.clicked.connect(self.asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        file_notes.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        number = len(self._file_notes.offered())
        one = self.tr("This file holds a note of its own.")
        self.words.setText(counted(number, one, self.tr("This file holds {0} notes of its own.")))
        self.setVisible(number > 0)

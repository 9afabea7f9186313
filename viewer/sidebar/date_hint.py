"""How a date is understood while it is typed; where it may mean two days, the reader chooses."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from library.citing.dates import Manner, date_words
from library.model.date_readings import readings
from library.model.dates import read_date


class DateHint(QWidget):
    chosen = Signal(str)  # EDTF: the reading that is meant

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel()
        self.words.setObjectName("soft")
        self.words.setWordWrap(True)
        self.buttons: list[QPushButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.words)

    def show_date(self, shown: str) -> None:
        for button in self.buttons:
            button.deleteLater()
        self.buttons = []
        edtf, possible = read_date(shown).edtf if shown.strip() else None, readings(shown)
        if not shown.strip():
            self.words.setText("")
        elif edtf is None and len(possible) > 1:
            self.words.setText(self.tr("Which date is meant?"))
            for each in possible:
                self._offer(each)
        elif edtf is None:
            self.words.setText(self.tr("Kept as it is written; it is not understood as a date."))
        else:
            self.words.setText(
                self.tr("Understood as {0} ({1})").format(date_words(edtf, Manner.PLAIN), edtf)
            )

    def _offer(self, edtf: str) -> None:
        button = QPushButton(date_words(edtf, Manner.PLAIN) or edtf)
        button.setObjectName("link")
        button.setAutoDefault(False)
        # A button that took the keyboard would end the editing of the field.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.chosen.emit(edtf))
        self.buttons.append(button)
        self._column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

"""What stands in the place of the table where there is nothing to show."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from viewer.icons import icon

_SIGN, _WIDTH = 56, 420  # px


class EmptyState(QWidget):
    """A sign, a title, a sentence that says what to do, and a button that does it."""

    asked = Signal()  # the button

    def __init__(self, sign: str, button: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign_name = sign
        self._sign = QLabel()
        self._title = self._label("title")
        self._words = self._label("emptyState")
        self._words.setFixedWidth(_WIDTH)
        self.button = QPushButton(button)
        self.button.clicked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for widget in (self._sign, self._title, self._words):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
        self._draw_sign()

    def say(self, title: str, words: str) -> None:
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._fit_words()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_sign()
        elif event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._fit_words()

    def _fit_words(self) -> None:
        # A label in the middle of its row is not asked how high its wrapped lines are.
        self._words.ensurePolished()
        self._words.setFixedHeight(max(1, self._words.heightForWidth(_WIDTH)))

    def _label(self, name: str) -> QLabel:
        label = QLabel()
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(name != "title")
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _draw_sign(self) -> None:
        size = QSize(_SIGN, _SIGN)
        self._sign.setPixmap(icon(self._sign_name).pixmap(size, self.devicePixelRatioF()))

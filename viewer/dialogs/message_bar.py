"""A sentence that slides in under the toolbar instead of a dialog in the way."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPropertyAnimation, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from viewer.fields import hairline
from viewer.icons import icon

_NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX, which PySide does not name


class MessageBar(QFrame):
    """One message at a time; it stays until it is closed or the next one comes."""

    def __init__(self, parent: QWidget | None = None, *, closable: bool = True) -> None:
        """What is not `closable` stays until the program takes it away."""
        super().__init__(parent)
        self._closable = closable
        self.setObjectName("paper")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._act: Callable[[], None] | None = None
        self._sentence = QLabel()
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._button.clicked.connect(self._do_it)
        self._sign = QLabel()
        self._slide = QPropertyAnimation(self, b"maximumHeight", self)
        self._slide.finished.connect(self._come_to_rest)
        self._lay_out()
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said now; "" for nothing."""
        return self._sentence.text() if not self.isHidden() else ""

    @property
    def action(self) -> Callable[[], None] | None:
        """What its button does; None where it has none."""
        return self._act

    def say(
        self, sentence: str, action_text: str = "", action: Callable[[], None] | None = None
    ) -> None:
        """Show a sentence, perhaps with something to do about it ("Try again")."""
        self._sentence.setText(sentence)
        self._act = action
        self._button.setText(action_text)
        self._button.setVisible(action is not None)
        self.setAccessibleName(sentence)
        if self.isHidden():
            self._come_in()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def close_message(self) -> None:
        """Take the sentence away."""
        self._slide.stop()
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._closable:
            self.close_message()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw_sign()

    def _lay_out(self) -> None:
        close = QToolButton()
        close.setIcon(icon("x"))
        close.setToolTip(self.tr("Close this message"))
        close.setAccessibleName(self.tr("Close this message"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.close_message)
        self._draw_sign()
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._button, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignVCenter)
        close.setVisible(self._closable)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(hairline())

    def _draw_sign(self) -> None:
        ratio = self.devicePixelRatioF()
        pixmap = icon("circle-alert").pixmap(QSize(18, 18), ratio)
        self._sign.setPixmap(pixmap)

    def _come_in(self) -> None:
        length = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        self._slide.stop()
        self.setMaximumHeight(0 if length else _NO_LIMIT)
        self.show()
        if length:
            self._slide.setDuration(length)
            self._slide.setStartValue(0)
            self._slide.setEndValue(self.sizeHint().height())
            self._slide.start()

    def _come_to_rest(self) -> None:
        self.setMaximumHeight(_NO_LIMIT)  # a longer sentence may need more lines

    def _do_it(self) -> None:
        act = self._act
        if self._closable:
            self.close_message()
        if act is not None:
            act()

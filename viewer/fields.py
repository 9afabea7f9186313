"""A label over a value, as the record's form sets it: small and soft over ink.

Values are plain text that can be selected by mouse and keyboard, and that break
anywhere, so that a long address never makes a panel wider.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QTextEdit, QVBoxLayout, QWidget

from viewer.theme import tokens


class Value(QTextEdit):
    """Text to read and to copy; as high as it needs to be."""

    def __init__(self, text: str, name: str, parent: QWidget | None = None) -> None:
        """`name` is what a screen reader calls the value: its label."""
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("QTextEdit { background: transparent; }")
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setPlainText(text)
        self.setAccessibleName(name)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def sizeHint(self) -> QSize:
        return QSize(240, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self._let_go()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the panel around it scrolls

    def _fit(self) -> None:
        self.setFixedHeight(max(1, round(self.document().size().height() + 0.49)))

    def _let_go(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)


class LinkValue(Value):
    """An address.  A click or Enter asks; nothing opens by itself."""

    asked = Signal(str)

    def __init__(self, address: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(address, name, parent)
        self._address = address
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self._colour()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.asked.emit(self._address)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked.emit(self._address)
        else:
            super().keyPressEvent(event)

    def _colour(self) -> None:
        accent = QTextCharFormat()
        accent.setForeground(QColor(tokens(self.palette()).accent))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeCharFormat(accent)


class Field(QWidget):
    """A label over a value, and perhaps a soft remark under it."""

    def __init__(
        self, label: str, value: Value, remark: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.label, self.value = label, value
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(field_label(label))
        column.addWidget(value)
        if remark:
            column.addWidget(field_label(remark))


def field_label(text: str) -> QLabel:
    """A small soft label."""
    label = QLabel(text)
    label.setObjectName("fieldLabel")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
    return label


def title_value(text: str, name: str) -> Value:
    """A title, in the reading face."""
    title = Value(text, name)
    title.setStyleSheet(
        "QTextEdit { background: transparent; font-family: 'Gentium Plus';"
        " font-size: 17px; font-weight: 600; }"
    )
    return title


def hairline() -> QFrame:
    line = QFrame()
    line.setObjectName("hairline")
    return line

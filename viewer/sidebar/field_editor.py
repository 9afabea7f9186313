"""The place where a field of the record is written: a line, or several where it has several."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from library.model.record_fields import Values, kind_of
from viewer.fields import field_label
from viewer.sidebar.date_hint import DateHint

_ROOM = 24  # px around the lines
_MOST_LINES = 8
_WORDY = ("summary", "citation", "credits", "description")


class FieldEditor(QWidget):
    """Enter or leaving keeps what is written, Escape drops it."""

    kept = Signal(tuple)  # Values
    dropped = Signal()

    def __init__(self, field: str, label: str, values: Values) -> None:
        super().__init__()
        self._field = field
        self._many = kind_of(field).many
        self._chosen: str | None = None  # the reading of a date
        self._is_over = False
        self.text = _Lines(self._many or field in _WORDY)
        self.text.setAccessibleName(label)
        self.text.setPlainText("\n".join(values if self._many else values[:1]))
        self.hint = DateHint()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.text)
        if self._many:
            column.addWidget(field_label(self.tr("One on each line. Ctrl+Enter keeps them.")))
        self.text.done.connect(self.keep)
        self.text.given_up.connect(self._drop)
        if field == "date":
            column.addWidget(self.hint)
            self.hint.chosen.connect(self._choose)
            self.text.textChanged.connect(self._read_date)
            self._read_date()

    def begin(self) -> None:
        self.text.setFocus()
        self.text.selectAll()

    def values(self) -> Values:
        written = self.text.toPlainText()
        lines = written.splitlines() if self._many else [written]
        values = tuple(value for line in lines if (value := " ".join(line.split())))
        return (*values, self._chosen) if values and self._chosen else values

    def keep(self) -> None:
        if not self._is_over:
            self._is_over = True
            self.kept.emit(self.values())

    def _drop(self) -> None:
        if not self._is_over:
            self._is_over = True
            self.dropped.emit()

    def _choose(self, edtf: str) -> None:
        self._chosen = edtf
        self.keep()

    def _read_date(self) -> None:
        self._chosen = None
        self.hint.show_date(self.text.toPlainText())


class _Lines(QPlainTextEdit):
    """As high as what is written; where it is one line only, Enter is the end of it."""

    done = Signal()
    given_up = Signal()

    def __init__(self, has_lines: bool) -> None:  # noqa: FBT001 - what it is
        super().__init__()
        self.setObjectName("field")
        self.setTabChangesFocus(True)
        self._has_lines = has_lines
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        is_end = not self._has_lines or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        elif is_enter and is_end:
            self.done.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.done.emit()

    def _fit(self) -> None:
        written = max(round(self.document().size().height()), 1)
        lines = min(written, _MOST_LINES)
        policies = Qt.ScrollBarPolicy
        fits = written <= _MOST_LINES
        self.setVerticalScrollBarPolicy(
            policies.ScrollBarAlwaysOff if fits else policies.ScrollBarAsNeeded
        )
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + _ROOM)

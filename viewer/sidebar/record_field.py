"""A field of the record: read, and written in its place."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QEnterEvent, QIcon, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from library.model.record_fields import Values
from viewer.fields import Value, field_label
from viewer.icons import icon
from viewer.sidebar.field_editor import FieldEditor


class RecordFieldView(QWidget):
    """A label with a pencil, the value, and below it small what the archive says otherwise."""

    said = Signal(str, tuple)  # field, Values
    let_go = Signal(str)  # field: what was read is to hold again
    editing_ended = Signal()

    def __init__(
        self,
        field: str,
        value: Value,
        values: Values,
        *,
        remark: str = "",
        read: Values | None = None,
    ) -> None:
        """`values` are those to write; `read` are the archive's, where the reader says others."""
        super().__init__()
        self.field, self.value, self._values = field, value, values
        self.label = value.accessibleName()
        self.editor: FieldEditor | None = None
        self.pencil = self._make_pencil()
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(field_label(self.label))
        head.addWidget(self.pencil)
        head.addStretch()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addLayout(head)
        self._column.addWidget(value)
        if remark:
            self._column.addWidget(field_label(remark))
        if read is not None:
            self._add_read(read)
        value.viewport().installEventFilter(self)
        value.installEventFilter(self)

    def edit(self) -> None:
        """Write it, here."""
        if self.editor is not None:
            return
        self.editor = FieldEditor(self.field, self.label, self._values)
        self.editor.kept.connect(self._keep)
        self.editor.dropped.connect(self._end)
        self.value.hide()
        self._column.insertWidget(1, self.editor)
        self.editor.begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonDblClick and isinstance(event, QMouseEvent):
            self.edit()
            return True
        if (
            watched is self.value
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_F2
        ):
            self.edit()
            return True
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.pencil.setIcon(icon("pencil"))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.pencil.setIcon(QIcon())

    def _keep(self, values: Values) -> None:
        self._end()
        if values != self._values:
            self.said.emit(self.field, values)

    def _end(self) -> None:
        editor, self.editor = self.editor, None
        if editor is not None:
            self._column.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
            self.value.show()
            self.value.setFocus()
            self.editing_ended.emit()

    def _make_pencil(self) -> QToolButton:
        """Seen where the pointer is; the keyboard reaches it always."""
        pencil = QToolButton()
        pencil.setObjectName("smallButton")
        pencil.setAccessibleName(self.tr("Edit: {0}").format(self.label))
        pencil.setToolTip(self.tr("Edit (F2)"))
        pencil.clicked.connect(self.edit)
        return pencil

    def _add_read(self, read: Values) -> None:
        words = " · ".join(read) or self.tr("nothing")
        told = field_label(self.tr("The archive says: {0}").format(words))
        self.back = QPushButton(self.tr("Back to it"))
        self.back.setObjectName("link")
        self.back.setAccessibleName(self.tr("Back to what the archive says: {0}").format(words))
        self.back.setCursor(Qt.CursorShape.PointingHandCursor)
        self.back.clicked.connect(lambda: self.let_go.emit(self.field))
        self._column.addWidget(told)
        self._column.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)


def caption(text: str) -> QLabel:
    label = field_label(text)
    label.setAccessibleName(text)
    return label

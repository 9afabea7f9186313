"""Asks for the password of a protected file."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from viewer.dialogs.sheet import Sheet
from viewer.fields import title_value


class PasswordDialog(Sheet):
    """One field, which can be read while it is typed."""

    def __init__(
        self,
        file_name: str,
        wrong: bool = False,  # noqa: FBT001, FBT002 - whether the last one did not open it
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(400, parent)
        self.setWindowTitle(self.tr("Password"))
        self._file_name = file_name
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(self.tr("Password of {name}").format(name=file_name))
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.field.textChanged.connect(self._allow)
        self._lay_out(self._sentence(wrong=wrong))
        self._allow("")

    def ask(self) -> str | None:
        """The password, None where the reader thought better of it."""
        accepted = self.exec() == QDialog.DialogCode.Accepted
        return self.field.text() if accepted else None

    def _sentence(self, *, wrong: bool) -> str:
        if wrong:
            return self.tr("That password does not open this file. Please try another one.")
        return self.tr("This file is protected. Its password is needed to open it.")

    def _lay_out(self, sentence: str) -> None:
        words = QLabel(sentence)
        words.setObjectName("softText")
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(12)
        title = title_value(self._file_name, self.tr("File"))
        title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        column.addWidget(title)
        column.addWidget(words)
        column.addWidget(self.field)
        column.addWidget(self._show_box())
        column.addSpacing(8)
        column.addWidget(self.buttons)
        self.field.setFocus()

    def _show_box(self) -> QCheckBox:
        box = QCheckBox(self.tr("Show password"))
        mode = QLineEdit.EchoMode
        box.toggled.connect(
            lambda shown: self.field.setEchoMode(mode.Normal if shown else mode.Password)
        )
        return box

    def _allow(self, text: str) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Open).setEnabled(bool(text))

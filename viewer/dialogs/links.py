"""Asks before an address is opened outside the program."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from viewer.dialogs.sheet import Sheet
from viewer.fields import Value

ALLOWED = ("http", "https", "mailto")


def may_open(address: str) -> bool:
    """Whether an address is of a kind that is ever opened."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().lower() not in ALLOWED:
        return False
    return bool(url.path() if url.scheme().lower() == "mailto" else url.host())


def ask_to_open_link(parent: QWidget | None, address: str) -> bool:
    """Show the address in full; True where the reader wants it opened."""
    dialog = LinkDialog(address, parent)
    return dialog.exec() == QDialog.DialogCode.Accepted and may_open(address)


class LinkDialog(Sheet):
    """The question, or the sentence that says why there is none."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(460, parent)
        self.setWindowTitle(self.tr("Open address"))
        self.buttons = QDialogButtonBox()
        sentence = self._offer() if may_open(address) else self._refuse()
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        words = QLabel(sentence)
        words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(12)
        column.addWidget(words)
        column.addWidget(Value(address, self.tr("Address")))
        column.addSpacing(8)
        column.addWidget(self.buttons)
        self.buttons.buttons()[0].setFocus()

    def _offer(self) -> str:
        role = QDialogButtonBox.ButtonRole
        self.buttons.addButton(self.tr("Open in browser"), role.AcceptRole)
        self.buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        return self.tr("This address leads out of Diptych. Open it in your browser?")

    def _refuse(self) -> str:
        self.buttons.addButton(QDialogButtonBox.StandardButton.Close)
        return self.tr(
            "Diptych opens only web and mail addresses, so this one stays closed. "
            "You can still copy it."
        )

"""Where tags are given to notes and documents, and taken from them: tick, or type a new one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from library.model.folding import fold

_STATE = Qt.CheckState


class Tagged(Protocol):
    """A note, or a document."""

    @property
    def tags(self) -> Sequence[str]: ...


class TagsDialog(QDialog):
    """All tags, ticked where all the notes have them, half where some do."""

    def __init__(
        self, notes: Sequence[Tagged], known: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tags"))
        self.resize(300, 380)
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Type a tag and press Enter"))
        self.field.setAccessibleName(self.tr("Find or add a tag"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Tags"))
        self._before = {tag: _state(tag, notes) for tag in _all(notes, known)}
        for tag, state in self._before.items():
            self._add(tag, state)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for part in (self.field, self.list, buttons):
            column.addWidget(part)
        self.field.textChanged.connect(self._filter)
        self.field.setFocus()

    @property
    def added(self) -> tuple[str, ...]:
        """The tags that all the notes are to have now, and did not before."""
        return tuple(tag for tag, now in self._changed() if now is _STATE.Checked)

    @property
    def removed(self) -> tuple[str, ...]:
        """The tags that none of the notes is to have any more."""
        return tuple(tag for tag, now in self._changed() if now is _STATE.Unchecked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.field.text().strip():
            self._take_typed()
        elif event.key() == Qt.Key.Key_Down and self.field.hasFocus():
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def _changed(self) -> list[tuple[str, Qt.CheckState]]:
        items = (self.list.item(row) for row in range(self.list.count()))
        now = [(item.text(), item.checkState()) for item in items]
        return [(t, state) for t, state in now if self._before.get(t, _STATE.Unchecked) != state]

    def _take_typed(self) -> None:
        """Tick the tag of this name; make it where there is none."""
        name = " ".join(self.field.text().split())
        found = [row for row in range(self.list.count()) if fold(self._text(row)) == fold(name)]
        item = self.list.item(found[0]) if found else self._add(name, _STATE.Unchecked)
        item.setCheckState(_STATE.Checked)
        self.field.clear()
        self.list.scrollToItem(item)

    def _add(self, tag: str, state: Qt.CheckState) -> QListWidgetItem:
        item = QListWidgetItem(tag, self.list)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(state)
        return item

    def _filter(self, typed: str) -> None:
        sought = fold(typed).strip()
        for row in range(self.list.count()):
            self.list.setRowHidden(row, sought not in fold(self._text(row)))

    def _text(self, row: int) -> str:
        return self.list.item(row).text()


def _all(notes: Sequence[Tagged], known: Sequence[str]) -> list[str]:
    """Those of the notes first."""
    own = sorted({tag for note in notes for tag in note.tags}, key=str.casefold)
    return [*own, *(tag for tag in sorted(known, key=str.casefold) if tag not in own)]


def _state(tag: str, notes: Sequence[Tagged]) -> Qt.CheckState:
    having = sum(tag in note.tags for note in notes)
    if not having:
        return _STATE.Unchecked
    return _STATE.Checked if having == len(notes) else _STATE.PartiallyChecked

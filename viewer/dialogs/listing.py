"""A list in groups that can be searched, with what can be done to the rows below it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.dialogs.listing_model import Entry, Listed, ListingModel
from viewer.dialogs.listing_table import ListingTable

_FEW = 200  # keys that no set can hold


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done to the chosen rows; their keys are handed over."""

    text: str
    run: Callable[[list[Any]], None]
    alone: bool = False  # for one row at a time
    suits: Callable[[Any], bool] = lambda _key: True  # a row


class ListingDialog(QDialog):
    """Shows entries; Enter or a double click does the first of the deeds."""

    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        """Give it a title by `entitle`, and deeds by `add_deed`."""
        super().__init__(parent)
        self.resize(600, 640)
        self.filter = self._make_filter()
        self.model = ListingModel(self)
        self.table = ListingTable(self.model)
        self.empty = QLabel()
        self.empty.setObjectName("emptyState")
        self.empty.setWordWrap(True)
        self._told = QLabel()
        self._told.setObjectName("softText")
        self._told.setWordWrap(True)
        self._told.hide()
        self._deeds: list[Deed] = []
        self._buttons: list[QPushButton] = []
        self._row = QHBoxLayout()
        self._lay_out()
        self.table.doubleClicked.connect(lambda _: self._do_first())
        self.table.chosen_changed.connect(self._show_buttons)
        self.table.chosen_changed.connect(self.chosen_changed)
        self.table.typed.connect(self._filter_further)
        self.filter.setFocus()

    def entitle(self, title: str, empty: str) -> None:
        """`empty` is the sentence shown where there is nothing to list."""
        self.setWindowTitle(title)
        self.filter.setAccessibleName(self.tr("Filter: {0}").format(title))
        self.table.setAccessibleName(title)
        self.empty.setText(empty)

    def explain(self, sentence: str) -> None:
        """Say what the list is, over it."""
        self._told.setText(sentence)
        self._told.show()

    def add_deed(self, deed: Deed) -> None:
        """A button below the list; the first deed is what Enter does."""
        button = self.add_button(deed.text, lambda: self._do(deed))
        self._deeds.append(deed)
        self._buttons.append(button)
        self._show_buttons()

    def add_button(self, text: str, does: Callable[[], None]) -> QPushButton:
        """One that has nothing to do with the chosen rows."""
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: does())
        self._row.insertWidget(self._row.count() - 2, button)
        return button

    def show_entries(self, entries: Iterable[Entry]) -> None:
        """Show these rows in the place of those that are shown."""
        self.show_listed(Listed(entries))

    def show_listed(self, listed: Listed) -> None:
        """As `show_entries`, of many that were gone through beside the window."""
        chosen, at = self.chosen(), self.table.verticalScrollBar().value()
        self.table.make_room_for(listed.entries())
        self.model.show_listed(listed, self.filter.text())
        self._choose_again(chosen)
        self.table.verticalScrollBar().setValue(at)
        self.empty.setVisible(self.model.is_empty)
        self._show_buttons()

    def chosen(self) -> list[Any]:
        """The keys of the rows that are selected and shown."""
        return [entry.key for entry in self.table.chosen()]

    def choose(self, suits: Callable[[Entry], bool]) -> None:
        """Choose the shown rows that suit, and nothing else."""
        self.table.choose(suits)

    def _choose_again(self, keys: Sequence[Any]) -> None:
        try:
            known: Collection[Any] = frozenset(keys)
        except TypeError:  # looked for one by one
            known = keys[:_FEW]
        if known:
            self.table.choose(lambda entry: entry.key in known)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen():
            self._do_first()
        elif event.key() == Qt.Key.Key_Down and self.filter.hasFocus():
            self.table.setFocus()
            if not self.chosen():
                self.table.choose_rows(self.model.rows(lambda _: True)[:1])
        else:
            super().keyPressEvent(event)

    def _do_first(self) -> None:
        if self._deeds:
            self._do(self._deeds[0])

    def _do(self, deed: Deed) -> None:
        chosen = self.chosen()
        if self._can_do(deed, chosen):
            deed.run(chosen)

    def _can_do(self, deed: Deed, chosen: Sequence[Any]) -> bool:
        few = len(chosen) == 1 or (len(chosen) > 1 and not deed.alone)
        return few and all(map(deed.suits, chosen))

    def _show_buttons(self) -> None:
        chosen = self.chosen()
        for button, deed in zip(self._buttons, self._deeds, strict=True):
            button.setEnabled(self._can_do(deed, chosen))

    # --- Making ----------------------------------------------------------------------

    def _make_filter(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Type to filter"))
        field.setClearButtonEnabled(True)
        field.textChanged.connect(self._show_matches)
        return field

    def _lay_out(self) -> None:
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        self._row.addStretch()
        self._row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(12)
        column.addWidget(self._told)
        column.addWidget(self.filter)
        column.addWidget(self.empty)
        column.addWidget(self.table, 1)
        column.addLayout(self._row)

    def _show_matches(self, text: str) -> None:
        chosen = self.chosen()
        self.model.show_matches(text)
        self._choose_again(chosen)
        self._show_buttons()

    def _filter_further(self, letters: str) -> None:
        self.filter.setFocus()
        self.filter.end(False)
        self.filter.insert(letters)

"""Which documents of the table are chosen, whatever becomes of its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange

from viewer.shelf.shelf_model import ShelfModel
from viewer.shelf.shelf_table import ShelfTable


class Choice:
    """The chosen documents by their ids."""

    def __init__(self, table: ShelfTable, model: ShelfModel) -> None:
        self._table = table
        self._model = model

    def ids(self) -> list[str]:
        """From top to bottom."""
        rows = sorted(index.row() for index in self._table.selectionModel().selectedRows())
        return [self._model.entry(row).id for row in rows]

    def current(self) -> str:
        """The document that has the keyboard; "" for none."""
        index = self._table.currentIndex()
        return self._model.entry(index.row()).id if index.isValid() else ""

    def keep_through(self, change: Callable[[], None]) -> None:
        """Change the rows; what is chosen stays chosen, where it is still there."""
        chosen, current = self.ids(), self.current()
        change()
        self._choose(self._model.rows_of([current]), self._model.rows_of(chosen))

    def _choose(self, current: Sequence[int], rows: Sequence[int]) -> None:
        choice, flags = self._table.selectionModel(), QItemSelectionModel.SelectionFlag
        for row in current:
            choice.setCurrentIndex(self._model.index(row, 0), flags.NoUpdate)
        selection, last = QItemSelection(), self._model.columnCount() - 1
        for first, final in _runs(rows):
            top, bottom = self._model.index(first, 0), self._model.index(final, last)
            selection.append(QItemSelectionRange(top, bottom))
        choice.select(selection, flags.Select)


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of each unbroken run of rows."""
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        members = [row for _, row in run]
        yield members[0], members[-1]

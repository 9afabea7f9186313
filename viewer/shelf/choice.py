"""Which documents of the table are chosen, by their numbers, whatever becomes of its lines."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QItemSelectionRange

from viewer.shelf.columns import COLUMNS
from viewer.shelf.shelf_model import ShelfModel
from viewer.shelf.shelf_table import ShelfTable


@dataclass(frozen=True, slots=True)
class Chosen:
    """Places in an arrangement."""

    runs: Sequence[tuple[int, int]] = ()  # first and last of each, from top to bottom
    current: int | None = None


class Choice:
    """Reads and sets what is chosen; as quick for a million lines as for ten."""

    def __init__(self, table: ShelfTable, model: ShelfModel) -> None:
        self._table = table
        self._model = model

    def numbers(self) -> array[int]:
        """From top to bottom."""
        numbers, lines = array("q"), self._model.lines
        selection = self._table.selectionModel().selection()
        found = (selection.at(n) for n in range(selection.size()))
        ranges = sorted(found, key=lambda each: each.top())
        for each in ranges:
            for places in lines.places(each.top(), min(each.bottom(), len(lines) - 1)):
                numbers.extend(lines.numbers[places.start : places.stop])
        return numbers

    def current(self) -> int | None:
        """The document that has the keyboard."""
        index = self._table.currentIndex()
        return self._model.lines.number(index.row()) if index.isValid() else None

    def is_empty(self) -> bool:
        return not self._table.selectionModel().hasSelection()

    def choose(self, chosen: Chosen) -> None:
        """Choose these and nothing else."""
        choice, flags = self._table.selectionModel(), QItemSelectionModel.SelectionFlag
        lines = self._model.lines
        line = None if chosen.current is None else lines.line(chosen.current)
        if line is not None:
            choice.setCurrentIndex(self._model.index(line, self._column()), flags.NoUpdate)
        selection, last = QItemSelection(), len(COLUMNS) - 1
        for run in chosen.runs:
            for first, final in lines.spans(*run):
                top, bottom = self._model.index(first, 0), self._model.index(final, last)
                selection.append(QItemSelectionRange(top, bottom))
        choice.select(selection, flags.ClearAndSelect)

    def choose_first(self) -> None:
        """Where nothing is chosen, the first document is."""
        lines = self._model.lines
        first = next((n for n in range(min(len(lines), 2)) if lines.place(n) is not None), None)
        if self.is_empty() and first is not None:
            here = self._table.currentIndex().row()
            line = here if here >= 0 and lines.place(here) is not None else first
            self._table.setCurrentIndex(self._model.index(line, self._column()))

    def _column(self) -> int:
        return self._table.header.logicalIndex(0)


def chosen_in(numbers: Sequence[int], wanted: Set[int], current: int | None) -> Chosen:
    """Where documents stand in a new order."""
    if not wanted and current is None:
        return Chosen()
    places = [n for n, number in enumerate(numbers) if number in wanted]
    here = next((n for n, number in enumerate(numbers) if number == current), None)
    return Chosen(tuple(_runs(places)), here)


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """First and last of each unbroken run of rows."""
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        members = [row for _, row in run]
        yield members[0], members[-1]

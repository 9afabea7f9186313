"""The library's documents as a table that sorts and filters itself.

Ten thousand rows are put in order by Python's own sort, once for each column; asked one
comparison at a time, as `QSortFilterProxyModel` does, each sort takes two seconds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from library.model.dates import sort_key
from library.model.folding import fold
from library.model.reading import ShelfEntry
from viewer.clock import Clock
from viewer.shelf.wording import language_names, when

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole  # ShelfEntry
_NOWHERE = QModelIndex()
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    TITLE = 0
    DATE = 1
    LANGUAGE = 2
    PAGES = 3
    NOTES = 4
    LAST_READ = 5
    ADDED = 6


COUNTS = (Column.PAGES, Column.NOTES)  # set to the right


@dataclass(frozen=True, slots=True)
class _Row:
    entry: ShelfEntry
    title: str  # folded
    languages: str
    words: str  # what the filter looks in, folded


class ShelfModel(QAbstractTableModel):
    """The documents that match the filter, in the order asked for."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._all: list[_Row] = []
        self._rows: list[_Row] = []
        # For each column the rows that have a value, in order, and those that have none.
        self._ascending: dict[Column, tuple[list[_Row], list[_Row]]] = {}
        self._wanted: tuple[str, ...] = ()
        self._column, self._order = Column.LAST_READ, Qt.SortOrder.DescendingOrder

    @property
    def total(self) -> int:
        """How many documents there are, shown or not."""
        return len(self._all)

    def show_entries(self, entries: Sequence[ShelfEntry]) -> None:
        known = {row.entry.id: row for row in self._all}
        rows = [_row(entry, known.get(entry.id)) for entry in entries]
        self.beginResetModel()
        self._all = sorted(rows, key=lambda row: row.title)
        self._ascending.clear()
        self._arrange()
        self.endResetModel()

    def filter(self, text: str) -> None:
        """Show only the documents in which all of these words occur."""
        self.beginResetModel()
        self._wanted = tuple(fold(text).split())
        self._arrange()
        self.endResetModel()

    def entry(self, row: int) -> ShelfEntry:
        return self._rows[row].entry

    def rows_of(self, document_ids: Iterable[str]) -> list[int]:
        """The rows in which these documents are shown, from top to bottom."""
        wanted = set(document_ids)
        return [n for n, row in enumerate(self._rows) if row.entry.id in wanted]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._shown(row, column)
        if role == ENTRY:
            return row.entry
        if role == Qt.ItemDataRole.ToolTipRole and column is Column.TITLE:
            return row.entry.title
        if role == Qt.ItemDataRole.TextAlignmentRole and column in COUNTS:
            return _RIGHT
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in COUNTS:
            return _RIGHT
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._order = Column(max(0, column)), order
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        held = [(self.entry(index.row()).id, index.column()) for index in before]
        self._arrange()
        places = {row.entry.id: n for n, row in enumerate(self._rows)}
        after = [self.index(places[key], column) for key, column in held]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _arrange(self) -> None:
        """Put the rows that match in order; those without a value come last."""
        full, empty = self._in_order(self._column)
        down = self._order == Qt.SortOrder.DescendingOrder
        rows = [*(reversed(full) if down else full), *empty]
        self._rows = [row for row in rows if self._matches(row)] if self._wanted else rows

    def _in_order(self, column: Column) -> tuple[list[_Row], list[_Row]]:
        if column not in self._ascending:
            empty = [row for row in self._all if _is_empty(row, column)]
            full = [row for row in self._all if not _is_empty(row, column)]
            self._ascending[column] = sorted(full, key=_KEYS[column]), empty
        return self._ascending[column]

    def _matches(self, row: _Row) -> bool:
        return all(word in row.words for word in self._wanted)

    def _shown(self, row: _Row, column: Column) -> str:
        entry = row.entry
        if column is Column.LAST_READ:
            return when(entry.last_read, self._clock())
        if column is Column.ADDED:
            return when(entry.added, self._clock())
        return {
            Column.TITLE: entry.title,
            Column.DATE: entry.date.shown if entry.date else "",
            Column.LANGUAGE: row.languages,
            Column.PAGES: str(entry.pages or ""),
            Column.NOTES: str(entry.notes or ""),
        }[column]

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Title"),
            self.tr("Date"),
            self.tr("Language"),
            self.tr("Pages"),
            self.tr("Notes"),
            self.tr("Last read"),
            self.tr("Added"),
        )


_KEYS: dict[Column, Callable[[_Row], Any]] = {
    Column.TITLE: lambda row: row.title,
    Column.DATE: lambda row: sort_key(row.entry.date),
    Column.LANGUAGE: lambda row: row.languages,
    Column.PAGES: lambda row: row.entry.pages,
    Column.NOTES: lambda row: row.entry.notes,
    Column.LAST_READ: lambda row: row.entry.last_read or _LONG_AGO,
    Column.ADDED: lambda row: row.entry.added,
}


def _row(entry: ShelfEntry, known: _Row | None) -> _Row:
    if known is not None and known.entry == entry:
        return known
    languages = language_names(entry.languages)
    date = entry.date.shown if entry.date else ""
    return _Row(entry, fold(entry.title), languages, fold(f"{entry.title}\n{date}\n{languages}"))


def _is_empty(row: _Row, column: Column) -> bool:
    entry = row.entry
    match column:
        case Column.DATE:
            return entry.date is None or entry.date.edtf is None
        case Column.LANGUAGE:
            return not row.languages
        case Column.LAST_READ:
            return entry.last_read is None
    return False

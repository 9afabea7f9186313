"""The library's documents as a table that sorts and filters itself.

Ten thousand rows are put in order by Python's own sort, once for each column; asked one
comparison at a time, as `QSortFilterProxyModel` does, each sort takes two seconds.  What rows
are sorted and filtered by is made ready a few rows at a time, between the reader's acts.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
)

from library.model.folding import fold
from library.model.reading import ShelfEntry
from viewer.clock import Clock
from viewer.icons import icon
from viewer.shelf.rows import KEYS, Column, Row, parted, row_of
from viewer.shelf.wording import when

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole  # ShelfEntry
_NOWHERE = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_COLUMNS = len(Column)
COUNTS = (Column.PAGES, Column.NOTES, Column.CHECKED)  # set to the right
AT_ONCE = 200  # rows made ready in one go: some 4 ms


class ShelfModel(QAbstractTableModel):
    """The documents that match the filter, in the order asked for."""

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._all: list[Row] = []
        self._rows: list[Row] = []
        # For each column the rows that have a value, in order, and those that have none.
        self._ascending: dict[Column, tuple[list[Row], list[Row]]] = {}
        self._wanted: tuple[str, ...] = ()
        self._column, self._order = Column.LAST_READ, Qt.SortOrder.DescendingOrder
        self._unready: list[Row] = []
        self._preparing = QTimer(self, interval=0)
        self._preparing.timeout.connect(self._prepare)

    @property
    def total(self) -> int:
        """How many documents there are, shown or not."""
        return len(self._all)

    def show_entries(self, entries: Sequence[ShelfEntry]) -> None:
        known = {row.entry.id: row for row in self._all}
        self.beginResetModel()
        # By title where the column says nothing else; folding ten thousand would take too long.
        rows = (row_of(entry, known.get(entry.id)) for entry in entries)
        self._all = sorted(rows, key=lambda row: row.rough_key)
        self._ascending.clear()
        self._arrange()
        self.endResetModel()
        self._unready = [row for row in self._all if not row.is_ready]
        if self._unready:
            self._preparing.start()

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
        return 0 if parent.isValid() else _COLUMNS

    def index(self, row: int, column: int = 0, _parent: Index = _NOWHERE) -> QModelIndex:
        """Qt's own would ask for the number of rows and columns each time."""
        there = 0 <= row < len(self._rows) and 0 <= column < _COLUMNS
        return self.createIndex(row, column) if there else QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _RIGHT if column in COUNTS else None
            case _ if role == ENTRY:
                return row.entry
        return _of_title(row.entry, role) if column is Column.TITLE else None

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

    def _in_order(self, column: Column) -> tuple[list[Row], list[Row]]:
        if column not in self._ascending:
            full, empty = parted(self._all, column)
            self._ascending[column] = sorted(full, key=KEYS[column]), empty
        return self._ascending[column]

    def _prepare(self) -> None:
        for row in self._unready[-AT_ONCE:]:
            row.prepare()
        del self._unready[-AT_ONCE:]
        if not self._unready:
            self._preparing.stop()

    def _matches(self, row: Row) -> bool:
        return all(word in row.words for word in self._wanted)

    def _shown(self, row: Row, column: Column) -> str:
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
            Column.CHECKED: f"{entry.checked:.0%}" if entry.checked else "",
        }[column]

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Title"),
            self.tr("Date"),
            self.tr("Language"),
            self.tr("Pages"),
            self.tr("Notes"),
            self.tr("Checked"),
            self.tr("Last read"),
            self.tr("Added"),
        )


def _of_title(entry: ShelfEntry, role: int) -> object:
    if role == Qt.ItemDataRole.ToolTipRole:
        return entry.title
    starred = role == Qt.ItemDataRole.DecorationRole and entry.starred
    return icon("star") if starred else None

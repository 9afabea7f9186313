"""The documents on the shelf as a table of any length.

The order is an array of numbers.  What is shown of a document is asked for when its line is
looked at, a page at a time, and a line stays empty for the moment until it comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from library.model.reading import ShelfEntry
from library.shelving.answer import Arranged
from library.shelving.question import Column
from viewer.clock import Clock
from viewer.icons import icon
from viewer.shelf.carrying import DOCUMENTS
from viewer.shelf.cells import shown
from viewer.shelf.columns import COLUMNS
from viewer.shelf.entries import Entries
from viewer.shelf.lines import Lines
from viewer.shelf.naming import column_name, group_name
from viewer.shelf.wording import counted

Index = QModelIndex | QPersistentModelIndex
ENTRY = Qt.ItemDataRole.UserRole  # ShelfEntry | None
PAGE = 64  # lines asked for together
_NOWHERE = QModelIndex()
_ENABLED = Qt.ItemFlag.ItemIsEnabled
_DOCUMENT = _ENABLED | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled


class ShelfModel(QAbstractTableModel):
    """A line for each document, and one over each group."""

    wanted = Signal(list)  # numbers that are looked at and not here; answered by `take`

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self.lines = Lines()
        self.entries = Entries()
        self._group: Column | None = None
        self._seen: tuple[int, int] | None = None  # first and last line that lacked something
        self._asking = QTimer(self, interval=0, singleShot=True)
        self._asking.timeout.connect(self._ask)

    # --- What the shelf shows --------------------------------------------------------

    def show_arranged(self, arranged: Arranged, group: Column | None) -> None:
        """Show these documents in this order; folded groups stay folded."""
        folded = self.lines.folded if group is self._group else frozenset[str]()
        self.beginResetModel()
        self._group = group
        self.lines = Lines(arranged, folded)
        self._seen = None
        self.endResetModel()

    def fold(self, value: str) -> None:
        """Fold the group with this value, or unfold it."""
        self._fold(self.lines.folded ^ {value})

    def fold_all(self, *, folded: bool) -> None:
        every = frozenset(group.value for group in self.lines.groups)
        self._fold(every if folded else frozenset())

    def _fold(self, folded: frozenset[str]) -> None:
        self.beginResetModel()
        self.lines = Lines(Arranged(self.lines.numbers, self.lines.groups), folded)
        self.endResetModel()

    def take(self, found: Mapping[int, ShelfEntry | None]) -> None:
        """What is known of documents now; None for those that are gone."""
        self.entries.take(found)
        if self.lines:
            last = self.index(len(self.lines) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def age(self) -> None:
        """The library has changed: what is looked at is asked for anew."""
        self.entries.age()

    def entry(self, line: int) -> ShelfEntry | None:
        """The document of a line, as far as it is here; it is asked for where it is not."""
        number = self.lines.number(line)
        if number is None:
            return None
        if self.entries.needs(number):
            self._want(line)
        return self.entries.get(number)

    # --- For Qt ----------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def index(self, row: int, column: int = 0, _parent: Index = _NOWHERE) -> QModelIndex:
        """Qt's own would ask for the number of rows and columns each time."""
        there = 0 <= row < len(self.lines) and 0 <= column < len(COLUMNS)
        return self.createIndex(row, column) if there else QModelIndex()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _ENABLED if self.lines.heading(index.row()) else _DOCUMENT

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role not in _ASKED:
            return None
        column = COLUMNS[index.column()]
        if self.lines.heading(index.row()) is not None:
            is_words = role == Qt.ItemDataRole.DisplayRole and column is Column.TITLE
            return self.heading(index.row()) if is_words else None
        entry = self.entry(index.row())
        if entry is None or role == ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(entry, column)
        return _of_title(entry, role) if column is Column.TITLE else None

    def words(self, entry: ShelfEntry, column: Column) -> str:
        """What a column shows of a document."""
        return shown(entry, column, self._clock())

    def heading(self, line: int) -> str:
        """What stands over a group: its value, and how many documents are in it."""
        group = self.lines.heading(line)
        if group is None or self._group is None:
            return ""
        name = group_name(self._group, group.value)
        return f"{name} · {counted(group.count, group.count)}"

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        return column_name(COLUMNS[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def mimeTypes(self) -> list[str]:
        return [DOCUMENTS]

    def mimeData(self, _indexes: object) -> QMimeData:
        """That the chosen documents are carried; who takes them asks the table which."""
        data = QMimeData()
        data.setData(DOCUMENTS, b"")
        return data

    # --- Asking ----------------------------------------------------------------------

    def _want(self, line: int) -> None:
        first, last = self._seen or (line, line)
        self._seen = min(first, line), max(last, line)
        if not self._asking.isActive():
            self._asking.start()

    def _ask(self) -> None:
        if self._seen is None:
            return
        first, last = self._seen
        self._seen = None
        if last - first > 4 * PAGE:  # two places far apart: what is looked at now asks again
            first = last - PAGE
        top, bottom = first // PAGE * PAGE, min((last // PAGE + 1) * PAGE, len(self.lines)) - 1
        numbers = (self.lines.numbers[n] for each in self.lines.places(top, bottom) for n in each)
        missing = self._missing(numbers)
        if missing:
            self.wanted.emit(missing)

    def _missing(self, numbers: Iterable[int]) -> list[int]:
        return [number for number in numbers if self.entries.needs(number)]


_ASKED = frozenset(
    {
        *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole),
        *(Qt.ItemDataRole.DecorationRole, ENTRY),
    }
)


def _of_title(entry: ShelfEntry, role: int) -> object:
    if role == Qt.ItemDataRole.ToolTipRole:
        return entry.title
    starred = role == Qt.ItemDataRole.DecorationRole and entry.starred
    return icon("star") if starred else None

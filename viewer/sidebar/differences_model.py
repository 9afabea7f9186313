"""The differences of a text as a list, perhaps only those of one kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from library.model.difference import Difference, DifferenceKind
from viewer.reading import Reading
from viewer.sidebar.difference_wording import kind_name, surroundings, wording
from viewer.sidebar.naming import page_name

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    DIFFERENCE = Qt.ItemDataRole.UserRole  # Difference
    PAGE = Qt.ItemDataRole.UserRole + 1  # "Page 2", or ""
    AROUND = Qt.ItemDataRole.UserRole + 2  # "after “the harbour office”"


class DifferencesModel(QAbstractListModel):
    """Those of the text in front, in reading order."""

    def __init__(self, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._text = ""
        self._shown: Sequence[Difference] = ()
        self._readers: dict[int, Callable[[Difference], object]] = {
            Role.DIFFERENCE: lambda difference: difference,
            Role.PAGE: self._page_name,
            Role.AROUND: lambda difference: surroundings(difference, self._text),
            Qt.ItemDataRole.DisplayRole: lambda difference: wording(difference, self._text),
            Qt.ItemDataRole.ToolTipRole: self._whole,
            Qt.ItemDataRole.AccessibleTextRole: self.spoken,
        }

    def show(self, kind: DifferenceKind | None) -> bool:
        """Show all that there are now, or those of one kind; whether that is another list."""
        version, differences = self._reading.version, self._reading.differing.in_front()
        text = version.text if version is not None else ""
        shown = [each for each in differences if kind in (None, each.kind)]
        if (shown, text) == (self._shown, self._text):
            return False
        self.beginResetModel()
        self._text, self._shown = text, shown
        self.endResetModel()
        return True

    def index_of(self, difference: Difference | None) -> QModelIndex:
        """The row of a difference; invalid where it is not shown."""
        if difference is None or difference not in self._shown:
            return QModelIndex()
        return self.index(self._shown.index(difference))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        read = self._readers.get(role)
        return read(self._shown[index.row()]) if read and index.isValid() else None

    def spoken(self, difference: Difference) -> str:
        """All of an entry, to be read out or copied."""
        words = kind_name(difference.kind), self._page_name(difference)
        around = surroundings(difference, self._text)
        return f"{', '.join(filter(None, words))}: {wording(difference, self._text)}" + (
            f" ({around})" if around else ""
        )

    def _whole(self, difference: Difference) -> str:
        """All its words, those on the scan row by row."""
        return difference.seen or wording(difference, self._text)

    def _page_name(self, difference: Difference) -> str:
        scan = self._reading.document.scan_pages
        page = difference.region.page if difference.region is not None else None
        return page_name(scan.index(page) + 1) if page in scan else ""

"""The rows of a list in groups: as quick for a hundred thousand of them as for ten."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from library.model.annotation import Colour
from library.model.folding import fold

_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: words on the left, a short word on the right, under the heading of its group."""

    key: Any  # what the row stands for
    group: str
    text: str
    aside: str = ""
    icon: str = ""
    colour: Colour | None = None  # of a sample, instead of an icon
    picture: bytes | None = None  # a small JPEG, instead of either


class Listed:
    """Entries, group by group, with their words as the filter compares them."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Goes through all of them; of many, in a thread beside the window."""
        groups: dict[str, list[Entry]] = {}
        for entry in entries:
            groups.setdefault(entry.group, []).append(entry)
        self._groups = groups
        self._folded = {
            group: [fold(f"{each.text} {each.aside}") for each in entries]
            for group, entries in groups.items()
        }

    def __bool__(self) -> bool:
        return bool(self._groups)

    def entries(self) -> Iterator[Entry]:
        return chain.from_iterable(self._groups.values())

    def matching(self, text: str) -> list[Entry | str]:
        """Those with all words of the text, each group below its heading."""
        lines, wanted = list[Entry | str](), fold(text).split()
        for group, entries in self._groups.items():
            found: Sequence[int] = range(len(entries))
            folded = self._folded[group]
            for word in wanted:
                found = [nth for nth in found if word in folded[nth]]
            if found:
                lines += (group, *map(entries.__getitem__, found))
        return lines


class ListingModel(QAbstractTableModel):
    """Headings and entries, those that the filter lets through, in one column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listed = Listed(())
        self._lines: list[Entry | str] = []

    def show_listed(self, listed: Listed, text: str) -> None:
        """Show these in the place of those that are shown, as far as they match the text."""
        self._listed = listed
        self.show_matches(text)

    def show_matches(self, text: str) -> None:
        self.beginResetModel()
        self._lines = self._listed.matching(text)
        self.endResetModel()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be filtered."""
        return not self._listed

    def entries(self) -> list[Entry]:
        """Those that are shown, from top to bottom."""
        return [line for line in self._lines if isinstance(line, Entry)]

    def entry(self, row: int) -> Entry | None:
        """None for a heading."""
        line = self._lines[row]
        return line if isinstance(line, Entry) else None

    def rows(self, suits: Callable[[Entry], bool]) -> list[int]:
        """Where the entries stand that suit."""
        lines = enumerate(self._lines)
        return [row for row, line in lines if isinstance(line, Entry) and suits(line)]

    # --- Qt's model ------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading is passed over by the keys."""
        can = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags if self.entry(index.row()) is None else can

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return line.text if isinstance(line, Entry) else line
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{line.text}. {line.aside}".strip(". ") if isinstance(line, Entry) else line
        return None

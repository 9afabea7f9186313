"""The notes of a document as a list that changes row by row.

Rows are never all replaced while they are shown, so that the text being written in one
of them outlives every change around it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from library.alignment.paging import page_of_offset
from library.model.annotation import Annotation, Passage, Region
from library.model.document import Document
from viewer.colours import colour_name
from viewer.places import Note
from viewer.sidebar.naming import kind_name, page_name

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    NOTE = Qt.ItemDataRole.UserRole  # Note
    PAGE = Qt.ItemDataRole.UserRole + 1  # "Page 2", or ""


class NotesModel(QAbstractListModel):
    """Annotations and bookmarks, in reading order."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._notes: list[Note] = []
        self._rows: dict[str, int] = {}
        self._readers: dict[int, Callable[[Note], object]] = {
            Role.NOTE: lambda note: note,
            Role.PAGE: self._page_name,
            Qt.ItemDataRole.DisplayRole: wording,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.ToolTipRole: self._hint,
        }

    def show(self, notes: Sequence[Note]) -> None:
        """Show these notes, touching only the rows that differ."""
        if not self._notes:
            self._fill(notes)
            return
        self._remove_others({note.id for note in notes})
        for row, note in enumerate(notes):
            self._put(row, note)
        self._count_rows()

    def read_again(self, document: Document) -> None:
        """The document was read further: the pages may be others."""
        self._document = document
        if self._notes:
            self.dataChanged.emit(self.index(0), self.index(len(self._notes) - 1))

    def index_of(self, note_id: str) -> QModelIndex:
        """The row of a note; invalid where there is none."""
        row = self._rows.get(note_id)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._notes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        read = self._readers.get(role)
        return read(self._notes[index.row()]) if read and index.isValid() else None

    def _fill(self, notes: Sequence[Note]) -> None:
        self.beginResetModel()
        self._notes = list(notes)
        self._count_rows()
        self.endResetModel()

    def _remove_others(self, kept: set[str]) -> None:
        for row in reversed(range(len(self._notes))):
            if self._notes[row].id not in kept:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._notes[row]
                self._count_rows()
                self.endRemoveRows()

    def _put(self, row: int, note: Note) -> None:
        """Bring a note to its row; the rows above are in place."""
        if row < len(self._notes) and self._notes[row].id == note.id:
            if self._notes[row] != note:
                self._notes[row] = note
                self.dataChanged.emit(self.index(row), self.index(row))
            return
        if note.id in self._rows:
            self._move(note.id, row)
            self._put(row, note)
            return
        self.beginInsertRows(QModelIndex(), row, row)
        self._notes.insert(row, note)
        self._count_rows()
        self.endInsertRows()

    def _move(self, note_id: str, row: int) -> None:
        before = self._rows[note_id]
        self.beginMoveRows(QModelIndex(), before, before, QModelIndex(), row)
        self._notes.insert(row, self._notes.pop(before))
        self._count_rows()
        self.endMoveRows()

    def _count_rows(self) -> None:
        self._rows = {note.id: row for row, note in enumerate(self._notes)}

    def _page_name(self, note: Note) -> str:
        scan = self._document.scan_pages
        page = _page_of(note, self._document)
        return page_name(scan.index(page) + 1) if page in scan else ""

    def _hint(self, note: Note) -> str:
        if isinstance(note, Annotation):
            return f"{kind_name(note)}, {colour_name(note.colour).lower()}"
        return kind_name(note)

    def _spoken(self, note: Note) -> str:
        parts = (self._hint(note), self._page_name(note), quotation(note), wording(note))
        return ". ".join(part for part in parts if part)


def quotation(note: Note) -> str:
    """The words a note points at, on one line; "" for a place on the scan."""
    targets = note.targets if isinstance(note, Annotation) else (note.passage,)
    quotes = (t.quote for t in targets if isinstance(t, Passage))
    return " … ".join(" ".join(quote.split()) for quote in quotes)


def wording(note: Note) -> str:
    """What the reader wrote: a note's text, a bookmark's name."""
    return note.note if isinstance(note, Annotation) else note.name


def _page_of(note: Note, document: Document) -> int | None:
    target = note.targets[0] if isinstance(note, Annotation) else note.passage
    if isinstance(target, Region):
        return target.page
    if isinstance(target, Passage):
        version = document.version(target.version)
        if version is None or not document.pages:
            return None
        return page_of_offset(document, version, target.start)[0]
    return None if isinstance(note, Annotation) else note.page

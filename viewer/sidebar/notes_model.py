"""The notes of a document as a list that changes row by row.

Rows are never all replaced while they are shown, so that the text being written in one
of them outlives every change around it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from library.alignment.paging import page_of_offset
from library.citing.cited import cited
from library.citing.style import Style
from library.citing.styled import Styled
from library.citing.styles import SENTENCES, with_quotation
from library.model.anchor import Anchors
from library.model.annotation import Annotation, Passage, Region
from library.model.document import Document
from viewer.citations import mime_of
from viewer.colours import colour_name
from viewer.note_words import quotation, wording
from viewer.places import Note
from viewer.sidebar.arranging import Row
from viewer.sidebar.naming import heading_name, kind_name, page_name, state_title

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Role(IntEnum):
    NOTE = Qt.ItemDataRole.UserRole  # Note, or None in a heading
    PAGE = Qt.ItemDataRole.UserRole + 1  # "Page 2", or ""
    ROW = Qt.ItemDataRole.UserRole + 2  # Row


class NotesModel(QAbstractListModel):
    """Annotations and bookmarks with the headings over them, in the order they are given."""

    def __init__(
        self, document: Document, style: Callable[[], Style], parent: QObject | None = None
    ) -> None:
        """`style` is how the reader cites now."""
        super().__init__(parent)
        self._document = document
        self._style = style
        self.anchors = Anchors()  # where passages stand if their texts have changed
        self._rows: list[Row] = []
        self._places: dict[str, int] = {}
        self._readers: dict[int, Callable[[Row], object]] = {
            Role.ROW: lambda row: row,
            Role.NOTE: lambda row: row.note,
            Role.PAGE: lambda row: self._page_name(row.note) if row.note else "",
            Qt.ItemDataRole.DisplayRole: _words,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.ToolTipRole: lambda row: _hint(row.note) if row.note else "",
        }

    def show(self, rows: Sequence[Row]) -> None:
        """Show these, touching only the rows that differ."""
        if not self._rows:
            self._fill(rows)
            return
        self._remove_others({row.key for row in rows})
        for place, row in enumerate(rows):
            self._put(place, row)
        self._count_rows()

    def read_again(self, document: Document) -> None:
        """The document was read further: the pages may be others."""
        self._document = document
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def index_of(self, note_id: str) -> QModelIndex:
        """The first row of a note; invalid where there is none."""
        place = self._places.get(note_id)
        return QModelIndex() if place is None else self.index(place)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        read = self._readers.get(role)
        return read(self._rows[index.row()]) if read and index.isValid() else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or self._rows[index.row()].note is None:
            return flags & ~Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled

    def mimeTypes(self) -> list[str]:
        return ["text/plain", "text/html"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """What is dragged out: the quotations and notes, each with its citation."""
        rows = [self._rows[place] for place in sorted({index.row() for index in indexes})]
        return self.cited([row.note for row in rows if row.note is not None])

    def cited(self, notes: Iterable[Note]) -> QMimeData:
        """Quotations and notes, each with the citation of its page."""
        return mime_of([line for note in notes for line in self._cited(note)], "\n\n")

    def _cited(self, note: Note) -> Iterator[Styled]:
        words, page, style = quotation(note), self._page_of(note), self._style()
        source = cited(self._document, () if page is None else (page,))
        yield with_quotation(words, source, style) if words else SENTENCES[style](source)
        told = wording(note).strip() if isinstance(note, Annotation) else ""
        if told:
            yield from (Styled((paragraph,)) for paragraph in told.split("\n\n"))

    def _fill(self, rows: Sequence[Row]) -> None:
        self.beginResetModel()
        self._rows = list(rows)
        self._count_rows()
        self.endResetModel()

    def _remove_others(self, kept: set[str]) -> None:
        for place in reversed(range(len(self._rows))):
            if self._rows[place].key not in kept:
                self.beginRemoveRows(QModelIndex(), place, place)
                del self._rows[place]
                self._count_rows()
                self.endRemoveRows()

    def _put(self, place: int, row: Row) -> None:
        """Bring a row to its place; those above are in place."""
        if place < len(self._rows) and self._rows[place].key == row.key:
            if self._rows[place] != row:
                self._rows[place] = row
                self.dataChanged.emit(self.index(place), self.index(place))
            return
        if row.key in self._places:
            self._move(row.key, place)
            self._put(place, row)
            return
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.insert(place, row)
        self._count_rows()
        self.endInsertRows()

    def _move(self, key: str, place: int) -> None:
        before = self._places[key]
        self.beginMoveRows(QModelIndex(), before, before, QModelIndex(), place)
        self._rows.insert(place, self._rows.pop(before))
        self._count_rows()
        self.endMoveRows()

    def _count_rows(self) -> None:
        self._places = {row.key: place for place, row in enumerate(self._rows)}

    def _page_of(self, note: Note) -> int | None:
        target = _first_target(note)
        if isinstance(target, Region):
            return target.page
        if target is None:
            return None if isinstance(note, Annotation) else note.page
        version = self._document.version(target.version)
        present = self.anchors.present(target)
        if version is None or present is None or not self._document.pages:
            return None
        return page_of_offset(self._document, version, present.start)[0]

    def _page_name(self, note: Note) -> str:
        scan = self._document.scan_pages
        page = self._page_of(note)
        return page_name(scan.index(page) + 1) if page in scan else ""

    def _spoken(self, row: Row) -> str:
        if row.note is None:
            return _words(row)
        note, doubt = row.note, state_title(row.doubt) if row.doubt else ""
        parts = (doubt, _hint(note), self._page_name(note), quotation(note), wording(note))
        return ". ".join(part for part in parts if part)


def _words(row: Row) -> str:
    if row.note is not None:
        return wording(row.note)
    return heading_name(row.heading) if row.heading is not None else ""


def _hint(note: Note) -> str:
    if isinstance(note, Annotation):
        return f"{kind_name(note)}, {colour_name(note.colour).lower()}"
    return kind_name(note)


def _first_target(note: Note) -> Passage | Region | None:
    if isinstance(note, Annotation):
        return next(iter(note.targets), None)
    return note.passage

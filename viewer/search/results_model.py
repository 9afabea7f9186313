"""What was found as a table: a document in a row, its hits in the rows below it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from library.searching.hits import Found, FoundDocument, Hit, HitKind
from library.searching.standing import Standing
from viewer.languages import language_names
from viewer.search.rows import SHOWN, Kind, Row, Rows
from viewer.search.seeking import AT_ONCE, Answer
from viewer.words import counted

MOST_KEPT = 3000  # documents that are held ready
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    TITLE = 0
    DATE = 1
    LANGUAGE = 2
    COLLECTION = 3
    HAS = 4
    NOTES = 5


class ResultsModel(QAbstractTableModel):
    """Documents are read when they come into view; until then a row says nothing."""

    wanted = Signal(object, int)  # numbers of documents, and how many hits of each

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.answer: Answer | None = None
        self._rows = Rows(Standing())
        self._unfolded: set[int] = set()
        self._similar = Found()
        self._similar_unfolded = False
        self._documents: dict[int, FoundDocument] = {}
        self._places: dict[int, int] = {}  # of the documents in their order, by number
        self._missing: dict[int, None] = {}
        self._asked: set[int] = set()
        self._ask = QTimer(self)
        self._ask.setSingleShot(True)
        self._ask.setInterval(0)
        self._ask.timeout.connect(self._ask_for_missing)

    # --- What is shown ---------------------------------------------------------------

    def show_answer(self, answer: Answer | None) -> None:
        """Show this in the place of what was shown before."""
        self.beginResetModel()
        goes_on = answer and self.answer and answer.inquiry is self.answer.inquiry
        if not goes_on:
            self._unfolded, self._documents = set(), {}
            self._similar, self._similar_unfolded = Found(), False
        self.answer = answer
        self._asked.clear()
        self._missing.clear()
        self._places = {}
        if answer is not None:
            # What was read of the answer before may have other hits in front.
            self._documents = {d.number: d for d in answer.documents}
        self._lay_out()
        self.endResetModel()

    def show_similar(self, found: Found) -> None:
        """Tell of these hits below the others, folded."""
        if not self.answer or not found.total:
            return
        end = len(self._rows)
        self.beginInsertRows(_ROOT, end, end)
        self._similar = found
        self._lay_out()
        self.endInsertRows()

    def take_documents(self, documents: Sequence[FoundDocument]) -> None:
        """What was asked for by `wanted`."""
        if len(self._documents) > MOST_KEPT:
            self._documents.clear()
            self._asked.clear()
        if not self._places:
            self._places = {number: at for at, number in enumerate(self._rows.documents)}
        for document in documents:
            self._documents[document.number] = document
            self._asked.discard(document.number)
            at = self._places.get(document.number)
            if at is not None:
                top, bottom = self._rows.start(at), self._rows.start(at + 1) - 1
                self.dataChanged.emit(self.index(top, 0), self.index(bottom, Column.NOTES))

    def unfold(self, row: Row) -> None:
        """Show the rest of a document's hits, or fold or unfold what is similar."""
        self.beginResetModel()
        if row.kind is Kind.SIMILAR:
            self._similar_unfolded = not self._similar_unfolded
        else:
            self._unfolded.add(self._rows.documents[row.document])
        self._lay_out()
        self.endResetModel()

    # --- What stands where -----------------------------------------------------------

    def row(self, row: int) -> Row:
        return self._rows[row]

    def row_of(self, row: Row) -> int:
        return self._rows.row_of(row)

    def number(self, row: Row) -> int | None:
        """The number of the row's document; None for what is similar."""
        return self._rows.documents[row.document] if row.document >= 0 else None

    def document(self, row: Row) -> FoundDocument | None:
        """The row's document; None while it is not read yet, which is seen to."""
        number = self.number(row)
        if number is None:
            return None
        known = self._documents.get(number)
        needed = self._needed(number)
        if known is None or (row.kind is Kind.HIT and row.nth >= len(known.hits) < needed):
            self._missing[number] = None
            self._ask.start()
        return known

    def hit(self, row: Row) -> Hit | None:
        """The row's hit; for a document its first."""
        if row.kind is Kind.SIMILAR_HIT:
            return self._similar.hits[row.nth] if row.nth < len(self._similar.hits) else None
        document = self.document(row)
        if document is None or row.nth >= len(document.hits):
            return None
        return document.hits[row.nth]

    def words(self, row: Row) -> str:
        """What a row without a hit says, and what is read out of the others."""
        document, hit = self.document(row), self.hit(row)
        match row.kind:
            case Kind.DOCUMENT:
                return document.entry.title if document else "…"
            case Kind.MORE:
                more = self._needed(self._rows.documents[row.document], whole=True) - row.nth
                return counted(more, self.tr("and 1 more place"), self.tr("and {0} more places"))
            case Kind.SIMILAR:
                return self._similar_words()
        return str(hit.snippet) if hit else "…"

    def _similar_words(self) -> str:
        spelt = dict.fromkeys(hit.snippet.hit for hit in self._similar.hits)
        some = ", ".join([*spelt][:3]) + ("…" if len(spelt) > 3 else "")
        told = counted(
            self._similar.total,
            self.tr("Also similar: 1 place"),
            self.tr("Also similar: {0} places"),
        )
        return f"{told} ({some})" if some else told

    @property
    def is_similar_unfolded(self) -> bool:
        return self._similar_unfolded

    # --- Qt's model ------------------------------------------------------------------

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        row, column = self._rows[index.row()], Column(index.column())
        if column is Column.TITLE:
            return self.words(row)
        document = self.document(row) if row.kind is Kind.DOCUMENT else None
        return self._cell(document, column) if document else ""

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Title"),
            self.tr("Date"),
            self.tr("Language"),
            self.tr("Collection"),
            self.tr("Has"),
            self.tr("Notes"),
        )[section]

    def _cell(self, document: FoundDocument, column: Column) -> str:
        entry = document.entry
        return {
            Column.DATE: entry.date.shown if entry.date else "",
            Column.LANGUAGE: language_names(entry.languages),
            Column.COLLECTION: entry.archive_collection,
            Column.HAS: " · ".join(self._has(entry.has)),
            Column.NOTES: f"{entry.notes}" if entry.notes else "",
        }[column]

    def _has(self, has: Sequence[str]) -> list[str]:
        names = {
            "scan": self.tr("scan"),
            "transcript": self.tr("text"),
            "translation": self.tr("transl."),
            "recognised": self.tr("recognised"),
        }
        return [names[each] for each in has if each in names]

    # --- Behind it -------------------------------------------------------------------

    def _lay_out(self) -> None:
        standing = self.answer.standing if self.answer else Standing()
        is_plain = self.answer is not None and not self._unfolded and not self._similar.total
        if is_plain and self.answer is not None:
            self._rows = self.answer.rows  # counted already, beside the window
            return
        unfolded = self._similar_unfolded
        count = len(self._similar.hits)
        self._rows = Rows(standing, self._unfolded, count, similar_unfolded=unfolded)

    def _needed(self, number: int, *, whole: bool = False) -> int:
        """How many hits of a document are shown, or could be."""
        passages = self.answer.standing.passages.get(number, ()) if self.answer else ()
        everything = whole or number in self._unfolded
        return len(passages) if everything else min(SHOWN, len(passages))

    def _ask_for_missing(self) -> None:
        numbers = [number for number in self._missing if number not in self._asked][-AT_ONCE:]
        self._missing.clear()
        self._asked.update(numbers)
        unfolded = [number for number in numbers if number in self._unfolded]
        for number in unfolded:
            self.wanted.emit([number], self._needed(number))
        if len(numbers) > len(unfolded):
            self.wanted.emit([n for n in numbers if n not in self._unfolded], SHOWN)


def label_of(hit: Hit, page_word: str) -> str:
    """Where a hit stands, in a word or two: "Transcript, p. 3"."""
    what = {HitKind.NOTE: "Note", HitKind.RECORD: "Record"}.get(hit.kind, hit.label or "")
    return what if hit.page is None else f"{what}, {page_word.format(hit.page + 1)}"

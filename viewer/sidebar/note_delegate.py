"""Paints the cards of the notes, and puts the editor into the one that is written."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QPoint,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter, QTextDocument
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from library.model.annotation import Annotation
from viewer.note_words import short_title, wording
from viewer.places import Note
from viewer.reading import Reading
from viewer.sidebar.arranging import Row
from viewer.sidebar.card_heights import CardHeights
from viewer.sidebar.card_painting import Look, paint_card
from viewer.sidebar.heading import heading_height, paint_heading
from viewer.sidebar.link_completing import LinkCompleting
from viewer.sidebar.note_card import INSET, INSET_LEFT, Card, Fonts, lay_out_card
from viewer.sidebar.note_editor import NoteEditor
from viewer.sidebar.notes_model import Index, Role
from viewer.sidebar.rich_words import is_marked_up, rich_words
from viewer.theme import tokens

INDENT = 18  # px of a reply
MARGIN, BETWEEN = 16, 8  # px around the cards, and from card to card


class NoteDelegate(QStyledItemDelegate):
    """Cards as wide as the list; one of them may hold the editor."""

    resized = Signal(object)  # QModelIndex whose card has another height
    left = Signal()  # the reader is done with the editor

    def __init__(self, reading: Reading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self.editor: NoteEditor | None = None
        self._titles: dict[str, str] = {}
        self._written = ""  # id of the note in the editor
        self.heights = CardHeights(self._rich_of)
        self._font = QFont()
        self._fonts = Fonts.after(self._font)

    @property
    def written(self) -> str:
        """The id of the note that is being written; "" for none."""
        return self._written if self.editor else ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row: Row = index.data(Role.ROW)
        fonts = self._fonts_after(option.font)
        last = index.row() == index.model().rowCount() - 1
        below = 2 * BETWEEN if last else BETWEEN
        if row.note is None:
            return QSize(40, heading_height(fonts) + below)
        note, width = row.note, self._width(option) - _indent(row)
        if note.id == self.written or row.is_unsaved:
            return QSize(40, round(self._card(row, note, width, fonts).height) + below)
        return QSize(40, self.heights.of(note, width, fonts) + below)

    def know(self, notes: Iterable[Note]) -> None:
        """What notes are called, where others lead to them."""
        known = list(notes)
        titles = {note.id: short_title(note) for note in known}
        if titles != self._titles:
            self._titles = titles
            if any(isinstance(note, Annotation) and "[[" in note.note for note in known):
                self.heights.forget()

    def measure(self, notes: Iterable[Note], view: QWidget) -> None:
        """Measure these cards before all others."""
        self.heights.measure(notes, _width_in(view), self._fonts_after(view.font()))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(Role.ROW)
        rect, fonts = self._rect(option), self._fonts_after(option.font)
        if row.note is None:
            words = index.data(Qt.ItemDataRole.DisplayRole)
            colour = row.heading.colour if row.heading is not None else None
            paint_heading(painter, rect, words, colour, fonts, QApplication.palette())
            return
        note, state = row.note, option.state
        rect.setLeft(rect.left() + _indent(row))
        look = Look.of(
            QApplication.palette(),  # the option's is bent by the style sheet
            chosen=bool(state & QStyle.StateFlag.State_Selected),
            focused=bool(state & QStyle.StateFlag.State_HasFocus),
        )
        card = self._card(row, note, round(rect.width()), fonts)
        paint_card(painter, card, row, index.data(Role.PAGE), rect, fonts, look)

    def createEditor(
        self, parent: QWidget, _option: QStyleOptionViewItem, index: Index
    ) -> NoteEditor:
        note: Note = index.data(Role.NOTE)
        annotation = isinstance(note, Annotation)
        editor = NoteEditor(
            wording(note),
            lambda text: self._save(note.id, text),
            one_line=not annotation,
            parent=parent,
        )
        editor.setReadOnly(self._reading.is_read_only)
        editor.setPlaceholderText(self.tr("Write a note") if annotation else self.tr("Name"))
        editor.setAccessibleName(self.tr("Note") if annotation else self.tr("Name of the bookmark"))
        editor.height_changed.connect(lambda: self.resized.emit(index))
        editor.left.connect(self.left)
        editor.stuck_changed.connect(lambda: self.resized.emit(index))
        if annotation:
            LinkCompleting(editor, lambda: self._others(note.id))
        self.editor, self._written = editor, note.id
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, NoteEditor):
            editor.follow(wording(index.data(Role.NOTE)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Nothing to do: the editor saves by itself."""

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        row: Row = index.data(Role.ROW)
        rect = self._rect(option)
        rect.setLeft(rect.left() + _indent(row))
        note: Note = index.data(Role.NOTE)
        card = self._card(row, note, round(rect.width()), self._fonts_after(option.font))
        editor.setGeometry(card.words_rect.translated(rect.topLeft()).toRect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The editor knows its own keys; Qt's would throw away what is typed."""
        return False

    def _save(self, note_id: str, text: str) -> bool:
        self._reading.notebook.write_note(note_id, text)
        note = self._reading.note(note_id)
        return note is not None and wording(note) == text

    def _card(self, row: Row, note: Note, width: int, fonts: Fonts) -> Card:
        editor = self.editor if note.id == self._written else None
        if editor is None:
            unsaved = row.is_unsaved
            return lay_out_card(note, width, fonts, rich_of=self._rich_of, unsaved=unsaved)
        writing = float(editor.wanted_height(width - INSET_LEFT - INSET))
        unsaved = row.is_unsaved or editor.is_stuck
        return lay_out_card(note, width, fonts, writing, unsaved=unsaved)

    def link_at(self, point: QPoint, option: QStyleOptionViewItem, index: Index) -> str:
        """The address that the words of a note have at a point of the list; "" for none."""
        row: Row = index.data(Role.ROW)
        if row.note is None or row.note.id == self.written:
            return ""
        rect = self._rect(option)
        rect.setLeft(rect.left() + _indent(row))
        card = self._card(row, row.note, round(rect.width()), self._fonts_after(option.font))
        if card.rich is None:
            return ""
        place = QPointF(point) - rect.topLeft() - card.words_rect.topLeft()
        return card.rich.documentLayout().anchorAt(place)

    def _rich_of(self, note: Note, width: float) -> QTextDocument | None:
        if not isinstance(note, Annotation) or not is_marked_up(note.note):
            return None
        t = tokens(QApplication.palette())
        colours = t.ink, t.soft, t.accent
        return rich_words(note.note, self._fonts.note, width, colours, self._titles.get)

    def _others(self, note_id: str) -> list[tuple[str, str]]:
        """The annotations that this one may lead to: ids and titles."""
        annotations = self._reading.annotations
        return [(a.id, self._titles.get(a.id) or a.id) for a in annotations if a.id != note_id]

    def _rect(self, option: QStyleOptionViewItem) -> QRectF:
        """The card in its row of the list."""
        row = option.rect
        return QRectF(MARGIN, row.top() + BETWEEN, self._width(option), row.height() - BETWEEN)

    def _width(self, option: QStyleOptionViewItem) -> int:
        # Of the whole list, so that a scroll bar that comes and goes changes nothing.
        return _width_in(option.widget)

    def _fonts_after(self, font: QFont) -> Fonts:
        if font != self._font:
            self._font = QFont(font)
            self._fonts = Fonts.after(self._font)
        return self._fonts


def _indent(row: Row) -> int:
    return INDENT if row.is_reply else 0


def _width_in(view: QWidget) -> int:
    return max(120, view.width() - 2 * MARGIN)

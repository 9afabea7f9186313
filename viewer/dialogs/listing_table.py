"""A list in groups as it is seen: sign and words on the left, a short word on the right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import groupby

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from viewer.colours import swatch
from viewer.dialogs.listing_model import Entry, Index, ListingModel
from viewer.icons import icon
from viewer.table_manners import make_plain, paint_ground, row_at_end
from viewer.theme import tokens

_HEIGHT, _PADDING, _SIGN, _GAP = 26, 7, 16, 6  # px
_PICTURE = (40, 52)  # px
_MOST_ASIDE = 0.5  # of the row


class ListingTable(QTableView):
    """Letters typed on it go to the filter."""

    chosen_changed = Signal()
    typed = Signal(str)

    def __init__(self, model: ListingModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._has_pictures = False
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self, model))
        make_plain(self)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setStyleSheet("QTableView { background: transparent; }")
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_height()
        self.selectionModel().selectionChanged.connect(lambda *_: self.chosen_changed.emit())

    @property
    def row_height(self) -> int:
        """In px."""
        return self.verticalHeader().defaultSectionSize()

    def make_room_for(self, entries: Iterable[Entry]) -> None:
        """Rows are as high as pictures where there are some."""
        self._has_pictures = any(entry.picture is not None for entry in entries)
        self._set_height()

    def chosen(self) -> list[Entry]:
        """From top to bottom."""
        selection = self.selectionModel().selection()
        spans = sorted(
            (selection.at(n).top(), selection.at(n).bottom()) for n in range(selection.size())
        )
        rows = (row for top, bottom in spans for row in range(top, bottom + 1))
        return [entry for row in rows if (entry := self._model.entry(row)) is not None]

    def choose(self, suits: Callable[[Entry], bool]) -> None:
        """Choose the entries that suit, and nothing else."""
        self.choose_rows(self._model.rows(suits))

    def choose_rows(self, rows: Sequence[int]) -> None:
        flags, selection = QItemSelectionModel.SelectionFlag, QItemSelection()
        for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
            top, *rest = (row for _, row in run)
            bottom = rest[-1] if rest else top
            selection.select(self._model.index(top, 0), self._model.index(bottom, 0))
        if rows:
            current = self._model.index(rows[0], 0)
            self.selectionModel().setCurrentIndex(current, flags.NoUpdate)
        self.selectionModel().select(selection, flags.ClearAndSelect)

    def moveCursor(
        self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End are the first and the last entry."""
        row = row_at_end(self, action)
        if row is None:
            return super().moveCursor(action, modifiers)
        below_heading = row if self._model.entry(row) is not None else row + 1
        return self._model.index(below_heading, 0)

    def keyboardSearch(self, search: str) -> None:
        self.typed.emit(search)

    def _set_height(self) -> None:
        least = _PICTURE[1] + 10 if self._has_pictures else _HEIGHT
        height = max(least, self.fontMetrics().height() + 10)
        self.verticalHeader().setDefaultSectionSize(height)


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, table: ListingTable, model: ListingModel) -> None:
        super().__init__(table)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, entry = tokens(QApplication.palette()), self._model.entry(index.row())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        font = QFont(option.font)
        room = option.rect.adjusted(_PADDING, 0, -_PADDING, 0)
        painter.setPen(QColor(t.ink))
        if entry is None:
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            _paint_words(painter, room, str(index.data()))
        else:
            paint_ground(painter, option.rect, t, chosen=chosen, hovered=False)
            painter.setFont(font)
            room.setLeft(room.left() + _paint_sign(painter, room, entry))
            wide = painter.fontMetrics().horizontalAdvance(entry.aside)
            wide = min(wide, round(room.width() * _MOST_ASIDE))
            _paint_words(painter, room.adjusted(0, 0, -wide - 2 * _PADDING, 0), entry.text)
            painter.setPen(QColor(t.ink if chosen else t.soft))
            right = QRect(room.right() - wide, room.top(), wide + 1, room.height())
            _paint_words(painter, right, entry.aside, Qt.AlignmentFlag.AlignRight)
        painter.restore()


def _paint_sign(painter: QPainter, room: QRect, entry: Entry) -> int:
    """The room that it takes, in px."""
    sign, size = _sign_of(entry), (_SIGN, _SIGN)
    if sign is None:
        return 0
    if entry.picture is not None:
        size = _PICTURE
    width, height = size
    at = QRect(room.left(), room.center().y() - height // 2 + 1, width, height)
    sign.paint(painter, at, Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal)
    return width + _GAP


def _sign_of(entry: Entry) -> QIcon | None:
    if entry.picture is not None:
        return _picture(entry.picture)
    if entry.colour is not None:
        return swatch(entry.colour)
    return icon(entry.icon) if entry.icon else None


@lru_cache(maxsize=200)
def _picture(jpeg: bytes) -> QIcon:
    pixmap = QPixmap()
    pixmap.loadFromData(jpeg)
    return QIcon(pixmap)


def _paint_words(
    painter: QPainter,
    room: QRect,
    words: str,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)

"""How a line of the table is painted: titles in ink, all else soft, hairlines between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from library.shelving.question import Column
from viewer.icons import paint_icon
from viewer.shelf.cells import COUNTS
from viewer.shelf.columns import COLUMNS
from viewer.shelf.fitted import paint_fold
from viewer.shelf.header import PADDING, TITLE_PADDING
from viewer.shelf.shelf_model import Index, ShelfModel
from viewer.table_manners import paint_ground
from viewer.theme import Tokens, tokens

if TYPE_CHECKING:
    from viewer.shelf.shelf_table import ShelfTable

_BAR = 3  # px; the bar marks the line that has the keyboard
_STAR = 13  # px
_CENTRE = Qt.AlignmentFlag.AlignVCenter


class RowDelegate(QStyledItemDelegate):
    """`hovered` and the line with the keyboard are told by the table."""

    def __init__(self, table: ShelfTable, model: ShelfModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model
        self.hovered = -1  # the line under the pointer

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t, rect, line = tokens(QApplication.palette()), option.rect, index.row()
        painter.save()
        if self._model.lines.heading(line) is not None:
            self._paint_heading(painter, rect, line, t)
        else:
            self._paint_document(painter, option, index, t)
        column = COLUMNS[index.column()]
        if column is Column.TITLE and self._has_keyboard(line):
            painter.fillRect(rect.left(), rect.top(), _BAR, rect.height() - 1, QColor(t.accent))
        painter.restore()

    def _has_keyboard(self, line: int) -> bool:
        current: QModelIndex = self._table.currentIndex()
        return self._table.hasFocus() and current.isValid() and current.row() == line

    def _paint_document(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, t: Tokens
    ) -> None:
        rect, column = option.rect, COLUMNS[index.column()]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        _paint_ground(painter, rect, t, chosen=chosen, hovered=self.hovered == index.row())
        title = column is Column.TITLE
        right = self._table.header.right_padding(column)
        room = rect.adjusted(TITLE_PADDING if title else PADDING, 0, -right, -1)
        entry = self._model.entry(index.row())
        if entry is None:
            _paint_placeholder(painter, room, index.row(), t)
            return
        if title and entry.starred:
            star = QRectF(room.right() - _STAR, room.center().y() - _STAR / 2, _STAR, _STAR)
            paint_icon(painter, star, "star", t.accent)
            room.setRight(room.right() - _STAR - 6)
        if title:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.Medium)
            painter.setFont(font)
        painter.setPen(QColor(t.ink if title or chosen else t.soft))
        text = self._model.words(entry, column)
        if not text:
            return
        side = Qt.AlignmentFlag.AlignRight if column in COUNTS else Qt.AlignmentFlag.AlignLeft
        words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, side | _CENTRE, words)

    def _paint_heading(self, painter: QPainter, cell: QRect, line: int, t: Tokens) -> None:
        """The heading runs through all columns: each cell shows its part."""
        painter.setClipRect(cell)
        painter.fillRect(cell, QColor(t.chrome))
        painter.fillRect(cell.left(), cell.bottom(), cell.width(), 1, QColor(t.line))
        left = self._table.columnViewportPosition(self._table.horizontalHeader().logicalIndex(0))
        group = self._model.lines.heading(line)
        folded = group is not None and group.value in self._model.lines.folded
        paint_fold(painter, QPointF(left + TITLE_PADDING, cell.center().y()), t, folded=folded)
        painter.setPen(QColor(t.ink))
        room = QRect(left + TITLE_PADDING + 14, cell.top(), 4000, cell.height())
        painter.drawText(room, _CENTRE, self._model.heading(line))


def _paint_ground(
    painter: QPainter, rect: QRect, t: Tokens, *, chosen: bool, hovered: bool
) -> None:
    paint_ground(painter, rect, t, chosen=chosen, hovered=hovered)
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(t.line))


def _paint_placeholder(painter: QPainter, room: QRect, line: int, t: Tokens) -> None:
    """A quiet bar where words will stand; not all of the same length."""
    share = (0.72, 0.56, 0.64, 0.48)[line % 4]
    ground = QColor(t.line)
    ground.setAlphaF(0.5)
    bar = QRectF(room.left(), room.center().y() - 4, room.width() * share, 8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(bar, 4, 4)

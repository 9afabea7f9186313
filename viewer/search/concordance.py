"""Every hit in its line: a long table with the keywords in one column."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from pathlib import Path

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from library.searching.concordance import Line
from viewer.faces import FAMILIES
from viewer.search.found_table import FoundTable
from viewer.search.snippet_painting import end_of
from viewer.theme import tokens

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_HEIGHT, _PADDING, _NEAR = 27, 8, 3  # px; lines read on from column to column
_EDGE = 20  # px at the left, as in the other tables
_KEYWORD, _WIDEST, _SOURCE = 56, 260, 230  # px: least and most of the keywords, the documents
_SHARE = 0.26  # of a wide table, for the documents
_MEASURED = 50  # keywords, the longest ones
_TEXT_FACE = 1.1  # times the size of the table's


class Column(IntEnum):
    BEFORE = 0
    KEYWORD = 1
    AFTER = 2
    SOURCE = 3


class LinesModel(QAbstractTableModel):
    """The lines in the order they are given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == Column.SOURCE:
            return line.title
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        date = f"{line.date.shown} · " if line.date and line.date.shown else ""
        return (line.before, line.keyword, line.after, f"{date}{line.title}")[index.column()]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _SIDES[Column(section)] | Qt.AlignmentFlag.AlignVCenter
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = self.tr("Before"), self.tr("Found"), self.tr("After"), self.tr("Document")
        return names[section]


_SIDES = {
    Column.BEFORE: Qt.AlignmentFlag.AlignRight,
    Column.KEYWORD: Qt.AlignmentFlag.AlignHCenter,
    Column.AFTER: Qt.AlignmentFlag.AlignLeft,
    Column.SOURCE: Qt.AlignmentFlag.AlignLeft,
}


class _LineDelegate(QStyledItemDelegate):
    """What stands before a keyword is cut at its beginning, what stands after at its end."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        t, column = tokens(QApplication.palette()), Column(index.column())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        is_key, is_source = column is Column.KEYWORD, column is Column.SOURCE
        painter.save()
        if chosen:
            painter.fillRect(option.rect, QColor(t.wash))
        foot = option.rect.left(), option.rect.bottom(), option.rect.width(), 1
        painter.fillRect(*foot, QColor(t.line))
        painter.setFont(option.font if is_source else _face(option.font, is_key=is_key))
        painter.setPen(QColor(t.accent if is_key else t.soft if is_source else t.ink))
        pad = _PADDING if is_source else _NEAR
        left = _EDGE if column is Column.BEFORE else pad
        room = option.rect.adjusted(left, 0, -pad, 0)
        words, metrics = str(index.data() or "").strip(), painter.fontMetrics()
        if column is Column.BEFORE:
            shown = end_of(words, metrics, room.width())
        else:
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _SIDES[column] | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()


def _face(font: QFont, *, is_key: bool) -> QFont:
    """The reading face at the size that goes with the table's."""
    face = QFont(font)
    face.setFamilies(list(FAMILIES))
    face.setPixelSize(round(QFontInfo(font).pixelSize() * _TEXT_FACE))
    face.setWeight(QFont.Weight.DemiBold if is_key else QFont.Weight.Normal)
    return face


class LinesTable(FoundTable):
    """Tells which line the reader wants to see in its document."""

    opened = Signal(int)  # row
    chosen = Signal(object)  # Line: it is looked at

    def __init__(self, model: LinesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = model
        self.setModel(model)
        self.setItemDelegate(_LineDelegate(self))
        self.setAccessibleName(self.tr("Every hit in its line"))
        rows, header = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setDefaultSectionSize(max(_HEIGHT, self.fontMetrics().height() + 10))
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setStyleSheet(
            f"QHeaderView::section {{ padding: 8px {_NEAR}px }}"
            f"QHeaderView::section:last {{ padding: 8px {_PADDING}px }}"
        )
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column in (Column.BEFORE, Column.AFTER):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(Column.KEYWORD, _KEYWORD)
        header.resizeSection(Column.SOURCE, _SOURCE)
        self.clicked.connect(lambda index: self.opened.emit(index.row()))
        self.entered.connect(self.opened)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)

    def fit_keywords(self) -> None:
        """Give the keywords the room they need, and no more, so that the lines read on."""
        keywords = {line.keyword for line in self._lines.lines}
        longest = sorted(keywords, key=len)[-_MEASURED:]
        metrics = QFontMetrics(_face(self.font(), is_key=True))
        widths = [metrics.horizontalAdvance(keyword) for keyword in longest]
        width = min(max(widths, default=0) + 2 * _PADDING, _WIDEST)
        self.horizontalHeader().resizeSection(Column.KEYWORD, max(width, _KEYWORD))

    def resizeEvent(self, event: QResizeEvent) -> None:
        width = max(_SOURCE, round(self.viewport().width() * _SHARE))
        self.horizontalHeader().resizeSection(Column.SOURCE, width)
        super().resizeEvent(event)

    def _tell_chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self.chosen.emit(self._lines.lines[index.row()])


def write_csv(path: Path, text: str) -> None:
    """With a byte order mark, by which spreadsheets know UTF-8.  Raises `OSError`."""
    path.write_text(text, encoding="utf-8-sig", newline="")

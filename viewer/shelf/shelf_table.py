"""The table of documents: hairlines between rows, a wash under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from viewer.shelf.rows import Column
from viewer.shelf.shelf_model import COUNTS, Index, ShelfModel
from viewer.theme import tokens

ROW_HEIGHT, PADDING, _BAR = 44, 12, 3  # px; the bar marks the row that has the keyboard
_WIDTHS = {
    Column.DATE: 152,
    Column.LANGUAGE: 136,
    Column.PAGES: 64,
    Column.NOTES: 64,
    Column.CHECKED: 78,
    Column.LAST_READ: 124,
    Column.ADDED: 108,
}


_NEEDED = {Column.ADDED: 1000, Column.LANGUAGE: 720}  # px of table for the column to be shown


class RowDelegate(QStyledItemDelegate):
    """Titles in ink, all else soft."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = tokens(QApplication.palette())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        hovered = isinstance(option.widget, ShelfTable) and option.widget.hovered == index.row()
        _paint_ground(painter, option.rect, t.wash if chosen else "", t.line, hovered=hovered)
        column = Column(index.column())
        title = column is Column.TITLE
        view = option.widget
        here = isinstance(view, ShelfTable) and view.hasFocus() and view.currentIndex()
        if title and here and here.row() == index.row():
            rect = option.rect
            painter.fillRect(rect.left(), rect.top(), _BAR, rect.height() - 1, QColor(t.accent))
        painter.setPen(QColor(t.ink if title or chosen else t.soft))
        font = QFont(option.font)
        if title:
            font.setWeight(QFont.Weight.Medium)
        painter.setFont(font)
        _paint_words(painter, option.rect, str(index.data() or ""), column)
        painter.restore()


class ShelfTable(QTableView):
    """Tells what the reader wants with the chosen rows."""

    open_asked = Signal()
    remove_asked = Signal()
    typed = Signal(str)  # letters typed here begin a filter
    escaped = Signal()
    left_upwards = Signal()  # the arrow up, in the first row

    def __init__(self, model: ShelfModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered = -1  # the row under the pointer
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Documents"))
        self.selectionModel().currentRowChanged.connect(self._repaint)
        self.doubleClicked.connect(lambda _: self.open_asked.emit())
        self._set_headers()

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean something here before the window's shortcuts get them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if plain and (event.key() in _OWN_KEYS or _is_letter(event)):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen = bool(self.selectionModel().selectedRows())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen:
            self.open_asked.emit()
        elif event.key() == Qt.Key.Key_Delete and chosen:
            self.remove_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif event.key() == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif _is_letter(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_row_height()

    def _set_row_height(self) -> None:
        height = max(ROW_HEIGHT, self.fontMetrics().height() + 24)
        self.verticalHeader().setDefaultSectionSize(height)

    def moveCursor(
        self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End are the first and the last document, not the first and the last column."""
        if action is QTableView.CursorAction.MoveHome:
            return self.model().index(0, 0)
        if action is QTableView.CursorAction.MoveEnd:
            return self.model().index(self.model().rowCount() - 1, 0)
        return super().moveCursor(action, modifiers)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _hover(self, row: int) -> None:
        if row != self.hovered:
            self.hovered = row
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, least in _NEEDED.items():
            self.setColumnHidden(column, self.width() < least)
        super().resizeEvent(event)

    def _repaint(self) -> None:
        self.viewport().update()  # the bar is painted in the row's first cell only

    def _set_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(ROW_HEIGHT)
        self._set_row_height()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setSectionsMovable(False)
        header.setStretchLastSection(False)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(56)
        header.setStyleSheet("QHeaderView::section:first { padding-left: 20px; }")
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setAccessibleName(self.tr("Columns"))


_OWN_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def _is_letter(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text.strip()) and text.isprintable() and not event.modifiers() & _COMMANDS


def _paint_ground(painter: QPainter, rect: QRect, wash: str, line: str, *, hovered: bool) -> None:
    if wash:
        painter.fillRect(rect, QColor(wash))
    elif hovered:
        light = QColor(line)
        light.setAlphaF(0.45)
        painter.fillRect(rect, light)
    painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(line))


def _paint_words(painter: QPainter, rect: QRect, text: str, column: Column) -> None:
    room = rect.adjusted(PADDING + (8 if column is Column.TITLE else 0), 0, -PADDING, -1)
    side = Qt.AlignmentFlag.AlignRight if column in COUNTS else Qt.AlignmentFlag.AlignLeft
    words = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, words)

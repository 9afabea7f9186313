"""The table of documents: hairlines between rows, a wash under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
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
    Column.LAST_READ: 124,
    Column.ADDED: 108,
}


_NEEDED = {Column.ADDED: 820, Column.LANGUAGE: 680}  # px of table for the column to be shown


class RowDelegate(QStyledItemDelegate):
    """Titles in ink, all else soft."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(40, max(ROW_HEIGHT, option.fontMetrics.height() + 24))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = tokens(QApplication.palette())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        _paint_ground(painter, option, t.wash if chosen else "", t.line)
        column = Column(index.column())
        title = column is Column.TITLE
        view = option.widget
        here = isinstance(view, QTreeView) and view.hasFocus() and view.currentIndex()
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


class ShelfTable(QTreeView):
    """Tells what the reader wants with the chosen rows."""

    open_asked = Signal()
    remove_asked = Signal()
    typed = Signal(str)  # letters typed here begin a filter
    escaped = Signal()
    left_upwards = Signal()  # the arrow up, in the first row

    def __init__(self, model: ShelfModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QTreeView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Documents"))
        self.selectionModel().currentRowChanged.connect(self._repaint)
        self.doubleClicked.connect(lambda _: self.open_asked.emit())
        self._set_header()

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, least in _NEEDED.items():
            self.setColumnHidden(column, self.width() < least)
        super().resizeEvent(event)

    def _repaint(self) -> None:
        self.viewport().update()  # the bar is painted in the row's first cell only

    def _set_header(self) -> None:
        header = self.header()
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

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Nothing: the table has no branches."""


_OWN_KEYS = (Qt.Key.Key_Delete, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


def _is_letter(event: QKeyEvent) -> bool:
    text = event.text()
    return bool(text.strip()) and text.isprintable() and not event.modifiers() & _COMMANDS


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, wash: str, line: str) -> None:
    rect = option.rect
    hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
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

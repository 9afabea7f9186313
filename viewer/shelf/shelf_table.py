"""The table of documents, and what its keys and its mouse do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from library.shelving.question import Column
from viewer.shelf.columns import COLUMNS, Columns
from viewer.shelf.header import ShelfHeader
from viewer.shelf.row_painting import RowDelegate
from viewer.shelf.shelf_model import ShelfModel
from viewer.table_manners import ENTER, claims, is_letter, make_plain, row_at_end

ROW_HEIGHT = 44  # px


class ShelfTable(QTableView):
    """Tells what the reader wants with the chosen rows."""

    open_asked = Signal()
    remove_asked = Signal()
    fold_asked = Signal(str)  # the value of a group
    typed = Signal(str)  # letters typed here begin a search
    left_upwards = Signal()  # the arrow up, in the first row
    columns_changed = Signal()  # moved, or another width

    def __init__(self, model: ShelfModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = ShelfHeader(self)
        self.setHorizontalHeader(self.header)
        self._model = model
        self.setModel(model)
        self._delegate = RowDelegate(self, model)
        self.setItemDelegate(self._delegate)
        self.columns = Columns()
        self._is_arranging = False
        self._set_manners()
        self._set_rows()
        self.selectionModel().currentRowChanged.connect(self._repaint)
        self.doubleClicked.connect(self._take_double_click)
        self.header.sectionResized.connect(self._take_width)
        self.header.sectionMoved.connect(self._take_move)
        self.show_columns(self.columns)

    @property
    def hovered(self) -> int:
        """The row under the pointer, -1 for none."""
        return self._delegate.hovered

    # --- Columns ---------------------------------------------------------------------

    def show_columns(self, columns: Columns) -> None:
        """Show these columns, in this order."""
        self._is_arranging = True
        self.columns = columns
        for place, column in enumerate(columns.shown):
            self.header.moveSection(self.header.visualIndex(COLUMNS.index(column)), place)
        self.header.last = columns.shown[-1]
        self._is_arranging = False
        self._fit()

    def _fit(self) -> None:
        """Share the room out among the columns."""
        self._is_arranging = True
        widths = self.columns.in_room(self.viewport().width())
        for logical, column in enumerate(COLUMNS):
            self.header.setSectionHidden(logical, column not in widths)
        for column, width in widths.items():
            self.header.resizeSection(COLUMNS.index(column), width)
        self._is_arranging = False

    def _take_width(self, logical: int, _before: int, width: int) -> None:
        column = COLUMNS[logical]
        if self._is_arranging or not width:
            return
        if column is not Column.TITLE:
            self.columns = self.columns.with_width(column, width)
            self.columns_changed.emit()
        self._fit()

    def _take_move(self) -> None:
        if not self._is_arranging:
            order = [COLUMNS[self.header.logicalIndex(n)] for n in range(len(COLUMNS))]
            shown = tuple(column for column in order if column in self.columns.shown)
            self.columns = Columns(shown, self.columns.widths)
            self.header.last = shown[-1]
            self.columns_changed.emit()

    # --- Qt's events -----------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean something here before the window's shortcuts get them."""
        return claims(event, _OWN_KEYS) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        chosen, key = self.selectionModel().hasSelection(), event.key()
        heading = self._model.lines.heading(self.currentIndex().row())
        if heading is not None and key in (*ENTER, *_FOLDING):
            folded = heading.value in self._model.lines.folded
            if key in ENTER or key == Qt.Key.Key_Space or (key == Qt.Key.Key_Right) == folded:
                self.fold_asked.emit(heading.value)
        elif key in ENTER and chosen:
            self.open_asked.emit()
        elif key == Qt.Key.Key_Delete and chosen:
            self.remove_asked.emit()
        elif key == Qt.Key.Key_Up and self.currentIndex().row() <= 0:
            self.left_upwards.emit()
        elif is_letter(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QTableView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End are the first and the last document, not the first and the last column."""
        row = row_at_end(self, action)
        if row is None:
            return super().moveCursor(action, modifiers)
        return self._model.index(row, self.header.logicalIndex(0))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        heading = self._model.lines.heading(self.rowAt(event.position().toPoint().y()))
        if heading is not None and event.button() == Qt.MouseButton.LeftButton:
            self.fold_asked.emit(heading.value)
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._set_row_height()

    def _hover(self, row: int) -> None:
        if row != self._delegate.hovered:
            self._delegate.hovered = row
            self.viewport().update()

    def _take_double_click(self, index: QModelIndex) -> None:
        if self._model.lines.heading(index.row()) is None:
            self.open_asked.emit()

    def _repaint(self) -> None:
        self.viewport().update()  # the bar is painted in the row's first cell only

    # --- Making ----------------------------------------------------------------------

    def _set_manners(self) -> None:
        make_plain(self)
        self.setSelectionMode(QTableView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Documents"))

    def _set_rows(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setHighlightSections(False)
        rows.setMinimumSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._set_row_height()

    def _set_row_height(self) -> None:
        height = max(ROW_HEIGHT, self.fontMetrics().height() + 24)
        self.verticalHeader().setDefaultSectionSize(height)


_FOLDING = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space)
_OWN_KEYS = (*ENTER, Qt.Key.Key_Delete)

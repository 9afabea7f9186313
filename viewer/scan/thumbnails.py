"""The strip of small pages beside the scan."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from library.errors import DiptychError
from library.pages.pool import Urgency
from viewer.drawing.drawings import Drawings
from viewer.drawing.painting import BLANK
from viewer.drawing.pieces import Piece
from viewer.icons import icon
from viewer.page_source import PageSource
from viewer.places import PageShown, Place
from viewer.reading import Reading
from viewer.theme import NIGHT, is_dark, tokens

WIDTH = 92
_PICTURE = QSize(64, 84)  # the room of one picture
_TOP = 8  # above a picture
_NUMBER = 28  # the room of the number below it
_CELL = _TOP + _PICTURE.height() + _NUMBER
_MARK = 20
_LATER = 60  # ms after a page turn: the page itself comes first
_ROOM = 6 * 1024 * 1024  # bytes of pixels: some 280 pages, 70 on a fine screen

Index = QModelIndex | QPersistentModelIndex


class _Leaves(QAbstractListModel):
    """The scan's pages as rows."""

    def __init__(self, reading: Reading, parent: QWidget) -> None:
        super().__init__(parent)
        self._reading = reading
        self.scan = reading.document.scan_pages

    def read_anew(self) -> None:
        self.beginResetModel()
        self.scan = self._reading.document.scan_pages
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.scan)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return str(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.tr("Page {0}").format(index.row() + 1)
        return None


class _Painting(QStyledItemDelegate):
    """Paints a small page and its number."""

    def __init__(self, strip: Thumbnails) -> None:
        super().__init__(strip)
        self._strip = strip

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(WIDTH - 2, _CELL)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell: QRect = option.rect
        state: QStyle.StateFlag = option.state
        t = tokens(self._strip.palette())
        page = self._picture_rect(cell, index.row())
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        edge = 2 if chosen else 1
        frame = page.adjusted(-edge, -edge, edge, edge)  # filled: crisp at every scale
        painter.fillRect(frame, QColor(t.accent if chosen else t.line))
        self._paint_picture(painter, page, index.row())
        painter.setPen(QColor(t.ink if chosen else t.soft))
        font = painter.font()
        font.setPixelSize(11)
        font.setBold(chosen)
        painter.setFont(font)
        number = QRect(cell.left(), cell.bottom() - _NUMBER + 1, cell.width(), _NUMBER - 6)
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, index.data())

    def _picture_rect(self, cell: QRect, row: int) -> QRect:
        rect = QRect(0, 0, *self._strip.picture_size(row))
        rect.moveCenter(cell.center())
        rect.moveBottom(cell.top() + _TOP + _PICTURE.height())
        return rect

    def _paint_picture(self, painter: QPainter, page: QRect, row: int) -> None:
        painter.fillRect(page, BLANK)
        picture = self._strip.picture_of_row(row)
        if picture is not None:
            painter.drawImage(page, picture)
        if is_dark(self._strip.palette()):
            painter.fillRect(page, NIGHT)
        if self._strip.has_failed(row):
            mark = QRect(0, 0, _MARK, _MARK)
            mark.moveCenter(page.center())
            icon("triangle-alert").paint(painter, mark)


class Thumbnails(QListView):
    """Small pages; a click, or the keys and Enter, go to one."""

    def __init__(self, reading: Reading, pages: PageSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._leaves = _Leaves(reading, self)
        self._drawings = Drawings(reading, pages, _ROOM, self)
        self._drawings.drawn.connect(self._repaint)
        self._drawings.failed.connect(self._repaint_failed)
        self.setModel(self._leaves)
        self.setItemDelegate(_Painting(self))
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self._choose_current)
        self._prepare()
        self.clicked.connect(self._go)
        self.activated.connect(self._go)
        reading.document_changed.connect(self._read_anew)
        reading.page_changed.connect(self._follow)
        reading.jumped.connect(self._follow)
        self._choose_current()

    def _prepare(self) -> None:
        self.setObjectName("thumbnails")
        self.setStyleSheet("QListView#thumbnails { background: palette(window); }")
        self.setAccessibleName(self.tr("Pages"))
        self.setFixedWidth(WIDTH)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_CELL // 3)

    def picture(self, page: int) -> QImage | None:
        """The small picture of a page of the document, where it is there."""
        row = self._row_of(page)
        return None if row is None else self.picture_of_row(row)

    def picture_of_row(self, row: int) -> QImage | None:
        return self._drawings.pictures.get(self._piece(row))

    def has_failed(self, row: int) -> bool:
        return self._leaves.scan[row] in self._drawings.problems

    def picture_size(self, row: int) -> tuple[int, int]:
        """View pixels of a row's picture."""
        leaf = self._reading.document.pages[self._leaves.scan[row]]
        size = QSize(round(leaf.width), round(leaf.height)).expandedTo(QSize(1, 1))
        small = size.scaled(_PICTURE, Qt.AspectRatioMode.KeepAspectRatio)
        return max(1, small.width()), max(1, small.height())

    def let_go(self) -> None:
        """The tab closes: withdraw what was asked for."""
        self._drawings.close()

    def refresh(self) -> None:
        """Ask for the rows that are on the screen, and no others."""
        if self.isVisible() and self._leaves.scan:
            rows = self._rows_shown()
            self._drawings.want([self._piece(row) for row in rows], (), Urgency.BACKGROUND)

    def ask_again(self, page: int) -> None:
        """Try a page again that failed here."""
        if page in self._drawings.problems:
            self._drawings.ask_again(page)
            self.refresh()

    def _rows_shown(self) -> range:
        top = self.verticalScrollBar().value()
        bottom = top + self.viewport().height()
        return range(max(0, top // _CELL), min(len(self._leaves.scan), -(-bottom // _CELL)))

    def _piece(self, row: int) -> Piece:
        width, height = self.picture_size(row)
        ratio = self.devicePixelRatioF()
        return Piece(self._leaves.scan[row], round(width * ratio), round(height * ratio))

    def _row_of(self, page: int) -> int | None:
        scan = self._leaves.scan
        return scan.index(page) if page in scan else None

    def _go(self, index: QModelIndex) -> None:
        self._reading.go_to(Place(page=self._leaves.scan[index.row()]))

    def _follow(self, where: PageShown | Place) -> None:
        if where.page is not None:
            self._later.start()

    def _choose_current(self) -> None:
        row = self._row_of(self._reading.page)
        if row is not None:
            self.setCurrentIndex(self._leaves.index(row))

    def _read_anew(self) -> None:
        self._drawings.forget(pictures=False)
        self._leaves.read_anew()
        self._choose_current()
        self.refresh()

    def _repaint(self, piece: Piece) -> None:
        row = self._row_of(piece.page)
        if row is not None:
            self.update(self._leaves.index(row))

    def _repaint_failed(self, _page: int, _error: DiptychError) -> None:
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
        else:
            event.ignore()  # the panel knows the mouse's other buttons

    def event(self, event: QEvent) -> bool:
        handled = super().event(event)
        if event.type() in (QEvent.Type.Show, QEvent.Type.DevicePixelRatioChange):
            self.refresh()
        return handled

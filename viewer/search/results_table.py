"""The table of what was found: a title in a row, its hits below it, all walked by the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from viewer.faces import FAMILIES
from viewer.icons import icon
from viewer.search.found_table import FoundTable
from viewer.search.results_header import ResultsHeader
from viewer.search.results_model import Column, Index, ResultsModel, label_of
from viewer.search.rows import Kind, Row
from viewer.search.snippet_painting import paint_snippet
from viewer.table_manners import paint_ground
from viewer.theme import Tokens, tokens

_HEIGHT, _PADDING, _INDENT, _BAR = 29, 12, 20, 3  # px; the bar marks the row with the keyboard
_WIDTHS = {
    Column.DATE: 160,
    Column.LANGUAGE: 84,
    Column.COLLECTION: 200,
    Column.HAS: 146,
    Column.NOTES: 60,
}
_NEEDED = {Column.COLLECTION: 900, Column.LANGUAGE: 640}  # px of table for the column to show
_LABEL = 190  # px at the right of a hit for where it stands
_FOLD = 16


class _RowDelegate(QStyledItemDelegate):
    """Each cell of a hit's row paints its part of the whole row."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = option.widget
        if not isinstance(view, ResultsTable):
            return
        t, row = tokens(QApplication.palette()), view.results.row(index.row())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setClipRect(option.rect)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_ground(painter, option.rect, t, row, chosen=chosen, hovered=view.is_hovered(index))
        whole = view.rect_of_row(index.row())
        if view.hasFocus() and view.currentIndex().row() == index.row():
            painter.fillRect(whole.left(), whole.top() + 1, _BAR, whole.height(), QColor(t.accent))
        if row.kind is Kind.DOCUMENT:
            self._paint_cell(painter, option, index, t, chosen=chosen)
        else:
            self._paint_row(painter, view, whole, row, t, chosen=chosen)
        painter.restore()

    def _paint_cell(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
        t: Tokens,
        *,
        chosen: bool,
    ) -> None:
        column = Column(index.column())
        is_title = column is Column.TITLE
        font = QFont(option.font)
        font.setWeight(QFont.Weight.Medium if is_title else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(t.ink if is_title or chosen else t.soft))
        indent = _INDENT if is_title else _PADDING
        room = option.rect.adjusted(indent, 3, -_PADDING, 0)
        words = painter.fontMetrics().elidedText(
            str(index.data() or ""), Qt.TextElideMode.ElideRight, room.width()
        )
        right = column is Column.NOTES
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_row(
        self,
        painter: QPainter,
        view: ResultsTable,
        whole: QRect,
        row: Row,
        t: Tokens,
        *,
        chosen: bool,
    ) -> None:
        room = whole.adjusted(_INDENT, 0, -_PADDING, 0)
        hit = view.results.hit(row) if row.kind in (Kind.HIT, Kind.SIMILAR_HIT) else None
        if hit is None:
            self._paint_words(painter, view, room, row, t)
            return
        painter.setPen(QColor(t.soft))
        label = room.adjusted(max(0, room.width() - _LABEL), 0, 0, 0)
        said = label_of(hit, view.tr("p. {0}"))
        if row.kind is Kind.SIMILAR_HIT:
            said = hit.title
        said = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, label.width())
        painter.drawText(label, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, said)
        snippet = room.adjusted(0, 0, -_LABEL - _PADDING, 0)
        paint_snippet(painter, snippet, hit.snippet, view.text_face, t, chosen=chosen)

    def _paint_words(
        self, painter: QPainter, view: ResultsTable, room: QRect, row: Row, t: Tokens
    ) -> None:
        painter.setPen(QColor(t.accent if row.kind is Kind.MORE else t.soft))
        if row.kind is Kind.SIMILAR:
            name = "chevron-up" if view.results.is_similar_unfolded else "chevron-down"
            fold = QRect(room.left(), room.center().y() - _FOLD // 2, _FOLD, _FOLD)
            icon(name).paint(painter, fold, Qt.AlignmentFlag.AlignCenter, QIcon.Mode.Normal)
            room = room.adjusted(_FOLD + 6, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, view.results.words(row))


class ResultsTable(FoundTable):
    """Tells which hit the reader wants to open."""

    opened = Signal(object)  # Row
    chosen = Signal(object)  # Row: it is looked at

    def __init__(self, model: ResultsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.results = model
        self._hovered = -1
        self.header = ResultsHeader(self)
        self.setHorizontalHeader(self.header)
        self.setModel(model)
        self.setItemDelegate(_RowDelegate(self))
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("What was found"))
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)
        self.entered.connect(lambda row: self.opened.emit(model.row(row)))
        self.text_face = self._make_face()
        self._set_headers()

    def is_hovered(self, index: Index) -> bool:
        return self._hovered == index.row()

    def rect_of_row(self, row: int) -> QRect:
        """The whole row in the viewport."""
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        return QRect(0, top, self.viewport().width(), height)

    def row_at(self, row: int) -> Row | None:
        return self.results.row(row) if 0 <= row < self.results.rowCount() else None

    # --- What the reader does --------------------------------------------------------

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row = self._row_under(event.position().toPoint())
        plain = event.button() is Qt.MouseButton.LeftButton
        if plain and row is not None and row.kind is not Kind.DOCUMENT:
            self.opened.emit(row)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._row_under(event.position().toPoint())
        if row is not None and row.kind is Kind.DOCUMENT:
            self.opened.emit(row)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(-1)
        super().leaveEvent(event)

    def _row_under(self, point: QPoint) -> Row | None:
        return self.row_at(self.rowAt(point.y()))

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _tell_chosen(self) -> None:
        self.viewport().update()
        row = self.row_at(self.currentIndex().row())
        if row is not None:
            self.chosen.emit(row)

    # --- How it looks ----------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.text_face = self._make_face()
            self._set_row_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        for column, least in _NEEDED.items():
            self.setColumnHidden(column, self.width() < least)
        super().resizeEvent(event)

    def _make_face(self) -> QFont:
        face = QFont(self.font())
        face.setFamilies(list(FAMILIES))
        if face.pointSizeF() > 0:
            face.setPointSizeF(face.pointSizeF() * 1.12)
        else:
            face.setPixelSize(round(face.pixelSize() * 1.12))
        return face

    def _set_row_height(self) -> None:
        self.verticalHeader().setDefaultSectionSize(max(_HEIGHT, self.fontMetrics().height() + 12))

    def _set_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setMinimumSectionSize(_HEIGHT)
        self._set_row_height()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.header
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)


def _paint_ground(
    painter: QPainter, rect: QRect, t: Tokens, row: Row, *, chosen: bool, hovered: bool
) -> None:
    paint_ground(painter, rect, t, chosen=chosen, hovered=hovered)
    if row.kind in (Kind.DOCUMENT, Kind.SIMILAR):
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), 1), QColor(t.line))

"""The headings of the columns: sorted by a click, by several with Shift, moved by dragging."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QToolButton, QWidget

from library.shelving.question import Column, Order
from viewer.icons import icon
from viewer.shelf.cells import COUNTS
from viewer.shelf.columns import COLUMNS, NARROWEST
from viewer.shelf.naming import column_name
from viewer.table_manners import begin_heading, paint_order
from viewer.theme import Tokens, tokens

HEIGHT, PADDING, TITLE_PADDING = 32, 12, 20  # px
_MARK = 14  # px for the arrow of the order
_BUTTON = 22  # px


class ShelfHeader(QHeaderView):
    """Paints itself: Qt's own looks through all rows for those that are chosen."""

    sort_asked = Signal(object, bool)  # Column, whether it joins the columns sorted by

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._order: tuple[Order, ...] = ()
        self._adds = False
        self.last = Column.NOTES  # the column at the right: it leaves room for the button
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(NARROWEST)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Columns"))
        self.setToolTip(self.tr("Click to sort; Shift+click to sort by one more column"))
        self.sectionClicked.connect(self._ask_to_sort)
        self.menu_button = QToolButton(self)
        self.menu_button.setIcon(icon("arrow-up-down"))
        self.menu_button.setIconSize(QSize(14, 14))
        self.menu_button.setFixedSize(_BUTTON, _BUTTON)
        self.menu_button.setObjectName("smallButton")
        words = self.tr("Columns, order and groups")
        self.menu_button.setToolTip(words)
        self.menu_button.setAccessibleName(words)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def show_order(self, order: Sequence[Order]) -> None:
        self._order = tuple(order)
        self.viewport().update()

    def right_padding(self, column: Column) -> int:
        """Of a cell, in px."""
        return PADDING + (_BUTTON if column is self.last else 0)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(HEIGHT, self.fontMetrics().height() + 14))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.menu_button.move(self.width() - _BUTTON - 4, (self.height() - _BUTTON) // 2)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._adds = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        super().mousePressEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        t, column = tokens(QApplication.palette()), COLUMNS[logical]
        painter.save()
        begin_heading(painter, rect, self.font(), t)
        nth = next((n for n, each in enumerate(self._order) if each.column is column), None)
        left = TITLE_PADDING if column is Column.TITLE else PADDING
        room = rect.adjusted(left, 0, -self.right_padding(column), -1)
        words = room.adjusted(0, 0, 0 if nth is None else -_MARK, 0)
        side = Qt.AlignmentFlag.AlignRight if column in COUNTS else Qt.AlignmentFlag.AlignLeft
        text = painter.fontMetrics().elidedText(
            column_name(column), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, side | Qt.AlignmentFlag.AlignVCenter, text)
        if nth is not None:
            right = side is Qt.AlignmentFlag.AlignRight
            wide = painter.fontMetrics().horizontalAdvance(text)
            at = words.right() if right else words.left() + wide
            self._paint_mark(painter, QPointF(at + 8, rect.center().y()), nth, t)
        painter.restore()

    def _paint_mark(self, painter: QPainter, at: QPointF, nth: int, t: Tokens) -> None:
        """An arrow, and which of several columns this is."""
        paint_order(painter, at, t, descending=self._order[nth].descending)
        if len(self._order) > 1:
            font = QFont(painter.font())
            font.setPixelSize(9)
            painter.setFont(font)
            painter.setPen(QColor(t.accent))
            painter.drawText(at + QPointF(5, -1), str(nth + 1))

    def _ask_to_sort(self, logical: int) -> None:
        self.sort_asked.emit(COLUMNS[logical], self._adds)


def sorted_by(order: Sequence[Order], column: Column, *, adds: bool) -> tuple[Order, ...]:
    """The order after a click: the column alone, or joined to the others; again, turned round."""
    here = next((each for each in order if each.column is column), None)
    if here is None:
        new = Order(column, descending=column in _NEWEST_FIRST)
        return (*order, new) if adds else (new,)
    turned = Order(column, not here.descending)
    if adds:
        return tuple(turned if each is here else each for each in order)
    return (turned,) if order[0] is here else (Order(column, here.descending),)


_NEWEST_FIRST = frozenset({Column.LAST_READ, Column.ADDED, Column.NOTES, Column.CHECKED})

"""The headings of what was found: a click sorts, a second turns the order round, a third ends it.

Without an order the best documents come first.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QHeaderView, QWidget

from library.shelving.question import Column as Sorted
from library.shelving.question import Order
from viewer.search.results_model import Column
from viewer.table_manners import begin_heading, paint_order
from viewer.theme import tokens

HEIGHT, PADDING, TITLE_PADDING = 32, 12, 20  # px
_MARK = 14  # px: room for the arrow
_SORTED = {
    Column.TITLE: Sorted.TITLE,
    Column.DATE: Sorted.DATE,
    Column.LANGUAGE: Sorted.LANGUAGE,
    Column.COLLECTION: Sorted.ARCHIVE_COLLECTION,
    Column.HAS: Sorted.HAS,
    Column.NOTES: Sorted.NOTES,
}
_MOST_FIRST = frozenset({Sorted.NOTES})


class ResultsHeader(QHeaderView):
    """Looks as the headings of the shelf do."""

    order_asked = Signal(object)  # Order, or None: the best first

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.order: Order | None = None
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setStretchLastSection(False)
        self.setMinimumSectionSize(48)
        self.setAccessibleName(self.tr("Columns"))
        self.setToolTip(self.tr("Click to sort; the third click puts the best first again"))
        self.sectionClicked.connect(self._ask)

    def show_order(self, order: Order | None) -> None:
        self.order = order
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(HEIGHT, self.fontMetrics().height() + 14))

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        t, column, order = tokens(QApplication.palette()), Column(logical), self.order
        painter.save()
        begin_heading(painter, rect, self.font(), t)
        is_sorted = order is not None and order.column is _SORTED[column]
        left = TITLE_PADDING if column is Column.TITLE else PADDING
        room = rect.adjusted(left, 0, -PADDING - (_MARK if is_sorted else 0), -1)
        name = str(self.model().headerData(logical, Qt.Orientation.Horizontal))
        name = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        right = column is Column.NOTES
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, name)
        if order is not None and is_sorted:
            wide = painter.fontMetrics().horizontalAdvance(name)
            at = QPointF(room.right() if right else room.left() + wide, rect.center().y())
            paint_order(painter, at + QPointF(8, 0), t, descending=order.descending)
        painter.restore()

    def _ask(self, logical: int) -> None:
        self.order_asked.emit(_after_click(self.order, _SORTED[Column(logical)]))


def _after_click(order: Order | None, column: Sorted) -> Order | None:
    first = column in _MOST_FIRST
    if order is None or order.column is not column:
        return Order(column, descending=first)
    return Order(column, descending=not first) if order.descending is first else None

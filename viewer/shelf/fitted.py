"""Lists that are as high as what is in them: the panel around them scrolls."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPolygonF, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from viewer.theme import Tokens


class FittedTree(QTreeView):
    """A tree without scroll bars of its own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setStyleSheet("QTreeView { background: transparent; }")
        self.expanded.connect(lambda _: self.fit())
        self.collapsed.connect(lambda _: self.fit())

    def fit(self) -> None:
        """Be as high as the lines that are shown."""
        self.executeDelayedItemsLayout()
        index, height = self.model().index(0, 0), 0
        while index.isValid():
            height += self.rowHeight(index)
            index = self.indexBelow(index)
        self.setFixedHeight(max(1, height))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the panel around it scrolls

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        _hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Have the panel around it scroll, so that the keyboard's line is in sight."""
        area = self.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inside = area.widget() if area is not None else None
        if area is not None and inside is not None and self.hasFocus():
            place = self.mapTo(inside, self.visualRect(index).center())
            area.ensureVisible(place.x(), place.y(), 0, 24)


def paint_count(painter: QPainter, room: QRect, count: str, colour: str) -> int:
    """Paint a number on the right; gives its width with the gap before it, in px."""
    if not count:
        return 0
    painter.setPen(QColor(colour))
    painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
    return painter.fontMetrics().horizontalAdvance(count) + 10


def paint_line(
    painter: QPainter, option: QStyleOptionViewItem, t: Tokens, *, chosen: bool, hovered: bool
) -> None:
    """The ground of a line: washed where it is chosen, light where the pointer is."""
    if chosen or hovered:
        ground = QColor(t.wash if chosen else t.line)
        if not chosen:
            ground.setAlphaF(0.55)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(option.rect.adjusted(0, 1, 0, -1), 6, 6)


def line_size(metrics: QFontMetrics, least: int) -> QSize:
    """Of a line, in px: never too low for its letters."""
    return QSize(40, max(least, metrics.height() + 10))


def paint_fold(painter: QPainter, at: QPointF, t: Tokens, *, folded: bool) -> None:
    """The sign of a group: it points down where the group is open."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.soft))
    down = (QPointF(0, -2), QPointF(8, -2), QPointF(4, 3))
    right = (QPointF(1, -4), QPointF(6, 0), QPointF(1, 4))
    painter.drawPolygon(QPolygonF([at + corner for corner in (right if folded else down)]))

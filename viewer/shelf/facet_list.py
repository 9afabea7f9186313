"""The facets below the places: values with counts, of which several may be chosen."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from library.shelving.question import Facet, ShelfQuestion
from viewer.icons import paint_icon
from viewer.shelf.facet_items import (
    Chosen,
    Counts,
    FacetLine,
    FacetValue,
    Heading,
    More,
    lines_of,
)
from viewer.shelf.fitted import FittedTree, line_size, paint_count, paint_line
from viewer.shelf.naming import facet_name, value_name
from viewer.shelf.place_items import Index
from viewer.shelf.wording import reader_locale
from viewer.theme import tokens

LINE = Qt.ItemDataRole.UserRole  # FacetLine
_HEIGHT, _PAD, _TICK = 25, 10, 13  # px
_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FacetList(FittedTree):
    """A click, Enter or Space chooses a value, or lets it go."""

    toggled = Signal(object, str)  # Facet, value
    more_asked = Signal()  # some facet is to show all its values

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setItemDelegate(_FacetDelegate(self))
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setAccessibleName(self.tr("Filters"))
        self._counts: Counts = {}
        self._chosen: Chosen = {}
        self.opened: frozenset[Facet] = frozenset()
        self.folded: frozenset[Facet] = frozenset()
        self._fill()

    def show_counts(self, counts: Counts) -> None:
        self._counts = counts
        self._fill()

    def show_chosen(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._fill()

    def show_folded(self, folded: frozenset[Facet]) -> None:
        self.folded = folded
        self._fill()

    def lines(self) -> list[FacetLine]:
        """What is shown, from top to bottom."""
        return [self._items.item(row).data(LINE) for row in range(self._items.rowCount())]

    def press(self, line: FacetLine) -> None:
        """As a click on the line would."""
        match line:
            case FacetValue():
                self.toggled.emit(line.facet, line.value)
            case Heading():
                self.show_folded(self.folded ^ {line.facet})
            case More():
                self.opened ^= {line.facet}
                self._fill()
                self.more_asked.emit()

    def _fill(self) -> None:
        here = self.currentIndex().data(LINE)
        lines = [*lines_of(self._counts, self._chosen, self.opened, self.folded)]
        if lines == self.lines():
            return
        self._items.clear()
        for line in lines:
            self._items.appendRow(_item(line))
        for row, line in enumerate(lines):
            if here is not None and _key(line) == _key(here):
                self.setCurrentIndex(self._items.index(row, 0))
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self.currentIndex().data(LINE)
        if event.key() in _PRESSING and line is not None:
            self.press(line)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            self.press(index.data(LINE))


def _key(line: FacetLine) -> tuple[object, ...]:
    return type(line), line.facet, line.value if isinstance(line, FacetValue) else ""


def with_toggled(question: ShelfQuestion, facet: Facet, value: str) -> ShelfQuestion:
    """The question with this value chosen, or no longer chosen."""
    values = question.chosen.get(facet, frozenset()) ^ {value}
    chosen = {each: chosen for each, chosen in question.chosen.items() if each is not facet}
    return replace(question, chosen={**chosen, facet: values} if values else chosen)


def _item(line: FacetLine) -> QStandardItem:
    item = QStandardItem(_words(line))
    item.setData(line, LINE)
    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    if isinstance(line, FacetValue):
        state = _tr("chosen") if line.is_chosen else ""
        parts = (facet_name(line.facet), _words(line), str(line.documents), state)
        item.setAccessibleText(", ".join(part for part in parts if part))
    item.setToolTip(_words(line))
    return item


def _words(line: FacetLine) -> str:
    match line:
        case Heading():
            return facet_name(line.facet)
        case FacetValue():
            return value_name(line.facet, line.value)
    return _tr("Fewer") if line.fewer else _tr("More…")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Shelf", text)


class _FacetDelegate(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        size = line_size(option.fontMetrics, _HEIGHT)
        return size + QSize(0, 10) if isinstance(index.data(LINE), Heading) else size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: FacetLine = index.data(LINE)
        t = tokens(QApplication.palette())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        font = QFont(option.font)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        words = str(index.data())
        if isinstance(line, Heading):
            font.setPixelSize(11)
            painter.setFont(font)
            painter.setPen(QColor(t.soft))
            low = Qt.AlignmentFlag.AlignBottom
            painter.drawText(
                room.adjusted(0, 0, 0, -5), low, words + (" …" if line.is_folded else "")
            )
        else:
            chosen = isinstance(line, FacetValue) and line.is_chosen
            paint_line(painter, option, t, chosen=chosen, hovered=hovered)
            painter.setFont(font)
            wide = 0
            if isinstance(line, FacetValue):
                wide = paint_count(painter, room, _count(line), t.soft)
            if chosen:
                tick = QRectF(room.left(), room.center().y() - _TICK / 2 + 1, _TICK, _TICK)
                paint_icon(painter, tick, "check", t.accent)
                room.setLeft(room.left() + _TICK + 5)
            painter.setPen(QColor(t.accent if chosen or isinstance(line, More) else t.ink))
            room.setRight(room.right() - wide)
            shown = painter.fontMetrics().elidedText(
                words, Qt.TextElideMode.ElideRight, room.width()
            )
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
        self._paint_keyboard(painter, option, index, t.accent)
        painter.restore()

    def _paint_keyboard(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, accent: str
    ) -> None:
        view = option.widget
        if isinstance(view, FacetList) and view.hasFocus():
            current: QModelIndex = view.currentIndex()
            if current.row() == index.row():
                painter.setPen(QColor(accent))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)


def _count(line: FacetValue) -> str:
    return reader_locale().toString(line.documents)

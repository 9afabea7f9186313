"""The tree of places, as the reader sees and uses it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from library.model.shelved import Collection, SmartCollection
from library.shelving.question import Place
from viewer.icons import icon
from viewer.shelf.fitted import FittedTree, line_size, paint_count, paint_fold, paint_line
from viewer.shelf.place_items import COUNT, THING, Index, Places, PlacesModel, Thing
from viewer.shelf.wording import reader_locale
from viewer.theme import tokens

_LINE, _SIGN, _PAD, _FOLD = 30, 16, 10, 14  # px
_ALL = Place()


class PlacesView(FittedTree):
    """Goes to a place with a click or the arrows; F2 renames, the menu makes and deletes."""

    place_asked = Signal(object)  # Place | Collection | SmartCollection
    new_asked = Signal(str)  # the id of the collection that the new one lies in
    delete_asked = Signal(object)  # Collection | SmartCollection

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = PlacesModel(self)
        self.setModel(self.places)
        self.setItemDelegate(_PlaceDelegate(self))
        self.setRootIsDecorated(False)
        self.setIndentation(16)
        self.setItemsExpandable(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Places and collections"))
        self.customContextMenuRequested.connect(self._show_menu)
        self._here: Thing = _ALL
        self._is_filling = False
        self._edit_next = ""
        self._known = Places()
        self.selectionModel().currentChanged.connect(self._go)
        self.fill(Places())

    def fill(self, places: Places) -> None:
        """Show these; what is open and where the reader is stays."""
        self._known = places
        if self.state() is QAbstractItemView.State.EditingState:
            return  # the name that is written is worth more than a count
        closed = {
            item.data(THING).id
            for item in self.places.items()
            if item.hasChildren() and not self.isExpanded(item.index())
        }
        self._is_filling = True
        self.places.fill(places)
        for item in self.places.items():
            thing = item.data(THING)
            if item.hasChildren():
                self.setExpanded(item.index(), thing.id not in closed)
        self._is_filling = False
        self.show_place(self._here)
        self.fit()
        self._edit_new()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        QTimer.singleShot(0, self, lambda: self.fill(self._known))  # what came meanwhile

    def show_place(self, thing: Thing) -> None:
        """Mark where the reader is."""
        self._here = thing
        if self.state() is QAbstractItemView.State.EditingState:
            return
        item = self.places.find(thing)
        self._is_filling = True
        self.setCurrentIndex(item.index() if item is not None else QModelIndex())
        self._is_filling = False

    def edit_next(self, collection_id: str) -> None:
        """Have the collection's name written as soon as it is shown."""
        self._edit_next = collection_id

    def _edit_new(self) -> None:
        for item in self.places.items():
            thing = item.data(THING)
            if isinstance(thing, Collection) and thing.id == self._edit_next:
                self._edit_next = ""
                self.setFocus()
                self._is_filling = True
                self.setCurrentIndex(item.index())
                self._is_filling = False
                self.edit(item.index())
                return

    def _go(self, index: QModelIndex) -> None:
        thing = index.data(THING)
        if thing is not None and not self._is_filling:
            self._here = thing
            self.place_asked.emit(thing)

    # --- Folding, keys and the menu --------------------------------------------------

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Nothing: the sign that folds stands after the name."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and fold_rect(self, index).contains(event.position().toPoint()):
            self.setExpanded(index, not self.isExpanded(index))
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        thing = self.currentIndex().data(THING)
        if event.key() == Qt.Key.Key_Delete and isinstance(thing, Collection | SmartCollection):
            self.delete_asked.emit(thing)
        else:
            super().keyPressEvent(event)

    def menu(self, index: QModelIndex) -> QMenu:
        """What can be done with a place, a collection or a saved search."""
        menu, thing = QMenu(self), index.data(THING)
        inside = thing.id if isinstance(thing, Collection) else ""
        new = menu.addAction(icon("plus"), self.tr("New collection"))
        new.triggered.connect(lambda: self.new_asked.emit(""))
        if inside:
            within = menu.addAction(self.tr("New collection in this one"))
            within.triggered.connect(lambda: self.new_asked.emit(inside))
        if isinstance(thing, Collection | SmartCollection):
            menu.addSeparator()
            rename = menu.addAction(icon("pencil"), self.tr("Rename"))
            rename.triggered.connect(lambda: self.edit(index))
            delete = menu.addAction(icon("trash-2"), self.tr("Delete"))
            delete.triggered.connect(lambda: self.delete_asked.emit(thing))
        return menu

    def _show_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        menu = self.menu(index if index.isValid() else self.currentIndex())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(place))


def _count(index: Index) -> str:
    count = index.data(COUNT)
    return "" if count is None else reader_locale().toString(count)


def fold_rect(view: PlacesView, index: QModelIndex) -> QRect:
    """Where the sign that folds a collection stands; empty where there is nothing in it."""
    if not view.places.hasChildren(index):
        return QRect()
    room = view.visualRect(index)
    wide = view.fontMetrics().horizontalAdvance(_count(index)) + 10 + _FOLD
    return QRect(room.right() - _PAD - wide, room.top(), _FOLD + 6, room.height())


class _PlaceDelegate(QStyledItemDelegate):
    """Sign, name, and how many on the right."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return line_size(option.fontMetrics, _LINE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        t = tokens(QApplication.palette())
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        paint_line(painter, option, t, chosen=chosen, hovered=hovered)
        room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        sign = QRect(room.left(), room.center().y() - _SIGN // 2 + 1, _SIGN, _SIGN)
        index.data(Qt.ItemDataRole.DecorationRole).paint(painter, sign)
        font = QFont(option.font)
        painter.setFont(font)
        wide = paint_count(painter, room, _count(index), t.soft)
        font.setWeight(QFont.Weight.Medium if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(t.accent if chosen else t.ink))
        if index.model().hasChildren(index):
            wide += _FOLD
            at = QPointF(room.right() - wide + 4, option.rect.center().y())
            view = option.widget
            folded = isinstance(view, PlacesView) and not view.isExpanded(index)
            paint_fold(painter, at, t, folded=folded)
        painter.setPen(QColor(t.accent if chosen else t.ink))
        words = room.adjusted(_SIGN + 8, 0, -wide, 0)
        name = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
        if chosen and option.widget is not None and option.widget.hasFocus():
            painter.setPen(QColor(t.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 1.5, -0.5, -1.5), 6, 6)
        painter.restore()

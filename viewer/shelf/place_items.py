"""The tree at the left: places, saved searches, collections in collections, and the trash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel

from library.model.shelved import Collection, SmartCollection
from library.shelving.question import Place, PlaceKind
from viewer.icons import icon
from viewer.shelf.carrying import COLLECTION, DOCUMENTS
from viewer.shelf.naming import place_name

THING = Qt.ItemDataRole.UserRole  # Place | Collection | SmartCollection
COUNT = Qt.ItemDataRole.UserRole + 1  # int, or None while it is not known
_SIGNS = {
    PlaceKind.ALL: "library",
    PlaceKind.STARRED: "star",
    PlaceKind.TO_READ: "bookmark",
    PlaceKind.RECENTLY_READ: "clock",
    PlaceKind.RECENTLY_ADDED: "file-plus",
    PlaceKind.TRASH: "trash-2",
}
Thing = Place | Collection | SmartCollection
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Places:
    """What the tree shows."""

    smart: Sequence[SmartCollection] = ()
    collections: Sequence[Collection] = ()
    sizes: Mapping[Place | str, int] | None = None  # by place, or a saved search's id


def place_of(thing: Thing) -> Place | None:
    """The place that this stands for; None for a saved search."""
    if isinstance(thing, Collection):
        return Place(PlaceKind.COLLECTION, thing.id)
    return thing if isinstance(thing, Place) else None


class PlacesModel(QStandardItemModel):
    """Documents and collections may be dropped on it; it tells what is meant by that."""

    documents_dropped = Signal(object)  # Collection | Place
    collection_moved = Signal(str, str, str)  # id, the new parent's, the one it comes before
    renamed = Signal(object, str)  # Collection | SmartCollection, its new name

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_filling = False
        self.itemChanged.connect(self._take_name)

    def fill(self, places: Places) -> None:
        """Show these; the caller keeps what is open and where the keyboard is."""
        self._is_filling = True
        self.clear()
        sizes = places.sizes or {}
        for kind in list(_SIGNS)[:-1]:
            self.appendRow(_place_item(kind, sizes.get(Place(kind))))
        for smart in places.smart:
            self.appendRow(_item(smart, smart.name, "search", sizes.get(smart.id)))
        self._add(self.invisibleRootItem(), "", places.collections, sizes)
        trash = Place(PlaceKind.TRASH)
        self.appendRow(_place_item(PlaceKind.TRASH, sizes.get(trash)))
        self._is_filling = False

    def _add(
        self,
        parent: QStandardItem,
        parent_id: str,
        collections: Iterable[Collection],
        sizes: Mapping[Place | str, int],
    ) -> None:
        for each in collections:
            if each.parent == parent_id:
                size = sizes.get(Place(PlaceKind.COLLECTION, each.id), 0)
                item = _item(each, each.name, "folder-open", size)
                parent.appendRow(item)
                self._add(item, each.id, collections, sizes)

    def items(self) -> Iterable[QStandardItem]:
        """All, from top to bottom."""
        root = self.invisibleRootItem()
        yield from _below(root)

    def find(self, thing: Thing) -> QStandardItem | None:
        """The item that stands for the same place or saved search."""
        return next((item for item in self.items() if _is_same(item.data(THING), thing)), None)

    # --- Dropping --------------------------------------------------------------------

    def mimeTypes(self) -> list[str]:
        return [COLLECTION, DOCUMENTS]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        for index in indexes:
            thing = index.data(THING)
            if isinstance(thing, Collection):
                data.setData(COLLECTION, thing.id.encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction

    def canDropMimeData(
        self, data: QMimeData, _action: Qt.DropAction, row: int, _column: int, parent: Index
    ) -> bool:
        onto = parent.data(THING) if parent.isValid() else None
        if data.hasFormat(DOCUMENTS):
            trash = isinstance(onto, Place) and onto.kind is PlaceKind.TRASH
            return row < 0 and (isinstance(onto, Collection) or trash)
        moving = bytes(data.data(COLLECTION).data()).decode()
        if not moving or not (onto is None or isinstance(onto, Collection)):
            return False
        inside = parent
        while inside.isValid():
            thing = inside.data(THING)
            if isinstance(thing, Collection) and thing.id == moving:
                return False  # into itself
            inside = inside.parent()
        return True

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """False always: the tree shows what was done when the library has done it."""
        if self.canDropMimeData(data, action, row, column, parent):
            onto = parent.data(THING) if parent.isValid() else None
            if data.hasFormat(DOCUMENTS):
                self.documents_dropped.emit(onto)
            else:
                before = self.index(row, 0, parent).data(THING) if row >= 0 else None
                self.collection_moved.emit(
                    bytes(data.data(COLLECTION).data()).decode(),
                    onto.id if isinstance(onto, Collection) else "",
                    before.id if isinstance(before, Collection) else "",
                )
        return False

    def _take_name(self, item: QStandardItem) -> None:
        thing = item.data(THING)
        if not self._is_filling and isinstance(thing, Collection | SmartCollection):
            name = " ".join(item.text().split())
            if name and name != thing.name:
                self.renamed.emit(thing, name)
            else:
                self._is_filling = True
                item.setText(thing.name)
                self._is_filling = False


def _is_same(one: Thing, other: Thing) -> bool:
    if isinstance(one, SmartCollection) or isinstance(other, SmartCollection):
        both = isinstance(one, SmartCollection) and isinstance(other, SmartCollection)
        return both and one.id == other.id  # type: ignore[union-attr] # both have one
    return place_of(one) == place_of(other)


def _below(item: QStandardItem) -> Iterable[QStandardItem]:
    for row in range(item.rowCount()):
        child = item.child(row)
        yield child
        yield from _below(child)


def _place_item(kind: PlaceKind, count: int | None) -> QStandardItem:
    return _item(Place(kind), place_name(kind), _SIGNS[kind], count)


def _item(thing: Thing, name: str, sign: str, count: int | None) -> QStandardItem:
    item = QStandardItem(icon(sign), name)
    item.setData(thing, THING)
    item.setData(count, COUNT)
    shown = "" if count is None else str(count)
    item.setData(f"{name}, {shown}" if shown else name, Qt.ItemDataRole.AccessibleTextRole)
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
    if isinstance(thing, Collection):
        flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
    if isinstance(thing, Place) and thing.kind is PlaceKind.TRASH:
        flags |= Qt.ItemFlag.ItemIsDropEnabled
    if not isinstance(thing, Place):
        flags |= Qt.ItemFlag.ItemIsEditable
    item.setFlags(flags)
    return item

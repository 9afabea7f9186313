"""The list of cards: what the mouse and the keys do in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyleOptionViewItem, QWidget

from viewer.places import Note
from viewer.sidebar.note_delegate import NoteDelegate
from viewer.sidebar.notes_model import NotesModel, Role

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NotesView(QListView):
    """Shows the notes; tells what the reader wants of one of them."""

    go_asked = Signal(str)  # id
    write_asked = Signal(str)  # id
    delete_asked = Signal()  # the notes that are chosen, here and below
    copy_asked = Signal()
    tags_asked = Signal()
    menu_asked = Signal(QPoint)  # where on the screen
    link_asked = Signal(str)  # an address in the words of a note

    def __init__(
        self, model: NotesModel, delegate: NoteDelegate, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._cards = delegate
        self.answers_key: Callable[[QKeyEvent], bool] = lambda _event: False
        self._further = QTimer(self, singleShot=True, interval=0)
        self._further.timeout.connect(self._measure_further)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QListView.DragDropMode.DragOnly)
        self.viewport().setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName(self.tr("Notes and bookmarks"))
        delegate.resized.connect(self._lay_out_again)
        model.dataChanged.connect(self.scheduleDelayedItemsLayout)
        model.rowsMoved.connect(self.scheduleDelayedItemsLayout)

    def note_at(self, index: QModelIndex) -> Note | None:
        return index.data(Role.NOTE) if index.isValid() else None

    def chosen(self) -> list[Note]:
        """The notes that are selected, from the top."""
        rows = sorted(self.selectionModel().selectedIndexes(), key=lambda index: index.row())
        notes = {note.id: note for index in rows if (note := self.note_at(index)) is not None}
        return list(notes.values())

    def event(self, event: QEvent) -> bool:
        """Claim the keys that mean something here before the window's shortcuts get them."""
        override = event.type() == QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self._asked_by(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        note = self.note_at(self.currentIndex())
        asked = self._asked_by(event) if note else None
        if note and asked is not None:
            event.accept()
            self._ask(asked, note)
        elif not note or not self.answers_key(event):
            super().keyPressEvent(event)

    def _ask(self, asked: SignalInstance, note: Note) -> None:
        if asked in (self.go_asked, self.write_asked):
            asked.emit(note.id)
        else:
            asked.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        note = self.note_at(self.indexAt(event.position().toPoint()))
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if not note or event.button() != Qt.MouseButton.LeftButton or not plain:
            return
        if address := self._link_at(event.position().toPoint()):
            self.link_asked.emit(address)
        else:
            self.go_asked.emit(note.id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        on_link = bool(self._link_at(event.position().toPoint()))
        shape = Qt.CursorShape.PointingHandCursor if on_link else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _link_at(self, point: QPoint) -> str:
        index = self.indexAt(point)
        if not index.isValid():
            return ""
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        return self._cards.link_at(point, option, index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        note = self.note_at(self.indexAt(event.position().toPoint()))
        if note and event.button() == Qt.MouseButton.LeftButton:
            self.write_asked.emit(note.id)
        else:
            super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        note = self.note_at(index)
        if note:
            if not self.selectionModel().isSelected(index):
                self.setCurrentIndex(index)
            rect = self.visualRect(index)
            place = event.globalPos() if by_mouse else self.viewport().mapToGlobal(rect.center())
            self.menu_asked.emit(place)

    def _asked_by(self, event: QKeyEvent) -> SignalInstance | None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() == Qt.Key.Key_Space or (event.key() in _ENTER and control):
            return self.go_asked
        if event.key() == Qt.Key.Key_F2 or event.key() in _ENTER:
            return self.write_asked
        if event.key() == Qt.Key.Key_T and control:
            return self.tags_asked
        if event.matches(QKeySequence.StandardKey.Copy):
            return self.copy_asked
        return self.delete_asked if event.key() == Qt.Key.Key_Delete else None

    def edit(self, *_asked: object) -> bool:  # type: ignore[override]
        """Never by itself: Qt would take the keyboard into an editor in the row it chooses."""
        return False

    def doItemsLayout(self) -> None:
        self._cards.heights.begin_pass()
        super().doItemsLayout()
        if self._cards.heights.has_guessed:
            self._further.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _measure_further(self) -> None:
        """Measure more cards, those in view first; what the reader looks at stays there."""
        if not self.isVisible():
            return
        held = self._looked_at()
        before = self.visualRect(held).top()
        heights = self._cards.heights
        heights.begin_pass()
        self._cards.measure(self._in_view(), self)
        super().doItemsLayout()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.visualRect(held).top() - before)
        self.updateEditorGeometries()
        if heights.has_guessed:
            self._further.start()

    def _looked_at(self) -> QModelIndex:
        """The current card where it is in view, else the one at the top."""
        current, room = self.currentIndex(), self.viewport().rect()
        return current if room.intersects(self.visualRect(current)) else self._at(0)

    def _in_view(self) -> Iterator[Note]:
        first, last = self._at(0), self._at(self.viewport().height())
        rows = self.model().rowCount()
        for row in range(max(0, first.row()), last.row() + 1 if last.isValid() else rows):
            note = self.note_at(self.model().index(row, 0))
            if note is not None:
                yield note

    def _at(self, y: int) -> QModelIndex:
        return self.indexAt(QPoint(self.viewport().width() // 2, y))

    def _lay_out_again(self, index: QModelIndex) -> None:
        self.doItemsLayout()
        self.updateEditorGeometries()
        if self.currentIndex() == index:
            self.scrollTo(index)

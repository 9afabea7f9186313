"""The notes of the open document, in reading order, and where they are written."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMenu, QStackedLayout, QVBoxLayout, QWidget

from library.model.annotation import Annotation
from library.model.document import Document
from viewer.colours import add_colours
from viewer.icons import icon
from viewer.manners import choose_colour
from viewer.places import Note
from viewer.reading import Reading
from viewer.sidebar.note_delegate import NoteDelegate
from viewer.sidebar.notes_model import NotesModel, quotation
from viewer.sidebar.notes_view import NotesView


class NotesPanel(QWidget):
    """Shows, opens, writes and deletes the notes of one reading."""

    counted = Signal(int)  # how many there are now

    def __init__(self, reading: Reading, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reading = reading
        self._awaited = ""  # id of a note to open as soon as it is here
        self._model = NotesModel(reading.document, self)
        self._delegate = NoteDelegate(reading, self)
        self._model.rowsAboutToBeRemoved.connect(self._forget_editor)  # before the view hears of it
        self.view = NotesView(self._model, self._delegate, self)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(_empty_state(self))
        self._stack.addWidget(self.view)
        self._follow_reader()
        reading.notes_changed.connect(self._show_notes)
        reading.document_changed.connect(self._read_again)
        reading.note_chosen.connect(self._choose)
        reading.note_opened.connect(self.write)
        self._show_notes()

    def write(self, note_id: str) -> None:
        """Open a note for writing, and take the keyboard there."""
        index = self._model.index_of(note_id)
        if not index.isValid():
            self._awaited = note_id
            return
        self._awaited = ""
        if self._delegate.written != note_id and self._close_editor():
            self.view.setCurrentIndex(index)
            self.view.openPersistentEditor(index)
            self.view.doItemsLayout()
        if self._delegate.editor:
            self.view.scrollTo(self._model.index_of(self._delegate.written))
            self._delegate.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> bool:
        """Save what is typed at once; False where that was not possible."""
        return self._delegate.editor is None or self._delegate.editor.flush()

    def _follow_reader(self) -> None:
        self.view.go_asked.connect(self._reading.go_to_note)
        self.view.write_asked.connect(self._reading.open_note)
        self.view.delete_asked.connect(self._delete)
        self.view.copy_asked.connect(self._copy)
        self.view.menu_asked.connect(self._show_menu)
        self.view.answers_key = lambda event, note: choose_colour(self._reading, event, note)
        self._delegate.left.connect(self._close_editor)

    def _show_notes(self) -> None:
        notes = self._reading.notes()
        current = self.view.note_at(self.view.currentIndex())
        self._model.show(notes)
        if current and not self._has(current.id) and not self.view.hasFocus():
            self.view.setCurrentIndex(QModelIndex())  # Qt chose the neighbour
        self._stack.setCurrentIndex(1 if notes else 0)
        self.counted.emit(len(notes))
        if self._awaited:
            self.write(self._awaited)

    def _has(self, note_id: str) -> bool:
        return self._model.index_of(note_id).isValid()

    def _read_again(self, document: Document) -> None:
        self._model.read_again(document)
        self._show_notes()

    def _choose(self, note_id: str) -> None:
        index = self._model.index_of(note_id)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)
        else:
            self.view.clearSelection()

    def _close_editor(self) -> bool:
        """Save and close; False where what is typed must stay because it cannot be saved."""
        editor = self._delegate.editor
        if editor is None:
            return True
        if not editor.flush():
            return False
        had_focus = editor.hasFocus()
        index = self._model.index_of(self._delegate.written)
        self._delegate.editor = None  # closing hides it, and hiding would close it once more
        self.view.closePersistentEditor(index)
        self.view.scheduleDelayedItemsLayout()
        if had_focus:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _forget_editor(self, _parent: QModelIndex, first: int, last: int) -> None:
        """The note that is written is being deleted: its row takes the editor along."""
        written = self._delegate.written
        if written and first <= self._model.index_of(written).row() <= last:
            self._delegate.editor = None

    def _delete(self, note_id: str) -> None:
        row = self._model.index_of(note_id).row()
        self._reading.notebook.delete_note(note_id)
        left = self._model.rowCount()
        if left:
            self.view.setCurrentIndex(self._model.index(min(row, left - 1)))

    def _copy(self, note_id: str) -> None:
        note = self._reading.note(note_id)
        if note and (quote := quotation(note)):
            QGuiApplication.clipboard().setText(quote)

    def _show_menu(self, note_id: str, place: QPoint) -> None:
        note = self._reading.note(note_id)
        if note:
            menu = self.menu_of(note)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(place)

    def menu_of(self, note: Note) -> QMenu:
        """What can be done with a note."""
        menu, reading, key = QMenu(self), self._reading, note.id
        bookmark = not isinstance(note, Annotation)
        write = menu.addAction(
            icon("pencil"), self.tr("Rename") if bookmark else self.tr("Edit note")
        )
        write.triggered.connect(lambda: reading.open_note(key))
        go = menu.addAction(icon("map-pin"), self.tr("Go there"))
        go.triggered.connect(lambda: reading.go_to_note(key))
        copy = menu.addAction(icon("copy"), self.tr("Copy quotation"))
        copy.setEnabled(bool(quotation(note)))
        copy.triggered.connect(lambda: self._copy(key))
        if isinstance(note, Annotation):
            self._add_colours(menu, note)
        menu.addSeparator()
        delete = menu.addAction(icon("trash-2"), self.tr("Delete"))
        delete.triggered.connect(lambda: self._delete(key))
        return menu

    def _add_colours(self, menu: QMenu, note: Annotation) -> None:
        colours = menu.addMenu(icon("palette"), self.tr("Colour"))
        add_colours(colours, lambda to: self._reading.notebook.recolour(note.id, to), note.colour)


def _empty_state(parent: QWidget) -> QWidget:
    page = QWidget(parent)
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 32, 24, 24)
    sentence = QLabel(
        page.tr("Select words in the text, or draw a box on the scan, to make the first note.")
    )
    sentence.setObjectName("emptyState")
    sentence.setWordWrap(True)
    column.addWidget(sentence)
    column.addStretch()
    return page

"""The notes of the open document: found, arranged, chosen and written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget, QVBoxLayout, QWidget

from library.citing.style import Style
from library.model.annotation import Annotation
from library.model.document import Document
from viewer.manners import choose_colour, colour_of
from viewer.note_menu import add_note_deeds, edit_tags
from viewer.places import Note, Tool
from viewer.reading import Reading
from viewer.sidebar.arranging import Arranging
from viewer.sidebar.file_notes_offer import FileNotesOffer
from viewer.sidebar.note_delegate import NoteDelegate
from viewer.sidebar.notes_bar import NotesBar
from viewer.sidebar.notes_model import NotesModel
from viewer.sidebar.notes_view import NotesView

_EMPTY, _NOTES, _NOTHING_FOUND = 0, 1, 2


class NotesPanel(QWidget):
    """Shows, opens, writes and deletes the notes of one reading."""

    counted = Signal(int)  # how many there are now
    link_asked = Signal(str)  # an address in a note that the reader clicked

    def __init__(
        self, reading: Reading, style: Callable[[], Style], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._reading = reading
        self._awaited = ""  # id of a note to open as soon as it is here
        self._model = NotesModel(reading.document, style, self)
        self._delegate = NoteDelegate(reading, self)
        self._model.rowsAboutToBeRemoved.connect(self._forget_editor)  # before the view hears of it
        self.bar = NotesBar(reading.document, self)
        self.offer = FileNotesOffer(reading.file_notes, self)
        self.view = NotesView(self._model, self._delegate, self)
        self._stack = self._make_stack()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.offer)
        column.addWidget(self._stack, 1)
        self._follow_reader()
        reading.notes_changed.connect(self._show_notes)
        reading.joint.joined_changed.connect(self._show_notes)
        reading.document_changed.connect(self._read_again)
        reading.note_chosen.connect(self._choose)
        reading.note_opened.connect(self.write)
        self._show_notes()

    def write(self, note_id: str) -> None:
        """Open a note for writing, and take the keyboard there."""
        if self._reading.note(note_id) is not None and not self._has(note_id):
            self.bar.clear()  # the note is there, but not shown
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

    def menu_of(self, *notes: Note) -> QMenu:
        """What can be done with these notes."""
        menu = QMenu(self)
        add_note_deeds(menu, self._reading, notes, self, lambda: self.copy(notes))
        return menu

    def copy(self, notes: Sequence[Note]) -> None:
        QGuiApplication.clipboard().setMimeData(self._model.cited(notes))

    def edit_tags(self, notes: Sequence[Note]) -> None:
        annotations = [note for note in notes if isinstance(note, Annotation)]
        if annotations:
            edit_tags(self._reading, annotations, self)

    def delete(self, notes: Sequence[Note]) -> None:
        """Into the trash; the next note gets the focus."""
        if not notes:
            return
        row = self._model.index_of(notes[0].id).row()
        self._reading.notebook.delete_all([note.id for note in notes])
        left = self._model.rowCount()
        if left:
            self.view.setCurrentIndex(self._model.index(min(max(row, 0), left - 1)))

    def _write_on_document(self) -> None:
        made = self._reading.notebook.note_on_document()
        if made is not None:
            self._reading.open_note(made.id)

    # --- Following ---------------------------------------------------------------------

    def _follow_reader(self) -> None:
        view = self.view
        view.go_asked.connect(self._reading.go_to_note)
        view.write_asked.connect(self._reading.open_note)
        view.delete_asked.connect(lambda: self.delete(self.view.chosen()))
        view.copy_asked.connect(lambda: self.copy(self.view.chosen()))
        view.tags_asked.connect(lambda: self.edit_tags(self.view.chosen()))
        view.menu_asked.connect(self._show_menu)
        view.link_asked.connect(self._follow_link)
        view.answers_key = self._answer_key
        self._delegate.left.connect(self._close_editor)
        self.bar.wanted_changed.connect(lambda _: self._show_rows())
        self.bar.note_asked.connect(self._write_on_document)
        self.bar.left_downwards.connect(view.setFocus)

    def _answer_key(self, event: QKeyEvent) -> bool:
        """A digit is the colour of the tool that is on, else of the notes that are chosen."""
        colour = colour_of(event)
        if colour is None or self._reading.tool is not Tool.SELECT:
            return choose_colour(self._reading, event)
        ids = [note.id for note in self.view.chosen()]
        self._reading.notebook.recolour_all(ids, colour)
        return True

    def _notes(self) -> tuple[Note, ...]:
        """In reading order, with the words that areas of the scan carry."""
        return self._reading.joint.carried.told(self._reading.notes())

    def _show_notes(self) -> None:
        notes = self._notes()
        self.bar.know(self._reading.document, notes)
        self.bar.setVisible(bool(notes) or self._reading.is_kept)
        self._model.anchors = self._reading.anchoring.anchors
        self._delegate.know(notes)
        self._show_rows()
        self.counted.emit(len(notes))
        if self._awaited:
            self.write(self._awaited)

    def _show_rows(self) -> None:
        """The notes that are wanted, as they are to be arranged."""
        notes = self._notes()
        current = self.view.note_at(self.view.currentIndex())
        states = self._states(notes)
        arranging = Arranging(states, self._reading.unsaved)
        self._model.show(arranging.rows(notes, self.bar.wanted))
        if current and not self._has(current.id) and not self.view.hasFocus():
            self.view.setCurrentIndex(QModelIndex())  # Qt chose the neighbour
        found = _NOTES if self._model.rowCount() else _NOTHING_FOUND
        self._stack.setCurrentIndex(found if notes else _EMPTY)

    def _states(self, notes: Sequence[Note]) -> Mapping[str, str]:
        """How sure the places of the notes are, by their ids."""
        state_of = self._reading.anchoring.state_of
        return {note.id: state.value for note in notes if (state := state_of(note)) is not None}

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

    def _follow_link(self, address: str) -> None:
        if address.startswith("#"):
            self._reading.go_to_note(address.removeprefix("#"))
        else:
            self.link_asked.emit(address)

    def _show_menu(self, place: QPoint) -> None:
        menu = self.menu_of(*self.view.chosen())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _make_stack(self) -> QStackedWidget:
        stack = QStackedWidget(self)
        first = self.tr("Select words in the text, or draw a box on the scan, to make a note.")
        stack.addWidget(_sentence(first))
        stack.addWidget(self.view)
        stack.addWidget(_sentence(self.tr("No note is like that. Esc clears the filter.")))
        return stack


def _sentence(words: str) -> QWidget:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(24, 24, 24, 24)
    sentence = QLabel(words)
    sentence.setObjectName("emptyState")
    sentence.setWordWrap(True)
    column.addWidget(sentence)
    column.addStretch()
    return page

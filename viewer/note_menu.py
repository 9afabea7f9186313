"""The menu of one note, or of several that are chosen together, wherever it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMenu, QWidget

from library.model.annotation import Annotation
from viewer.colours import add_colours
from viewer.icons import icon
from viewer.places import Note
from viewer.reading import Reading
from viewer.tags_dialog import TagsDialog

Copy = Callable[[], None]


def add_note_deeds(
    menu: QMenu, reading: Reading, notes: Sequence[Note], parent: QWidget, copy: Copy | None = None
) -> None:
    """What can be done with these notes; `copy` puts their quotations on the clipboard."""
    annotations = [note for note in notes if isinstance(note, Annotation)]
    if len(notes) == 1:
        _add_single(menu, reading, notes[0])
    if copy is not None:
        _add(menu, "quote", _tr("Copy quotation with citation"), copy)
    if annotations:
        ids = [note.id for note in annotations]
        chosen = annotations[0].colour if len(annotations) == 1 else None
        colours = menu.addMenu(icon("palette"), _tr("Colour"))
        add_colours(colours, lambda to: reading.notebook.recolour_all(ids, to), chosen)
        _add(menu, "tag", _tr("Tags…"), lambda: edit_tags(reading, annotations, parent))
    menu.addSeparator()
    several = _tr("Delete {0} notes").format(len(notes))
    delete = _tr("Delete") if len(notes) == 1 else several
    _add(menu, "trash-2", delete, lambda: reading.notebook.delete_all([n.id for n in notes]))


def edit_tags(reading: Reading, annotations: Sequence[Annotation], parent: QWidget) -> None:
    """Ask which tags these are to have."""
    ids = [annotation.id for annotation in annotations]
    dialog = TagsDialog(annotations, reading.known_tags(), parent)
    dialog.accepted.connect(lambda: reading.notebook.tag_all(ids, dialog.added, dialog.removed))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _add_single(menu: QMenu, reading: Reading, note: Note) -> None:
    is_annotation = isinstance(note, Annotation)
    write = _tr("Edit note") if is_annotation else _tr("Rename")
    _add(menu, "pencil", write, lambda: reading.open_note(note.id))
    _add(menu, "map-pin", _tr("Go there"), lambda: reading.go_to_note(note.id))
    if is_annotation:
        _add(menu, "reply", _tr("Reply"), lambda: reply(reading, note.id))


def reply(reading: Reading, note_id: str) -> None:
    """Answer a note, and write the answer."""
    made = reading.notebook.reply(note_id)
    if made is not None:
        reading.open_note(made.id)


def _add(menu: QMenu, name: str, text: str, does: Callable[[], None]) -> None:
    action = menu.addAction(icon(name), text)
    action.triggered.connect(lambda _=False: does())


def _tr(words: str) -> str:
    return QCoreApplication.translate("Notes", words)

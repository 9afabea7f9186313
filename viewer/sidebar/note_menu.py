"""The menu of one note, or of several that are chosen together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtWidgets import QMenu, QWidget

from library.model.annotation import Annotation, Colour
from viewer.colours import add_colours
from viewer.icons import icon
from viewer.places import Note
from viewer.sidebar.note_words import quotation


class Deeds(Protocol):
    """What the panel can do with notes."""

    def write_note(self, note_id: str) -> None: ...
    def go_to(self, note_id: str) -> None: ...
    def copy(self, notes: Sequence[Note]) -> None: ...
    def reply(self, note_id: str) -> None: ...
    def recolour(self, notes: Sequence[Note], colour: Colour) -> None: ...
    def edit_tags(self, notes: Sequence[Note]) -> None: ...
    def delete(self, notes: Sequence[Note]) -> None: ...


def make_menu(notes: Sequence[Note], deeds: Deeds, parent: QWidget) -> QMenu:
    menu = QMenu(parent)
    tr = parent.tr
    annotations = [note for note in notes if isinstance(note, Annotation)]
    if len(notes) == 1:
        _add_single(menu, notes[0], deeds, parent)
    copying = tr("Copy quotation with citation")
    _add(menu, "quote", copying, lambda: deeds.copy(notes), enabled=any(map(quotation, notes)))
    if annotations:
        chosen = annotations[0].colour if len(annotations) == 1 else None
        colours = menu.addMenu(icon("palette"), tr("Colour"))
        add_colours(colours, lambda to: deeds.recolour(annotations, to), chosen)
        _add(menu, "tag", tr("Tags…"), lambda: deeds.edit_tags(annotations))
    menu.addSeparator()
    several = tr("Delete {0} notes").format(len(notes))
    delete = tr("Delete") if len(notes) == 1 else several
    _add(menu, "trash-2", delete, lambda: deeds.delete(notes))
    return menu


def _add_single(menu: QMenu, note: Note, deeds: Deeds, parent: QWidget) -> None:
    tr = parent.tr
    is_annotation = isinstance(note, Annotation)
    write = tr("Edit note") if is_annotation else tr("Rename")
    _add(menu, "pencil", write, lambda: deeds.write_note(note.id))
    _add(menu, "map-pin", tr("Go there"), lambda: deeds.go_to(note.id))
    if is_annotation:
        _add(menu, "reply", tr("Reply"), lambda: deeds.reply(note.id))


def _add(
    menu: QMenu, name: str, text: str, does: Callable[[], None], *, enabled: bool = True
) -> None:
    action = menu.addAction(icon(name), text)
    action.setEnabled(enabled)
    action.triggered.connect(lambda _=False: does())

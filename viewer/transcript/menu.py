"""The menu of the text: for the selected words, and for the note under the pointer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from library.model.annotation import Colour
from library.model.own_link import OwnLink
from viewer.colours import add_colours
from viewer.icons import icon
from viewer.note_menu import add_note_deeds
from viewer.place_menu import add_own_place, add_placing
from viewer.reading import Reading
from viewer.transcript.annotating import Annotating
from viewer.transcript.text_view import TextView


def make_menu(
    view: TextView,
    reading: Reading,
    annotating: Annotating,
    note: str,
    own: OwnLink | None,
) -> QMenu:
    """A menu for what is selected, for the annotation `note` ("" for none), and the place `own`."""
    menu = QMenu(view)
    marked = reading.note(note)
    if marked is not None:
        add_note_deeds(menu, reading, (marked,), view)
        menu.addSeparator()
    has_words = annotating.passage() is not None
    makes = has_words and reading.is_kept
    tr = view.tr
    _add(menu, "copy", tr("Copy"), view.copy, enabled=has_words)
    _add(menu, "quote", tr("Copy with citation"), annotating.copy_with_citation, enabled=has_words)
    menu.addSeparator()
    colours = _colours(menu, tr("Highlight"), annotating.highlight)
    colours.setIcon(icon("highlighter"))
    colours.setEnabled(makes)
    _add(menu, "underline", tr("Underline"), annotating.underline, enabled=makes)
    _add(menu, "notebook-pen", tr("Add note"), annotating.note, enabled=makes)
    _add(menu, "bookmark-plus", tr("Bookmark"), annotating.bookmark, enabled=makes)
    menu.addSeparator()
    add_placing(menu, reading, annotating.passage())
    add_own_place(menu, reading, own)
    menu.addSeparator()
    _add(menu, "text-select", tr("Select all"), view.selectAll, enabled=True)
    return menu


def _colours(menu: QMenu, title: str, chosen: Callable[[Colour], None]) -> QMenu:
    colours = menu.addMenu(title)
    add_colours(colours, chosen)
    return colours


def _add(
    menu: QMenu, name: str, text: str, does: Callable[[], object], *, enabled: bool
) -> QAction:
    action = menu.addAction(icon(name), text)
    action.triggered.connect(lambda _=False: does())
    action.setEnabled(enabled)
    return action

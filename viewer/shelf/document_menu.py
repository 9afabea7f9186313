"""What can be done with the chosen documents, as a menu."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from library.model.shelved import Collection
from library.shelving.question import Place, PlaceKind
from viewer.icons import icon


class DocumentDeeds(QObject):
    """What the reader wants done with documents; the payloads begin with their ids."""

    open_asked = Signal(list)
    remove_asked = Signal(list)
    restore_asked = Signal(list)
    delete_asked = Signal(list)  # for good
    star_asked = Signal(list)
    to_read_asked = Signal(list)
    tags_asked = Signal(list)
    cite_asked = Signal(list)
    edit_asked = Signal(list)
    copy_titles_asked = Signal(list)
    put_in_asked = Signal(list, str)  # ids, a collection's id
    put_in_new_asked = Signal(list)
    take_out_asked = Signal(list, str)


def document_menu(
    deeds: DocumentDeeds,
    with_chosen: Callable[[Callable[[list[str]], None]], None],
    place: Place,
    collections: Sequence[Collection],
    parent: QWidget,
) -> QMenu:
    """`with_chosen` calls with the ids of the chosen documents, as soon as they are known."""
    menu = QMenu(parent)

    def add(words: str, run: Callable[[list[str]], None], sign: str = "") -> None:
        action = menu.addAction(icon(sign), words) if sign else menu.addAction(words)
        action.triggered.connect(lambda: with_chosen(run))

    if place.kind is PlaceKind.TRASH:
        add(parent.tr("Restore"), deeds.restore_asked.emit, "rotate-ccw")
        add(parent.tr("Copy title"), deeds.copy_titles_asked.emit, "copy")
        menu.addSeparator()
        add(parent.tr("Delete for good…"), deeds.delete_asked.emit, "trash-2")
        return menu
    add(parent.tr("Open"), deeds.open_asked.emit, "book-open")
    menu.addSeparator()
    add(parent.tr("Star"), deeds.star_asked.emit, "star")
    add(parent.tr("To read"), deeds.to_read_asked.emit, "bookmark")
    add(parent.tr("Tags…"), deeds.tags_asked.emit, "tag")
    menu.addMenu(_collections(deeds, with_chosen, collections, parent))
    if place.kind is PlaceKind.COLLECTION:
        here = place.collection
        add(
            parent.tr("Take out of this collection"),
            lambda ids: deeds.take_out_asked.emit(ids, here),
            "minus",
        )
    add(parent.tr("Edit the record…"), deeds.edit_asked.emit, "pencil")
    menu.addSeparator()
    add(parent.tr("Cite…"), deeds.cite_asked.emit, "quote")
    add(parent.tr("Copy title"), deeds.copy_titles_asked.emit, "copy")
    menu.addSeparator()
    add(parent.tr("Remove from library"), deeds.remove_asked.emit, "trash-2")
    return menu


def _collections(
    deeds: DocumentDeeds,
    with_chosen: Callable[[Callable[[list[str]], None]], None],
    collections: Sequence[Collection],
    parent: QWidget,
) -> QMenu:
    menu = QMenu(parent.tr("Add to collection"), parent)
    menu.setIcon(icon("folder-open"))
    for path, collection in sorted(_paths(collections, "", "")):
        action = menu.addAction(path.replace("&", "&&"))
        action.triggered.connect(
            lambda _=False, c=collection: with_chosen(lambda ids: deeds.put_in_asked.emit(ids, c))
        )
    if collections:
        menu.addSeparator()
    new = menu.addAction(icon("plus"), parent.tr("New collection…"))
    new.triggered.connect(lambda: with_chosen(deeds.put_in_new_asked.emit))
    return menu


def _paths(collections: Sequence[Collection], parent: str, path: str) -> list[tuple[str, str]]:
    """Each collection's name after those it lies in, and its id."""
    found = []
    for each in collections:
        if each.parent == parent:
            name = f"{path} › {each.name}" if path else each.name
            found += [(name, each.id), *_paths(collections, each.id, name)]
    return found

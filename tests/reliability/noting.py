"""The document that writers put notes on, and the notes."""

from __future__ import annotations

from pathlib import Path

from library.model.annotation import Annotation, AnnotationKind, Colour, Region, passage_of
from library.model.document import Document
from library.model.geometry import Box
from library.store.store import Store
from tests.documents import NOON, a_document

TEXT = "The Minister spoke of Rabaul at length, and of nothing else. " * 40


def the_document(store: Store) -> Document:
    """The one that the notes are on, added where there is none yet."""
    for entry in store.shelf():
        return store.document(entry.id)
    return store.add_document(a_document("A letter", TEXT), NOON)


def a_note(document: Document, name: str, words: str) -> Annotation:
    passage = passage_of(document.versions[0].id, TEXT, 4, 20)
    region = Region(0, (Box(0.1, 0.2, 0.3, 0.4), Box(0.1, 0.4, 0.3, 0.5)))
    return Annotation(
        name,
        document.id,
        AnnotationKind.NOTE,
        Colour.RED,
        (passage, region),
        NOON,
        NOON,
        words,
        ("one", "two"),
    )


def shared(place: Path) -> Path:
    """A folder there that another program copies elsewhere; a library in it has no log."""
    folder = place / "Dropbox"
    folder.mkdir(parents=True)
    return folder

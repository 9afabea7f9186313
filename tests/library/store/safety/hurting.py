"""A library with notes of every kind, and ways to hurt it."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import timedelta

from library.model.annotation import (
    Annotation,
    AnnotationKind,
    Bookmark,
    Colour,
    Region,
    passage_of,
)
from library.model.change import Change
from library.model.checking import Check, CheckState
from library.model.correction import Correction, CorrectionKind
from library.model.geometry import Box
from library.model.own_link import OwnLink
from library.model.placement import Placement
from library.model.tag import TagStyle
from tests.documents import NOON, a_document

TEXT = "Dear Sir, all is well in Rabaul. Yours, Kennan."


def filled(store, notes=3):
    """The document that was added, with so many notes and one of each other kind."""
    document = store.add_document(a_document("A letter", TEXT), NOON)
    version = document.versions[0].id
    passage, region = passage_of(version, TEXT, 10, 21), Region(0, (Box(0.1, 0.2, 0.3, 0.4),))
    made = (
        Annotation(
            f"n{number}",
            document.id,
            AnnotationKind.NOTE,
            Colour.RED,
            (passage, region),
            NOON + timedelta(seconds=number),
            NOON,
            f"Note {number}: compare with the minutes",
            ("Kennan",),
        )
        for number in range(notes)
    )
    store.apply(Change.add("Notes", *made))
    others = (
        Bookmark("b", document.id, "Where I was", NOON, page=0),
        OwnLink("l", document.id, passage, region, NOON),
        Check("k", document.id, passage, CheckState.CHECKED, NOON),
        Correction("c", document.id, CorrectionKind.REPLACE, passage, NOON, NOON, "all was well"),
        Placement("p", document.id, passage, None, NOON),
        TagStyle("Kennan", Colour.BLUE),
    )
    for item in others:
        store.apply(Change.add("Made", item))
    return document


def alter(folder, statement, *values):
    """Change the database as damage would: behind the back of whatever keeps the seals."""
    with closing(sqlite3.connect(folder / "library.db")) as db:
        db.execute("PRAGMA foreign_keys = OFF")
        db.execute(statement, values)
        db.commit()


def left_open(folder):
    """The library as it is when its program was killed."""
    (folder / "library.lock").write_bytes(b"open\n")


def renamed(note, words):
    return Change.alter("Edit", note, replace(note, note=words))

"""A document with notes of every kind, for the exports."""

from dataclasses import replace
from datetime import timedelta

from library.export.gathering import gathered
from library.model.annotation import Annotation, AnnotationKind, Colour, Region, passage_of
from library.model.geometry import Box
from library.model.record import ArchiveDate
from tests.documents import NOON, a_document

TEXT = "Dear Sir,\n\nThe bridge *will* bear forty tons.\n\n=1+1 is what the mayor asked."
BOX = Box(0.125, 0.25, 0.5, 0.3125)


def document():
    found = replace(a_document(title="A Letter about the Bridge", text=TEXT, pages=2), id="d1")
    record = replace(
        found.record,
        date=ArchiveDate("March 3, 1944", "1944-03-03"),
        citation="“A Letter about the Bridge,” March 3, 1944, Box 12, Bridge Papers.",
    )
    return replace(found, record=record, versions=(replace(found.versions[0], id="v1"),))


def note(name, kind, *targets, **other):
    made = NOON + timedelta(minutes=len(name))
    colour = other.pop("colour", Colour.YELLOW)
    return Annotation(name, "d1", kind, colour, targets, made, made, **other)


def passage(words):
    start = TEXT.index(words)
    return passage_of("v1", TEXT, start, start + len(words))


def notes():
    return [
        note("whole", AnnotationKind.DOCUMENT, note="Compare **Deane**, <b>not</b> the file."),
        note(
            "bridge",
            AnnotationKind.HIGHLIGHT,
            passage("The bridge *will* bear"),
            note="Is it so?\n\n- see [[asks]]\n- and [Deane](https://example.org)",
            tags=("bridges", "doubt"),
            colour=Colour.GREEN,
        ),
        note("asks", AnnotationKind.UNDERLINE, passage("=1+1 is"), colour=Colour.RED),
        note("stamp", AnnotationKind.AREA, Region(1, (BOX,), words="RECEIVED 7 MAR"), note="+"),
        note("answer", AnnotationKind.HIGHLIGHT, note="It is.\nQuite.", reply_to="bridge"),
    ]


def noted():
    return gathered(document(), notes(), {"bridge": (Region(0, (BOX,)),)})

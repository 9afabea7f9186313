"""A reading made by hand, whose changes go to a list that can be made to refuse them."""

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from library.citing.style import Style
from library.model.annotation import (
    Annotation,
    AnnotationKind,
    Bookmark,
    Colour,
    Region,
    passage_of,
)
from library.model.change import Change
from library.model.document import (
    Document,
    Page,
    PageKind,
    Paragraph,
    StoredFile,
    Version,
    VersionKind,
)
from library.model.geometry import Box
from library.model.record import ArchiveDate, Head, Record, Source
from viewer.reading import Reading
from viewer.sidebar.sidebar import Sidebar

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
TEXT = "The Ambassador thanked Marshal Stalin for the reception of the officers. " * 12


@dataclass
class Desk:
    """Keeps what a reading does, unless its disk is full."""

    changes: list[Change] = field(default_factory=list)
    full: bool = False
    reading: Reading | None = None

    def do(self, change: Change) -> None:
        if self.full:
            return
        self.changes.append(change)
        held = {n.id: n for n in (*self.reading.annotations, *self.reading.bookmarks)}
        for edit in change.edits:
            held[edit.item.id] = edit.item
        self.show(*(n for n in held.values() if n.deleted is None))

    def show(self, *notes: Annotation | Bookmark) -> None:
        self.reading.show_notes(
            tuple(n for n in notes if isinstance(n, Annotation)),
            tuple(n for n in notes if isinstance(n, Bookmark)),
        )


def make_document(**record) -> Document:
    scan = Page(PageKind.SCAN, 595, 842, text_layer=False)
    pages = (replace(scan, kind=PageKind.COVER), scan, scan, scan)
    version = Version(
        "v", "Transcript", VersionKind.TRANSCRIPT, "en", (), TEXT, (Paragraph(0, len(TEXT)),)
    )
    record.setdefault("title", "On the reception")
    return Document(
        "d",
        Record(**record),
        (StoredFile("ab", "memo.pdf", 20_480, "application/pdf"),),
        pages,
        (version,),
        is_record=True,
    )


FULL_RECORD = {
    "date": ArchiveDate("circa 1944", "1944~"),
    "citation": "“On the reception”, 1944, a made archive.",
    "summary": "Two men speak of a reception.",
    "original_language": ("English", "Russian"),
    "url": "https://example.org/documents/7",
    "record_id": "7",
    "head": Head(present=("Mr. One", "Mr. Two"), subject="The reception"),
    "sources": {"summary": Source.COVER},
}


def make_note(key: str, start: int = 0, page: int | None = None, **more) -> Annotation:
    target = (
        passage_of("v", TEXT, start, start + 14)
        if page is None
        else Region(page, (Box(0.1, 0.1, 0.5, 0.2),))
    )
    more.setdefault("kind", AnnotationKind.HIGHLIGHT)
    more.setdefault("colour", Colour.GREEN)
    return Annotation(id=key, document="d", targets=(target,), made=NOW, changed=NOW, **more)


@pytest.fixture
def desk() -> Desk:
    desk = Desk()
    desk.reading = Reading(make_document(), [Path("memo.pdf")], desk.do, lambda: NOW)
    desk.show(make_note("a", 0, note="first"), make_note("b", 300), make_note("c", page=2))
    return desk


@pytest.fixture
def reading(desk) -> Reading:
    return desk.reading


@pytest.fixture
def sidebar(qtbot, reading) -> Sidebar:
    panel = Sidebar(reading, lambda: Style.ARCHIVE)
    qtbot.addWidget(panel)
    panel.resize(316, 700)
    panel.show()
    panel.show_notes()
    qtbot.waitExposed(panel)
    return panel

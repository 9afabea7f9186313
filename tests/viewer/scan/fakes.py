"""A reading made by hand, and a page source that answers when it is told to."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from library.errors import DiptychError
from library.model.annotation import Annotation, AnnotationKind, Bookmark, Colour, Region
from library.model.change import Change
from library.model.document import Document, Page, PageKind, StoredFile
from library.model.geometry import Box
from library.model.record import Record
from library.pages.contents import Pixels
from library.pages.pool import Urgency
from library.pages.requests import MAX_PIXELS, Draw
from viewer.reading import Reading

NOW = datetime(2024, 3, 4, tzinfo=UTC)


@dataclass
class Asked:
    request: Draw
    answered: Callable[[object], None]
    urgency: Urgency
    future: Future[object]


class FakePages:
    """Keeps what is asked; `answer_all` hands out pages of one grey."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.failing: dict[int, DiptychError] = {}

    def try_again(self, _source):
        """Nothing is held here."""

    def ask(self, request, answered, urgency=Urgency.VISIBLE):
        width, height = request.size
        assert 0 < width * height <= MAX_PIXELS
        asked = Asked(request, answered, urgency, Future())
        self.asked.append(asked)
        return asked.future

    @property
    def waiting(self) -> list[Asked]:
        return [a for a in self.asked if not a.future.done()]

    def waiting_pages(self, urgency: Urgency) -> set[int]:
        return {a.request.page for a in self.waiting if a.urgency is urgency}

    def answer(self, asked: Asked) -> None:
        asked.future.set_running_or_notify_cancel()
        width, height = asked.request.size
        answer = self.failing.get(asked.request.page)
        answer = answer or Pixels(width, height, bytes([200, 200, 200, 255]) * (width * height))
        asked.future.set_result(answer)
        asked.answered(answer)

    def answer_all(self) -> None:
        """Answer, and answer what is asked thereupon, until nothing waits."""
        while self.waiting:
            for asked in self.waiting:
                if not asked.future.done():
                    self.answer(asked)


def make_document(pages: int = 5, *, size=(600.0, 800.0), **changes) -> Document:
    leaves = tuple(Page(PageKind.SCAN, *size, text_layer=False, frame=n) for n in range(pages))
    file = StoredFile("ab", "scan.pdf", 1, "application/pdf")
    return replace(Document("doc", Record("A scan"), (file,), leaves, ()), **changes)


def make_reading(document: Document | None = None, **position) -> Reading:
    """A reading whose changes are noted in `done` and applied to its notes."""

    def do(change: Change) -> None:
        reading.done.append(change)
        notes = {note.id: note for note in (*reading.annotations, *reading.bookmarks)}
        for edit in change.edits:
            notes[edit.item.id] = edit.item
        there = [note for note in notes.values() if note.deleted is None]
        reading.show_notes(
            tuple(note for note in there if isinstance(note, Annotation)),
            tuple(note for note in there if isinstance(note, Bookmark)),
        )

    reading = Reading(document or make_document(), [Path("scan.pdf")], do, lambda: NOW)
    reading.keep(**position)
    reading.done = []
    return reading


def make_area(name: str, page: int, box: Box, note: str = "") -> Annotation:
    region = Region(page, (box,))
    return Annotation(
        name, "doc", AnnotationKind.AREA, Colour.YELLOW, (region,), NOW, NOW, note=note
    )

"""A small document in an invented library, and the panel that shows its text."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QSettings

from library.model.annotation import Annotation, AnnotationKind, Bookmark, Colour, passage_of
from library.model.change import Change
from library.model.document import (
    Document,
    Page,
    PageKind,
    Paragraph,
    ParagraphRole,
    StoredFile,
    Version,
    VersionKind,
)
from library.model.record import ArchiveDate, Record
from viewer.reading import Reading
from viewer.settings import Settings
from viewer.theme import Scheme, Theme
from viewer.transcript.panel import TranscriptPanel

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
SENTENCE = "The engineer said that the bridge would bear forty tons, and the mayor asked twice. "
PARAGRAPHS = (
    "MEMORANDUM",
    "Subject: The new bridge.",
    SENTENCE * 3,
    "-2-",
    "The café by the pier was closed 🌉 that evening. " + SENTENCE * 5,
    "-3-",
    "Nothing more was said. " + SENTENCE * 6,
)


def make_version(paragraphs=PARAGRAPHS, version_id="english", label="Transcript - English"):
    text, made = "", []
    for words in paragraphs:
        text += "\n\n" if text else ""
        is_marker = words.startswith("-") and words.endswith("-") and len(words) < 8
        role = ParagraphRole.PAGE_MARKER if is_marker else ParagraphRole.BODY
        number = int(words.strip("-")) if is_marker else None
        made.append(Paragraph(len(text), len(text) + len(words), 0, role, number))
        text += words
    return Version(version_id, label, VersionKind.TRANSCRIPT, "en", (), text, tuple(made))


def make_document(*versions, kept=True, pages=3):
    return Document(
        "document" if kept else "",
        Record("A Talk about the New Bridge", ArchiveDate("March 3, 1944", "1944-03-03")),
        (StoredFile("", "bridge.pdf", 1, "application/pdf"),),
        tuple(Page(PageKind.SCAN, 600, 800, text_layer=False) for _ in range(pages)),
        versions,
        is_record=True,
    )


class Desk:
    """A reading whose changes are kept in memory, with undo left out."""

    def __init__(self, document: Document) -> None:
        self.reading = Reading(document, [], self._do, lambda: NOON)
        self.changes: list[Change] = []

    def _do(self, change: Change) -> None:
        self.changes.append(change)
        notes = {note.id: note for note in (*self.reading.annotations, *self.reading.bookmarks)}
        for edit in change.edits:
            notes[edit.item.id] = edit.after
        self.show([note for note in notes.values() if note is not None and note.deleted is None])

    def show(self, notes) -> None:
        self.reading.show_notes(
            tuple(note for note in notes if isinstance(note, Annotation)),
            tuple(note for note in notes if isinstance(note, Bookmark)),
        )

    def mark(self, quote, kind=AnnotationKind.HIGHLIGHT, colour=Colour.YELLOW, note=""):
        """An annotation that is there already."""
        version = self.reading.version
        start = version.text.index(quote)
        passage = passage_of(version.id, version.text, start, start + len(quote))
        made = Annotation(f"note {quote}", "document", kind, colour, (passage,), NOON, NOON, note)
        self.show([*self.reading.annotations, *self.reading.bookmarks, made])
        return made

    @property
    def labels(self) -> list[str]:
        return [change.label for change in self.changes]


@pytest.fixture
def settings(tmp_path):
    return Settings(QSettings(str(tmp_path / "diptych.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def desk():
    russian = make_version(("МЕМОРАНДУМ", "Инженер сказал."), "russian", "Translation - Russian")
    return Desk(make_document(make_version(), russian))


@pytest.fixture(scope="session")
def theme(qapp) -> Theme:
    return Theme(qapp, Scheme.LIGHT)


@pytest.fixture
def open_panel(qtbot, settings, theme) -> Callable[..., TranscriptPanel]:
    def opened(reading: Reading, width=560, height=420) -> TranscriptPanel:
        panel = TranscriptPanel(reading, settings)
        qtbot.addWidget(panel)
        panel.resize(width, height)
        panel.show()
        panel.view.setFocus()
        qtbot.waitUntil(lambda: panel.view.sheet is None or panel.view.sheet.whole)
        return panel

    return opened


@pytest.fixture
def panel(open_panel, desk) -> TranscriptPanel:
    return open_panel(desk.reading)

"""One open document, and where the reader is in it.

The panels of a tab share one `Reading` and never know each other: they report what the
reader does here, and follow its signals.  A panel answers a signal by painting or
scrolling, never by reporting back, so nothing can loop.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from library.alignment.reading_order import reading_order
from library.joining.lighting import Span
from library.model.annotation import Annotation, Bookmark, Colour
from library.model.change import Change
from library.model.document import Document, Version
from library.model.reading import Arrangement, ReadingPosition
from library.pages.requests import FileSource
from viewer.anchoring import Anchoring
from viewer.beside import Beside
from viewer.checking import Checking
from viewer.clock import Clock
from viewer.correcting import Correcting
from viewer.differing import Differing
from viewer.file_notes import FileNotes
from viewer.in_step import InStep
from viewer.joint import Joint
from viewer.mending import Mending
from viewer.notebook import Notebook
from viewer.places import Note, PageShown, Place, Side, Tool
from viewer.recording import Recording
from viewer.sought import Sought
from viewer.trail import Trail


class Reading(QObject):
    """The state of one document tab."""

    document_changed = Signal(object)  # Document: read further, or read again
    page_changed = Signal(object)  # PageShown
    jumped = Signal(object)  # Place: both sides go there
    notes_changed = Signal()  # the annotations or bookmarks of this document
    note_chosen = Signal(str)  # id of the note that is in front ("" for none)
    note_opened = Signal(str)  # id of the note whose text the reader wants to write
    tool_changed = Signal(object)  # Tool
    colour_changed = Signal(object)  # Colour
    version_changed = Signal(object)  # Version | None: the text in front
    arrangement_changed = Signal(object)  # Arrangement
    pointed = Signal(object, object)  # Place, and the Side that is to show it and blink
    passage_cited = Signal(object)  # Passage: to be copied with its citation
    words_selected = Signal(object)  # Span of a text, by a box on the scan
    trail_changed = Signal()  # back or forward became possible or impossible

    def __init__(
        self,
        document: Document,
        paths: Sequence[Path],
        do: Callable[[Change], None],
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        """`paths` are where the document's files are; `do` is the door for every change."""
        super().__init__(parent)
        self.document = document
        self.is_whole = True  # False while its texts and record are still being read
        self.expects_text = True  # whether its first pages let one think that there is a text
        self.position = ReadingPosition()
        self.annotations: tuple[Annotation, ...] = ()
        self.bookmarks: tuple[Bookmark, ...] = ()
        self.is_read_only = False
        self.unsaved: frozenset[str] = frozenset()
        self._by_id: Mapping[str, Note] = {}
        self.tool = Tool.SELECT
        self.colour = Colour.YELLOW
        self.chosen = ""
        self.password: str | None = None
        self.paths = tuple(paths)
        self.joint = Joint(self)
        self.sought = Sought(self)
        self.known_tags: Callable[[], Sequence[str]] = tuple  # of the whole library
        self.differing = Differing(self)
        self.beside = Beside(self)
        self.mending = Mending(self)
        self.anchoring = Anchoring(self, do, clock)
        self.correcting = Correcting(self, do, clock)
        self.notebook = Notebook(self, do, clock)
        self.checking = Checking(self, do, clock)
        self.file_notes = FileNotes(self, do, clock)
        self.recording = Recording(self, do)
        self._page = document.scan_pages[0] if document.scan_pages else 0
        self.trail = Trail()
        self.in_step = InStep(self)

    # --- The document ----------------------------------------------------------------

    @property
    def is_kept(self) -> bool:
        """Whether the document is in the library, so that notes can be made."""
        return bool(self.document.id)

    def fill(self, document: Document, paths: Sequence[Path]) -> None:
        """The document was read further: it has its texts and record now, or a password."""
        self.document = document
        self.is_whole = True
        self.paths = tuple(paths)
        self._land(self._page)  # it may have been the cover, before that was known
        self.keep(offset=self.offset_at(self._page))
        self.document_changed.emit(document)
        self.version_changed.emit(self.version)

    def resume(self, position: ReadingPosition) -> None:
        """Go on where the reader left the document the last time."""
        self.position = position
        self._land(position.page)

    def _land(self, page: int) -> None:
        """Be on this page, or on the page of the scan that is nearest to it."""
        shown = self.document.scan_pages
        self._page = min(shown, key=lambda each: abs(each - page)) if shown else 0
        self.keep(page=self._page)

    def take_text(self, document: Document) -> None:
        """The document got one more text."""
        had_text = self.version is not None
        self.document = document
        self.document_changed.emit(document)
        if not had_text:
            self.keep(offset=self.offset_at(self._page))
            self.version_changed.emit(self.version)

    def unlock(self, password: str) -> None:
        """Use this password from now on."""
        self.password = password
        self.document_changed.emit(self.document)

    def source(self, page: int) -> tuple[FileSource, int]:
        """The file that holds a page of the document, and the page's number in it."""
        leaf = self.document.pages[page]
        file = self.document.files[leaf.file]
        return FileSource(self.paths[leaf.file], self.password, file.name), leaf.frame

    @property
    def version(self) -> Version | None:
        """The text in front, None where there is none."""
        chosen = self.document.version(self.position.version)
        return chosen or next(iter(self.document.versions), None)

    def choose_version(self, version_id: str) -> None:
        """Bring another text to the front, where the reader is."""
        before = self.version
        if self.beside.comes_to_front(version_id):
            self.version_changed.emit(self.version)
            self.in_step.text_changed()
            return
        self.keep(version=version_id)
        if self.version is not None and self.version != before:
            self.keep(offset=self.offset_at(self._page))
            self.version_changed.emit(self.version)
            self.in_step.text_changed()

    # --- Where the reader is ---------------------------------------------------------

    @property
    def page(self) -> int:
        """The page of the document that the reader is on, from 0."""
        return self._page

    def keep(self, **changes: object) -> None:
        """Remember part of the reading position for the next time (fields of ReadingPosition)."""
        self.position = replace(self.position, **changes)  # type: ignore[arg-type]

    def see_page(self, page: int, side: Side = Side.SCAN) -> None:
        """Told by a side when its reader scrolled to another page."""
        if page == self._page:
            return
        self._page = page
        self.keep(page=page)
        if side is Side.SCAN and self.in_step.is_on:  # for a text that is not shown yet
            self.keep(offset=self.offset_at(page))
        self.page_changed.emit(PageShown(page, side))

    def offset_at(self, page: int) -> int:
        """Where a page begins in the text in front, as well as is known."""
        return self.in_step.offset_of(self.version, page) if self.version is not None else 0

    def go_to(self, place: Place) -> None:
        """Go to a place on both sides; the way back is kept."""
        self.trail.leave(self._here())
        self._jump(place)

    def show(self, place: Place) -> None:
        """Have both sides show where the reader is already, having come there by another view."""
        self._jump(place)

    def point(self, place: Place, side: Side) -> None:
        """Have one side show what the reader clicked on the other; another page is a jump."""
        if place.page is not None and place.page != self._page:
            self.trail.leave(self._here())
            self._page = place.page
            self.keep(page=place.page)
            self.trail_changed.emit()
        self.pointed.emit(place, side)

    def select_words(self, words: Span) -> None:
        """Told by the scan: the reader selected words of a text there."""
        self.words_selected.emit(words)

    def go_back(self) -> None:
        place = self.trail.back(self._here())
        if place is not None:
            self._jump(place)

    def go_forward(self) -> None:
        place = self.trail.forward(self._here())
        if place is not None:
            self._jump(place)

    def _here(self) -> Place:
        version = self.version
        shown = version.id if version else None
        part = self.position.page_offset
        return Place(self._page, part=part, version=shown, offset=self.position.offset)

    def _jump(self, place: Place) -> None:
        place = self.in_step.completed(place)
        if place.version and not self.beside.shows(place.version):
            self.choose_version(place.version)
        if place.page is not None:
            self._page = place.page
            self.keep(page=place.page)
        if place.offset is not None:
            self.keep(offset=self.beside.in_front(place.version, place.offset))
        self.jumped.emit(place)
        self.trail_changed.emit()

    # --- Tools and arrangement -------------------------------------------------------

    def take_tool(self, tool: Tool) -> None:
        """Take a tool in hand; taking it again puts it down."""
        self.tool = Tool.SELECT if tool is self.tool else tool
        self.tool_changed.emit(self.tool)

    def take_colour(self, colour: Colour) -> None:
        self.colour = colour
        self.colour_changed.emit(colour)

    def arrange(self, arrangement: Arrangement) -> None:
        self.keep(arrangement=arrangement)
        self.arrangement_changed.emit(arrangement)

    # --- Notes -----------------------------------------------------------------------

    def show_notes(
        self,
        annotations: tuple[Annotation, ...],
        bookmarks: tuple[Bookmark, ...],
        unsaved: frozenset[str] = frozenset(),
    ) -> None:
        """Told by the session what there is, and what of it is not stored yet (ids)."""
        told = annotations, bookmarks, unsaved
        if told != (self.annotations, self.bookmarks, self.unsaved):
            self.annotations, self.bookmarks, self.unsaved = told
            notes: tuple[Note, ...] = (*annotations, *bookmarks)
            self._by_id = {note.id: note for note in notes}
            if self.note(self.chosen) is None:
                self.chosen = ""
            self.notes_changed.emit()

    def notes(self) -> tuple[Note, ...]:
        """Annotations and bookmarks in reading order."""
        notes: tuple[Note, ...] = (*self.annotations, *self.bookmarks)
        return reading_order(self.document, notes, self.anchoring.anchors)

    @property
    def note_count(self) -> int:
        return len(self._by_id)

    def note(self, note_id: str) -> Note | None:
        return self._by_id.get(note_id)

    def choose_note(self, note_id: str) -> None:
        """Bring a note to the front, where it is shown, without moving the page."""
        self.chosen = note_id
        self.note_chosen.emit(note_id)

    def open_note(self, note_id: str) -> None:
        """The reader wants to write this note's text."""
        self.choose_note(note_id)
        self.note_opened.emit(note_id)

    def go_to_note(self, note_id: str) -> None:
        """Go where a note points."""
        note = self.note(note_id)
        if note is None:
            return
        self.choose_note(note_id)
        if isinstance(note, Annotation) and not note.targets:
            note = self.note(note.reply_to or "")  # a reply is where what it answers is
        if note is not None and (place := self.anchoring.place_of(note)) != Place():
            self.go_to(place)

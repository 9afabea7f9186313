"""The annotations that a document's PDFs hold themselves, to be adopted by the reader."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from library.errors import DiptychError
from library.export.adopting import adopted
from library.model.annotation import Annotation
from library.model.change import Change, Edit
from library.model.document import Document
from library.pages.file_notes import FileNote
from library.pages.pool import Urgency
from library.pages.requests import FileSource, ReadNotes
from viewer import labels

if TYPE_CHECKING:
    from collections.abc import Callable

    from viewer.clock import Clock
    from viewer.page_source import PageSource
    from viewer.reading import Reading

_PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Offered:
    """A note of a file, as it would be as one of the reader's own."""

    page: int  # of the document, from 0
    note: FileNote
    made: Annotation


class FileNotes(QObject):
    """What the files of one reading hold: told by the session, adopted by the side panel."""

    changed = Signal()

    def __init__(self, reading: Reading, do: Callable[[Change], None], clock: Clock) -> None:
        super().__init__(reading)
        self._reading = reading
        self._do = do
        self._clock = clock
        self._is_over = False
        self._notes: dict[int, tuple[FileNote, ...]] = {}
        self._trashed: dict[str, Annotation] = {}
        self._known: tuple[Document, Sequence[Offered]] | None = None
        reading.notes_changed.connect(self._follow)

    def read(self, pages: PageSource) -> None:
        """Have the files read beside the window; one that cannot be read offers nothing."""
        reading = self._reading
        files = zip(reading.document.files, reading.paths, strict=True)
        for number, (file, path) in enumerate(files):
            if file.media_type == _PDF:
                asked = ReadNotes(FileSource(path, reading.password, file.name))
                pages.ask(asked, partial(self._take, number), Urgency.BACKGROUND)

    def let_go(self) -> None:
        """The tab closes: what is still on its way is not wanted any more."""
        self._is_over = True

    def _take(self, file: int, answer: tuple[FileNote, ...] | DiptychError) -> None:
        """A file (its number in the document) was read."""
        if not self._is_over and isinstance(answer, tuple):
            self._notes[file] = answer
            self._known = None
            self._follow()

    def know_trash(self, trashed: Iterable[Annotation]) -> None:
        """Those the reader adopted and threw away: adopting them again brings them back."""
        self._trashed = {note.id: note for note in trashed}

    @property
    def count(self) -> int:
        """How many the files hold."""
        return sum(map(len, self._notes.values()))

    def offered(self) -> tuple[Offered, ...]:
        """Those that are not the reader's own yet, in the order of the pages."""
        known = {note.id for note in self._reading.annotations}
        return tuple(each for each in self._found() if each.made.id not in known)

    def _found(self) -> Sequence[Offered]:
        """All of them; worked out once for each state of the document."""
        document, now = self._reading.document, self._clock()
        if self._known is None or self._known[0] is not document:
            pages = {(page.file, page.frame): n for n, page in enumerate(document.pages)}
            found = (
                Offered(pages[file, note.page], note, adopted(document, note, file, now))
                for file, notes in self._notes.items()
                for note in notes
                if (file, note.page) in pages
            )
            once = {each.made.id: each for each in found}
            in_order = sorted(once.values(), key=lambda each: (each.page, _top(each.note)))
            self._known = document, in_order
        return self._known[1]

    def adopt(self, offered: Iterable[Offered]) -> None:
        """Make them the reader's own: one step to undo."""
        edits = tuple(self._edit(each.made) for each in offered)
        if edits:
            self._do(Change(labels.ADOPT, edits))

    def _edit(self, made: Annotation) -> Edit:
        trashed = self._trashed.get(made.id)
        if trashed is None:
            return Edit(None, made)
        return Edit(trashed, replace(trashed, deleted=None))

    def _follow(self) -> None:
        if self.count:
            self.changed.emit()


def _top(note: FileNote) -> float:
    return min((box.top for box in note.boxes), default=0.0)

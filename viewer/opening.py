"""A file on its way into the window: shown as soon as its pages are known, then read whole.

A PDF gets its tab from its outline and first pages at once; texts, record and notes
follow when it is in the library.  Pictures are read in one go: that is quick.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from library.errors import DiptychError, FileMissing, PasswordNeeded, PasswordWrong
from library.importers.formats import Parcel
from library.importers.glimpse import FIRST_PAGES, glimpse
from library.importers.importing import import_parcels
from library.pages.contents import Outline, PageContents
from library.pages.requests import FileSource, ReadOutline, ReadPages
from library.progress import Progress
from viewer.reading import Reading
from viewer.stored import Stored, read_stored

if TYPE_CHECKING:
    from viewer.session import Session

ADD_AFTER = 300  # ms: the first page is drawn before the file is read whole

READ_FIRST = 40  # pages of a record, read before it is shown


@dataclass(frozen=True, slots=True)
class PasswordAsked:
    """A file needs its password; `answer` gets it."""

    name: str
    wrong: bool  # the last one did not open it
    answer: Callable[[str], None]


class Opening(QObject):
    """Opens one parcel; lives until the document is in the library, or could not be read."""

    def __init__(self, session: Session, parcel: Parcel, password: str | None) -> None:
        super().__init__(session)
        self._session = session
        self._parcel = parcel
        self._password = password
        self._reading: Reading | None = None

    def begin(self) -> None:
        if self._parcel.problem is not None:
            self._fail(self._parcel.problem)
        elif len(self._parcel.files) > 1:
            self._add()
        else:
            self._source = FileSource(self._parcel.files[0], self._password)
            self._session.pages.ask(ReadOutline(self._source), self._take_outline)

    def _take_outline(self, answer: Outline | DiptychError) -> None:
        if isinstance(answer, DiptychError):
            self._fail(answer)
            return
        self._outline = answer
        request = ReadPages(self._source, 0, min(FIRST_PAGES, len(answer.sizes)))
        self._session.pages.ask(request, self._take_first_pages)

    def _take_first_pages(self, answer: tuple[PageContents, ...] | DiptychError) -> None:
        first_pages = () if isinstance(answer, DiptychError) else answer
        path = self._parcel.files[0]
        try:
            document = glimpse(path, self._outline, first_pages)
        except OSError:
            self._fail(FileMissing(path))
            return
        total = len(document.pages)
        if document.is_record and len(first_pages) < total <= READ_FIRST:
            # Which pages are scan and which are text is to be known before any is shown.
            self._session.pages.ask(ReadPages(self._source, 0, total), self._take_first_pages)
            return
        has_words = document.is_record or any(page.lines for page in first_pages)
        self._reading = self._session.provisional(
            document, self._parcel.files, self._password, expects_text=has_words
        )
        QTimer.singleShot(ADD_AFTER, self, self._add)

    def _add(self) -> None:
        session = self._session
        if session.is_over:
            return  # the next start opens the file again
        job = session.jobs.begin(self._work())
        job.finished.connect(self._take_added)
        job.failed.connect(self._fail)
        job.stopped.connect(self._take_stop)

    def _work(self) -> Generator[Progress, None, Stored]:
        """Add the parcel, and read what the library has of it."""
        session = self._session
        report = yield from import_parcels(
            (self._parcel,), session.store, session.pages.pool, self._password
        )
        for _, error in report.failed:
            raise error
        ((_, document_id),) = (*report.added, *report.known)
        return read_stored(session.store, document_id)

    def _take_added(self, stored: Stored) -> None:
        self._session.restore_document(stored.document.id)
        if self._reading in self._session.readings:
            self._session.settle(self._reading, stored)
        elif self._reading is None:
            self._session.show_added(stored, self._password)
        self._session.shelf_changed.emit()
        self.deleteLater()

    def _take_stop(self) -> None:
        """The reader stopped the work: what was shown of the document goes, too."""
        if self._reading in self._session.readings:
            self._session.close(self._reading)
        self._session.told.emit(self.tr("{0} was not added.").format(self._parcel.name))
        self.deleteLater()

    def _fail(self, error: DiptychError) -> None:
        if isinstance(error, PasswordNeeded | PasswordWrong):
            self._session.ask_password(
                PasswordAsked(self._parcel.name, isinstance(error, PasswordWrong), self._retry)
            )
            return
        if self._reading in self._session.readings:
            self._session.close(self._reading)
        self._session.failed.emit(str(error))
        self.deleteLater()

    def _retry(self, password: str) -> None:
        self._password = password
        self.begin()

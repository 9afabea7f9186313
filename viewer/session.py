"""What is open in the window, and the one door through which everything changes.

Panels know the reading of their tab, the window knows the session; signals tell facts in
the past tense.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from library.errors import DiptychError, LibraryReadOnly
from library.importers.formats import Parcel, find_parcels
from library.importers.importing import import_parcels
from library.model.change import Change, Edit, Holding
from library.model.document import Document
from library.store.reading_store import ReadingStore
from library.store.store import Store
from viewer import labels
from viewer.adding import Adding
from viewer.clock import Clock, utc_now
from viewer.following import Following
from viewer.history import History
from viewer.jobs import Job, Jobs
from viewer.joining import Joining
from viewer.open_tabs import OpenTabs
from viewer.opening import Opening, PasswordAsked
from viewer.page_source import PageSource
from viewer.peopling import Peopling
from viewer.places import Place
from viewer.positions import Positions
from viewer.reading import Reading
from viewer.saving import Saving
from viewer.shelving import Shelving
from viewer.stored import Stored, give, know_trash, reading_stored
from viewer.words import counted

OPENED_AT_ONCE = 8  # documents


class Session(QObject):
    """The library, the open documents, and their history."""

    opened = Signal(object)  # Reading: it is to have a tab
    wanted = Signal(object)  # Reading: its tab is to come to the front
    settled = Signal(object)  # Reading: its document is in the library, its tab is open
    closed = Signal(object)  # Reading
    shelf_changed = Signal()  # a row of the library's table is new, gone or different
    changed = Signal(object)  # Change: it was saved
    failed = Signal(str)  # a sentence for the reader
    told = Signal(str)  # a quiet word
    ended = Signal()  # nothing may be asked of the library any more
    password_needed = Signal(object)  # PasswordAsked

    def __init__(
        self,
        store: Store,
        pages: PageSource,
        jobs: Jobs,
        clock: Clock = utc_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.store = store
        self.pages = pages
        self.jobs = jobs
        self.saving = Saving(store, self)
        self.saving.refused.connect(self.failed)
        self.history = History(self.saving, self)
        self.joining = Joining(store, pages, jobs, self)
        self.settled.connect(self.joining.again)
        self.settled.connect(self._look_further)
        self.shelving = Shelving(self, clock)
        self.peopling = Peopling(self)
        self.readings: list[Reading] = []
        self.following = Following(self)
        self.is_over = False
        self._clock = clock
        self._opening: set[Job] = set()
        self._positions = Positions(store, jobs, clock, self)
        self._positions.failed.connect(self.saving.take_failure)
        self._positions.saved.connect(self.saving.take_success)

    # --- Changes ---------------------------------------------------------------------

    def bring_to_front(self, reading: Reading | None) -> None:
        """This tab is read now, or the Library is looked at."""
        self.history.bring_to_front(reading)
        self.joining.bring_to_front(reading)
        if reading is not None:
            self._positions.stamp(reading)

    # --- Opening and closing ---------------------------------------------------------

    def open_paths(self, paths: Sequence[Path], password: str | None = None) -> None:
        """Open files and folders; what is not in the library yet is added to it.

        Many at once, as in a folder, are added without a tab for each.
        """
        parcels = find_parcels(paths)
        if len(parcels) > OPENED_AT_ONCE:
            Adding(self, parcels).begin()
            return
        for parcel in parcels:
            self._open_parcel(parcel, password)

    def add_paths(self, paths: Sequence[Path]) -> None:
        """Add files and folders to the library; a single one is opened, too."""
        parcels = find_parcels(paths)
        if len(parcels) == 1:
            self._open_parcel(parcels[0], None)
        elif parcels:
            Adding(self, parcels).begin()

    def add_quietly(self, paths: Sequence[Path]) -> Job:
        """Add files to the library without opening them or a word about it."""
        work = import_parcels(find_parcels(paths), self.store, self.pages.pool)
        job = self.jobs.begin(work)
        job.finished.connect(lambda _: self.shelf_changed.emit())
        return job

    def open_document(self, document_id: str, note: str = "") -> None:
        """Open a document of the library, or bring its tab to the front; at a note, if named."""
        self.open_documents((document_id,), front=document_id, note=note)

    def open_documents(self, document_ids: Sequence[str], front: str = "", note: str = "") -> None:
        """Open documents, in this order; `front` comes to the front, if it is one of them."""
        new = [each for each in document_ids if self.reading_of(each) is None]
        job = self.jobs.begin(reading_stored(self.store, new), quiet=True)
        self._opening.add(job)
        job.finished.connect(lambda found: self._show_stored(found, front, note))
        job.failed.connect(lambda error: self.failed.emit(str(error)))
        job.ended.connect(lambda: self._opening.discard(job))

    @property
    def is_opening(self) -> bool:
        """Whether a tab is on its way."""
        return bool(self._opening) or self.findChild(Opening) is not None

    def _show_stored(self, found: Sequence[Stored], front: str, note: str = "") -> None:
        for stored in found:
            if self.reading_of(stored.document.id) is None:
                reading = self._reading(stored.document, stored.paths)
                reading.resume(stored.position or reading.position)
                self._take_notes(reading, stored)
                self._show(reading)
                self.settled.emit(reading)
        wanted = self.reading_of(front)
        if wanted is not None:
            self.wanted.emit(wanted)
            if note:
                wanted.go_to_note(note)

    def close(self, reading: Reading) -> None:
        """Close a tab; where the reader is in it is kept."""
        self._positions.leave(reading)
        self.readings.remove(reading)
        self.history.forget(reading)
        self.joining.forget(reading)
        reading.file_notes.let_go()
        self.closed.emit(reading)
        self.shelf_changed.emit()
        reading.deleteLater()

    def reading_of(self, document_id: str) -> Reading | None:
        return next((r for r in self.readings if r.document.id == document_id), None)

    def _show(self, reading: Reading) -> None:
        """Give a reading its tab."""
        self.readings.append(reading)
        self._positions.watch(reading)
        self.opened.emit(reading)

    def provisional(
        self,
        document: Document,
        paths: Sequence[Path],
        password: str | None,
        *,
        expects_text: bool,
    ) -> Reading:
        """A reading of a document that is not in the library yet."""
        reading = self._reading(document, paths)
        reading.password = password
        reading.is_whole = False
        reading.expects_text = expects_text
        self._show(reading)
        self.wanted.emit(reading)
        return reading

    def settle(self, reading: Reading, stored: Stored) -> None:
        """The document of a provisional reading is in the library now."""
        other = self.reading_of(stored.document.id)
        if other is not None:
            self.close(reading)
            self.wanted.emit(other)
            return
        reading.fill(stored.document, stored.paths)
        if stored.position is not None:
            reading.go_to(Place(page=stored.position.page))
        self._take_notes(reading, stored)
        self.settled.emit(reading)

    def show_added(self, stored: Stored, password: str | None) -> None:
        """A document was added without a tab of its own; it is to have one."""
        self._show_stored((stored,), stored.document.id)
        reading = self.reading_of(stored.document.id)
        if reading is not None and password is not None:
            reading.unlock(password)

    def _take_notes(self, reading: Reading, stored: Stored) -> None:
        give(reading, stored)
        if self.store.is_read_only:
            return
        self.history.recall(reading, self.following.add_waiting(reading, stored.steps))

    def _look_further(self, reading: Reading) -> None:
        """What else there is to be told of a document that was opened."""
        know_trash(reading, self.store)
        reading.file_notes.read(self.pages)
        doubts = len(reading.anchoring.doubts())
        if doubts:
            one = self.tr("A note here is to be checked: see Notes to Check, in Annotate.")
            many = self.tr("{0} notes here are to be checked: see Notes to Check, in Annotate.")
            self.told.emit(counted(doubts, one, many))

    def _open_parcel(self, parcel: Parcel, password: str | None) -> None:
        if isinstance(self.store, ReadingStore):
            self._open_known(parcel, self.store)
            return
        known = self._known(parcel)
        if known is not None and password is None:
            self.restore_document(known)
            self.open_document(known)
        else:
            Opening(self, parcel, password).begin()

    def _open_known(self, parcel: Parcel, store: ReadingStore) -> None:
        """Open it if the library has it: nothing can be added just now."""
        known = store.known_document(parcel.files)
        if known is not None:
            self.open_document(known)
        else:
            self.failed.emit(str(LibraryReadOnly()))

    def _known(self, parcel: Parcel) -> str | None:
        """The document made of these very files, as far as it can be told without reading them.

        None, too, where the library has lost a file of it: adding it anew brings that back.
        """
        digests = tuple(self.store.known_digest(path) or "" for path in parcel.all_files)
        known = self.store.document_with(digests) if all(digests) else None
        if known is not None and not self.store.has_files(self.store.document(known)):
            return None
        return known

    def _reading(self, document: Document, paths: Sequence[Path]) -> Reading:
        reading = Reading(document, paths, self._door(lambda: reading), self._clock, self)
        reading.is_read_only = self.store.is_read_only
        reading.known_tags = lambda: [use.name for use in self.store.tags.used()]
        return reading

    def _door(self, reading: Callable[[], Reading]) -> Callable[[Change], None]:
        return lambda change: self.history.do(reading(), change)

    # --- The shelf -------------------------------------------------------------------

    def remove_documents(self, document_ids: Sequence[str]) -> None:
        """Put documents into the library's trash; one step to undo."""
        for document_id in document_ids:
            reading = self.reading_of(document_id)
            if reading is not None:
                self.close(reading)
        now = self._clock()
        edits = tuple(Edit(Holding(each), Holding(each, deleted=now)) for each in document_ids)
        self.history.do(None, Change(labels.REMOVE, edits))
        self.told.emit(self.tr("Removed from your library. Ctrl+Z brings it back, with its notes."))

    def restore_document(self, document_id: str) -> None:
        """Take a document out of the trash; it was opened or added again."""
        holding = self.store.holding(document_id)
        if holding.deleted is not None:
            self.history.apply(Change.alter(labels.RESTORE, holding, Holding(document_id)))

    # --- From one time to the next ---------------------------------------------------

    def remember(self, tabs: OpenTabs) -> None:
        """Keep which tabs are open."""
        try:
            tabs.remember(self.store)
        except DiptychError as error:
            self.saving.take_failure(error)

    def end(self) -> None:
        """Save where the reader is; the window closes."""
        self._positions.stop()
        self.joining.stop()
        self.is_over = True
        self.ended.emit()

    def ask_password(self, asked: PasswordAsked) -> None:
        self.password_needed.emit(asked)

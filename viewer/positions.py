"""Where the reader is in each document, saved as they move."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from library.errors import DiptychError
from library.model.reading import ReadingPosition
from library.progress import Progress
from library.store.store import Store
from viewer.clock import Clock
from viewer.jobs import Jobs
from viewer.reading import Reading

SAVE_EVERY = 1500  # ms

Moved = Sequence[tuple[str, ReadingPosition]]  # ids of documents, and where the reader is


class Positions(QObject):
    """Saves the positions of the open documents, beside the window while it is open."""

    failed = Signal(object)  # DiptychError; it is tried again
    saved = Signal()

    def __init__(self, store: Store, jobs: Jobs, clock: Clock, parent: QObject) -> None:
        super().__init__(parent)
        self._store = store
        self._jobs = jobs
        self._clock = clock
        self._open: list[Reading] = []
        self._saved: dict[str, ReadingPosition] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(SAVE_EVERY)
        self._timer.timeout.connect(self._save_beside)
        self._timer.start()

    def watch(self, reading: Reading) -> None:
        """The document was opened where the reader had left it."""
        self._open.append(reading)
        self._saved[reading.document.id] = reading.position

    def leave(self, reading: Reading) -> None:
        """The tab closes."""
        self._save([reading])
        self._open.remove(reading)

    def stamp(self, reading: Reading) -> None:
        """The document is being read: keep when."""
        self._saved.pop(reading.document.id, None)
        self._save([reading])

    def stop(self) -> None:
        """The window closes."""
        self._timer.stop()
        self._save(self._open)

    def _moved(self, readings: Sequence[Reading]) -> Moved:
        """What has to be saved; it counts as saved from now on."""
        now = [(r.document.id, r.position) for r in readings if r.is_kept]
        moved = [(document, at) for document, at in now if self._saved.get(document) != at]
        self._saved.update(moved)
        return moved

    def _save(self, readings: Sequence[Reading]) -> None:
        moved = self._moved(readings)
        try:
            for document, position in moved:
                self._store.save_position(document, position, self._clock())
        except DiptychError as error:
            self._fail(moved, error)

    def _save_beside(self) -> None:
        """As the reader moves: a slow disk shall not hold the window."""
        moved = self._moved(self._open)
        if moved:
            job = self._jobs.begin(_saving(self._store, moved, self._clock()), quiet=True)
            job.failed.connect(lambda error: self._fail(moved, error))
            job.finished.connect(lambda _: self.saved.emit())

    def _fail(self, moved: Moved, error: DiptychError) -> None:
        for document, _ in moved:
            self._saved.pop(document, None)
        self.failed.emit(error)


def _saving(store: Store, moved: Moved, now: datetime) -> Generator[Progress, None, None]:
    for document, position in moved:
        store.save_position(document, position, now)
    yield from ()

"""A walk through everything that was found, from hit to hit and from document to document."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtCore import QObject, Signal

from library.progress import Progress
from library.searching.hits import Hit, HitKind
from library.searching.standing import Standing
from library.store.search.inquiry import Inquiry
from viewer.jobs import Job
from viewer.places import Place
from viewer.reading import Reading
from viewer.session import Session


@dataclass(frozen=True, slots=True)
class Found:
    """What is walked through, and the words that were looked for."""

    inquiry: Inquiry
    standing: Standing
    words: str


class HitWalk(QObject):
    """Opens one hit after the other, lit on both sides."""

    changed = Signal()  # the reader came to another hit, or ended the walk
    record_asked = Signal(object)  # Reading: the hit is in its record

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._found: Found | None = None
        self._is_along = False  # hits that are all known, instead of what is read by document
        self._words = ""
        self._numbers: tuple[int, ...] = ()
        self._before: list[int] = [0]  # hits before each document
        self._document = 0
        self._hits: Sequence[Hit] = ()
        self._nth = 0
        self._gathering: Job | None = None
        self._reading: Reading | None = None
        session.wanted.connect(self._arrive)
        session.closed.connect(self._let_go)

    # --- What the reader asks --------------------------------------------------------

    def begin(self, found: Found, number: int, at: Hit | None) -> None:
        """Go to a hit of the document with this number; its first where none is named."""
        self.end()
        self._found, self._words = found, found.words
        walked = {n: len(p) for n, p in found.standing.passages.items() if len(p)}
        self._numbers = tuple(walked)
        self._before = [0, *accumulate(walked.values())]
        self._load(self._numbers.index(number), lambda hits: _place_of(at, hits))

    def begin_along(self, gather: Callable[[], Sequence[Hit]], nth: int, words: str) -> None:
        """Go to the nth of these hits, from 0, and on in their order; `gather` may take a while."""
        self.end()
        self._is_along, self._words, self._document, self._before = True, words, 0, [0]

        def take(hits: Sequence[Hit]) -> None:
            if self._gathering is job:
                self._hits, self._nth, self._before = hits, nth, [0, len(hits)]
                self._go()

        job = self._gathering = self._session.jobs.begin(_gathered(gather), quiet=True)
        job.finished.connect(take)

    def step(self, by: int) -> None:
        """Go to the next hit (1) or the one before (-1), round the ends."""
        if not self.is_on or not self._hits:
            return
        nth = self._nth + by
        if self._is_along:
            nth %= len(self._hits)
        if 0 <= nth < len(self._hits):
            self._nth = nth
            self._go()
            return
        document = (self._document + by) % len(self._numbers)
        self._load(document, lambda hits: 0 if by > 0 else len(hits) - 1)

    def show_alone(self, hit: Hit) -> None:
        """Open one hit that is on no walk, lit as those are."""
        self.end()
        self._hits, self._nth = (hit,), 0
        self._session.open_document(hit.document)

    def end(self) -> None:
        """Light nothing any more."""
        self._hits, self._gathering = (), None
        self._put_out()
        if self.is_on:
            self._found, self._is_along = None, False
            self.changed.emit()

    # --- Where the reader is ---------------------------------------------------------

    @property
    def is_on(self) -> bool:
        return self._found is not None or self._is_along

    @property
    def words(self) -> str:
        return self._words

    @property
    def at(self) -> int:
        """The number of the hit among all, from 1; 0 before the first is there."""
        return self._before[self._document] + self._nth + 1 if self._hits else 0

    @property
    def total(self) -> int:
        return self._before[-1]

    # --- Going there -----------------------------------------------------------------

    def _load(self, document: int, choose: Callable[[Sequence[Hit]], int]) -> None:
        found = self._found
        if found is None:
            return
        job = self._session.jobs.begin(_hits(found, self._numbers[document]), quiet=True)

        def take(hits: Sequence[Hit]) -> None:
            if found is self._found and hits:
                self._document, self._hits = document, hits
                self._nth = choose(hits)
                self._go()

        job.finished.connect(take)
        job.failed.connect(lambda error: self._session.failed.emit(str(error)))

    def _go(self) -> None:
        self.changed.emit()
        self._session.open_document(self._hits[self._nth].document)

    def _arrive(self, reading: Reading) -> None:
        """A tab came to the front: show the hit, if it is there."""
        if not self._hits or reading.document.id != self._hits[self._nth].document:
            return
        if reading is not self._reading:
            self._put_out()
            self._reading = reading
            reading.sought.step_asked.connect(self.step)
        reading.sought.is_walked = self.is_on
        self._show(reading, self._hits[self._nth])

    def _show(self, reading: Reading, hit: Hit) -> None:
        if hit.annotation:
            reading.sought.clear()
            reading.go_to_note(hit.annotation)
        elif hit.version and hit.places:
            of_text = [each for each in self._hits if each.version == hit.version]
            places = [p for each in of_text if not each.annotation for p in each.places]
            reading.sought.show(hit.version, places, hit.places[0])
            start, end = hit.places[0]
            reading.go_to(Place(version=hit.version, offset=start, end=end))
        else:
            reading.sought.clear()
            self.record_asked.emit(reading)

    def _put_out(self) -> None:
        if self._reading is not None:
            reading, self._reading = self._reading, None
            reading.sought.step_asked.disconnect(self.step)
            reading.sought.is_walked = False
            reading.sought.clear()

    def _let_go(self, reading: Reading) -> None:
        if reading is self._reading:
            self._reading = None


def _place_of(at: Hit | None, hits: Sequence[Hit]) -> int:
    """Which of the hits it is; the first where it is none of them."""
    same = (n for n, hit in enumerate(hits) if at is not None and _same(hit, at))
    return next(same, 0)


def _same(hit: Hit, other: Hit) -> bool:
    if hit.kind is HitKind.RECORD or other.kind is HitKind.RECORD:
        return hit.kind is other.kind
    return (hit.annotation, hit.version, hit.places) == (
        other.annotation, other.version, other.places,
    )  # fmt: skip


def _gathered(gather: Callable[[], Sequence[Hit]]) -> Generator[Progress, None, Sequence[Hit]]:
    yield from ()
    return gather()


def _hits(found: Found, number: int) -> Generator[Progress, None, Sequence[Hit]]:
    yield from ()
    return found.inquiry.hits(found.standing, number)

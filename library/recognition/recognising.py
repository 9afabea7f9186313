"""Recognising the pages of a document: the one on screen first, then the others."""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from concurrent.futures import CancelledError, Future, wait
from dataclasses import dataclass
from typing import Any, Protocol

from library.errors import DocumentError, PageUnrecognised, ReadingStopped, ReadingUnavailable
from library.model.document import Document, Page
from library.model.scan_line import ScanLine
from library.pages.contents import PageReading, Pixels, Word
from library.pages.pool import Urgency
from library.pages.requests import MAX_PIXELS, Draw, FileSource, Request
from library.progress import Progress
from library.recognition.recogniser import PageFailed, RecogniserLost

LONGEST = 4096  # pixels of a side; usual pages are drawn with `MAX_PIXELS`, 200 dpi and more
STEP_SECONDS = 0.05  # between two yields, so that the work can be stopped at once
PAGE_SECONDS = 120.0  # a page that takes longer is given up
_NOT_OF_THE_PAGE = (ReadingStopped, ReadingUnavailable)  # no other page would fare better
_ATTEMPTS = 2  # the first death of a process may be chance; the second is the page's doing


class Pool(Protocol):
    """What draws pages: a `library.pages.pool.ReadingPool`."""

    def submit(self, request: Request, urgency: Urgency) -> Future[Any]: ...


class Engine(Protocol):
    """What finds words: a `library.recognition.recogniser.Recogniser`."""

    @property
    def name(self) -> str: ...
    @property
    def version(self) -> str: ...
    def start(self) -> None: ...
    def begin(self, pixels: Pixels) -> None: ...
    def answer(self, seconds: float) -> PageReading | None: ...
    def stop(self) -> None: ...


class Kept(Protocol):
    """Where readings are kept: a `library.store.store.Store`."""

    def reading(self, digest: str, frame: int, engine: str, version: str) -> PageReading | None:
        """None where the page was not yet read."""

    def save_reading(
        self, digest: str, frame: int, engine: str, version: str, reading: PageReading
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class PageWords:
    """What stands on a page of the document (from 0)."""

    page: int
    words: tuple[Word, ...]
    lines: tuple[ScanLine, ...] = ()
    problem: str = ""  # a sentence, where the words could not be found


@dataclass(frozen=True, slots=True)
class PageRecognised(Progress):
    """A page is done."""

    found: PageWords


def recognise(
    document: Document,
    sources: Sequence[FileSource],
    pool: Pool,
    engine: Engine,
    kept: Kept,
    pages: Sequence[int] | None = None,
    on_screen: Callable[[], int] = lambda: 0,
) -> Generator[Progress, None, tuple[PageWords, ...]]:
    """Find the words on pages of the scan, and keep them; a bad page stops no other.

    `sources` are the document's files, `pages` those wanted (from 0; all of the scan where
    None).  Each page is told by a `PageRecognised` when it is done: always the one that is
    `on_screen` by then, or the next that follows it, then those before.  There are yields
    all the while, so that the work can be stopped within a page; the engine's process is
    then ended.  Otherwise it is left to its owner.  Raises `RecognitionUnavailable`,
    `ReadingStopped` and `ReadingUnavailable`.
    """
    left = list(document.scan_pages if pages is None else pages)
    total = len(left)
    work = _Work(document, sources, pool, engine, kept)
    found: list[PageWords] = []
    while left:
        here = on_screen()
        page = min(left, key=lambda each: (each < here, each))
        left.remove(page)
        step = Progress(len(found), total, f"Finding words: {document.page_name(page)}")
        yield step
        words = yield from work.page(page, step)
        found.append(words)
        yield PageRecognised(len(found), total, step.doing, words)
    return tuple(sorted(found, key=lambda words: words.page))


@dataclass(frozen=True, slots=True)
class _Work:
    document: Document
    sources: Sequence[FileSource]
    pool: Pool
    engine: Engine
    kept: Kept

    def page(self, number: int, step: Progress) -> Generator[Progress, None, PageWords]:
        page = self.document.pages[number]
        key = (
            self.document.files[page.file].digest,
            page.frame,
            self.engine.name,
            self.engine.version,
        )
        known = self.kept.reading(*key) if key[0] else None
        if known is not None:
            return PageWords(number, known.words, known.lines)
        try:
            reading = yield from self._found(page, step)
        except _NOT_OF_THE_PAGE:
            raise
        except DocumentError as error:
            return PageWords(number, (), problem=str(error))
        if key[0]:
            self.kept.save_reading(*key, reading)
        return PageWords(number, reading.words, reading.lines)

    def _found(self, page: Page, step: Progress) -> Generator[Progress, None, PageReading]:
        self.engine.start()  # its imports take as long as the drawing
        pixels = yield from self._drawn(page, step)
        for _ in range(_ATTEMPTS):
            try:
                return (yield from self._read(pixels, step))
            except RecogniserLost:
                continue
            except PageFailed:
                break
        raise PageUnrecognised(self.sources[page.file].shown, page.frame)

    def _drawn(self, page: Page, step: Progress) -> Generator[Progress, None, Pixels]:
        source = self.sources[page.file]
        drawing = self.pool.submit(
            Draw(source, page.frame, *drawing_size(page)),
            Urgency.BACKGROUND if step.done else Urgency.SOON,
        )
        try:
            while not drawing.done():  # `wait` alone would not see that it was cancelled
                wait((drawing,), STEP_SECONDS)
                yield step
        except GeneratorExit:
            drawing.cancel()
            raise
        try:
            pixels: Pixels = drawing.result()
        except CancelledError as error:  # the pool was closed
            raise ReadingStopped from error
        return pixels

    def _read(self, pixels: Pixels, step: Progress) -> Generator[Progress, None, PageReading]:
        """Whatever ends this but an answer ends the process: it would go on with the page."""
        answered = False
        try:
            self.engine.begin(pixels)
            for _ in range(round(PAGE_SECONDS / STEP_SECONDS)):
                reading = self.engine.answer(STEP_SECONDS)
                if reading is not None:
                    answered = True
                    return reading
                yield step
            raise RecogniserLost
        finally:
            if not answered:
                self.engine.stop()


def drawing_size(page: Page) -> tuple[int, int]:
    """The size in pixels in which a page is drawn to be recognised: as large as may be."""
    scale = min(
        (MAX_PIXELS / (page.width * page.height)) ** 0.5, LONGEST / max(page.width, page.height)
    )
    return max(1, int(page.width * scale)), max(1, int(page.height * scale))

"""Joining a document from its files: words gathered page by page, and joined as they come.

The words of a hidden text layer are there at once.  Where there is none, or where it does
not say what the transcript says, the page is recognised: the one on screen first.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Future, wait
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic
from typing import Protocol

from library.errors import DocumentError, RecognitionUnavailable
from library.joining.recognised import needs_recognised_text
from library.joining.words import may_have_words, page_words
from library.model.document import Document
from library.model.joined import Joined
from library.model.link import ScanPageWords
from library.model.own_link import OwnLink
from library.pages.contents import Word
from library.pages.pool import Urgency
from library.pages.requests import FileSource, ReadWords
from library.progress import Progress
from library.recognition.recognising import Engine, Kept, PageRecognised, Pool, recognise

_WELL = 0.85  # of a page's letters, in the transcript: then its text layer is taken
_AGREES = 0.93  # of the letters of a text layer, in words that recognition finds, too
_STEP_SECONDS = 0.05
_NO_ROOM = (
    "Scan and text cannot be joined just now: the system has no room for it. "
    "Close other programs and try again."
)
_REST = 2.0  # times as long as joining took, before all is joined again


class Joiner(Protocol):
    """What joins: a `library.joining.executing.JoiningProcess`."""

    def join(
        self, document: Document, pages: Sequence[ScanPageWords], own_links: Sequence[OwnLink]
    ) -> Future[Joined]: ...
    def agreement(self, words: Sequence[str], others: Sequence[str]) -> Future[float]: ...


@dataclass(frozen=True, slots=True)
class Means:
    """What the work is done with.

    `engine_for` gives the engine that can read a document, or raises
    `RecognitionUnavailable`.  Where it is not to recognise (`recognises`), what was read
    before is taken all the same.
    """

    pool: Pool
    kept: Kept
    joiner: Joiner
    engine_for: Callable[[Document], Engine]
    recognises: bool = True


@dataclass(frozen=True, slots=True)
class JoinedFurther(Progress):
    """More is joined than before; `problem` is a sentence on what cannot be."""

    joined: Joined
    problem: str = ""


Steps = Generator[Progress, None, None]


def join_document(
    document: Document,
    sources: Sequence[FileSource],
    means: Means,
    own_links: Sequence[OwnLink] = (),
    on_screen: Callable[[], int] = lambda: 0,
) -> Generator[Progress, None, Joined]:
    """Join the document's texts with its scan; told by a `JoinedFurther` whenever more is known.

    `sources` are the document's files; `on_screen` says which page (from 0) the reader is
    on.  Can be stopped at every yield.  Raises `ReadingStopped` and `ReadingUnavailable`.
    """
    work = _Work(document, sources, means, own_links)
    work.warm_up()
    yield from work.read_layers()
    yield from work.join_all()
    yield from work.recognise(on_screen)
    yield from work.join_all()
    return work.joined


class _Work:
    """What is known so far."""

    def __init__(
        self,
        document: Document,
        sources: Sequence[FileSource],
        means: Means,
        own_links: Sequence[OwnLink],
    ) -> None:
        self.joined = Joined()
        self._document = document
        self._sources = sources
        self._means = means
        self._own_links = own_links
        self._words: dict[int, ScanPageWords] = {}
        self._layers: dict[int, ScanPageWords] = {}
        self._layer_shares: dict[int, float] = {}
        self._problem = ""
        self._step = Progress(0, max(len(document.scan_pages), 1), "")
        self._joining: Future[Joined] | None = None
        self._is_new = False  # there are words that are not joined yet
        self._began = self._rests_until = 0.0

    # --- Words -----------------------------------------------------------------------

    def warm_up(self) -> None:
        """Let the engine do its imports while the files are read, where it will be needed."""
        pages = [self._document.pages[page] for page in self._document.scan_pages]
        if self._means.recognises and not all(map(may_have_words, pages)):
            with suppress(RecognitionUnavailable):  # told when it is needed
                self._means.engine_for(self._document).start()

    def read_layers(self) -> Steps:
        """Take the words that the files themselves set on their pages."""
        for page in self._document.scan_pages:
            leaf = self._document.pages[page]
            if may_have_words(leaf):
                request = ReadWords(self._sources[leaf.file], leaf.frame)
                words = yield from self._answer(request)
                if words:
                    self._layers[page] = page_words(self._document, page, words)
                    self._take(self._layers[page])

    def recognise(self, on_screen: Callable[[], int]) -> Steps:
        """Find the words on all other pages, and join them beside that."""
        pages = [page for page in self._document.scan_pages if not self._is_well_known(page)]
        if not pages and not self._layers:
            return
        shares = self.joined.shares
        self._layer_shares = {page: shares.get(page, 0.0) for page in pages if page in self._layers}
        try:
            engine = self._means.engine_for(self._document)
            if self._layers and needs_recognised_text(self._document):
                pages += yield from self._bad_layers(engine, on_screen)
            yield from self._recognise(engine, self._readable(engine, pages), on_screen)
        except RecognitionUnavailable as error:
            if self._means.recognises:
                self._problem = str(error)
                self._is_new = True

    def _readable(self, engine: Engine, pages: Iterable[int]) -> list[int]:
        """In order: all of them, or those that this engine has read before."""
        if self._means.recognises:
            return sorted(pages)
        return [page for page in sorted(pages) if self._was_read(engine, page)]

    def _was_read(self, engine: Engine, page: int) -> bool:
        leaf = self._document.pages[page]
        digest = self._document.files[leaf.file].digest
        kept = self._means.kept
        return kept.reading(digest, leaf.frame, engine.name, engine.version) is not None

    def _recognise(
        self, engine: Engine, pages: Sequence[int], on_screen: Callable[[], int]
    ) -> Steps:
        means = self._means
        steps = recognise(
            self._document, self._sources, means.pool, engine, means.kept, pages, on_screen
        )
        for step in steps:
            if isinstance(step, PageRecognised):
                self._take_recognised(step)
            self._step = Progress(step.done, step.total, step.doing)
            yield self._step
            yield from self._join_beside()

    def _bad_layers(
        self, engine: Engine, on_screen: Callable[[], int]
    ) -> Generator[Progress, None, list[int]]:
        """The pages whose text layer is worse than recognition: all, as one of them shows.

        Where there is no transcript, nothing else tells what a text layer is worth.
        """
        here = on_screen()
        sample = here if here in self._layers else next(iter(self._layers))
        if not self._readable(engine, [sample]):
            return []
        yield from self._recognise(engine, [sample], on_screen)
        layer, read = (
            [word.text for word in words[sample].words] for words in (self._layers, self._words)
        )
        agreeing = self._means.joiner.agreement(layer, read)
        while not agreeing.done():
            wait((agreeing,), _STEP_SECONDS)
            yield self._step
        return [] if agreeing.result() >= _AGREES else [p for p in self._layers if p != sample]

    def _is_well_known(self, page: int) -> bool:
        if page not in self._layers:
            return False
        return needs_recognised_text(self._document) or self.joined.shares.get(page, 0.0) >= _WELL

    def _take_recognised(self, step: PageRecognised) -> None:
        found = step.found
        if found.problem:
            self._problem = found.problem
        else:
            self._take(page_words(self._document, found.page, found.words, found.lines))

    def _take(self, words: ScanPageWords) -> None:
        self._words[words.page] = words
        self._is_new = True

    def _answer(self, request: ReadWords) -> Generator[Progress, None, tuple[Word, ...]]:
        future = self._means.pool.submit(request, Urgency.BACKGROUND)
        while not future.done():
            wait((future,), _STEP_SECONDS)
            yield self._step
        try:
            words: tuple[Word, ...] = future.result()
        except (DocumentError, CancelledError):
            return ()  # such a page is recognised, as if it had no words of its own
        return words

    # --- Joining ---------------------------------------------------------------------

    def join_all(self) -> Steps:
        """Join everything that is known, and wait for it."""
        while self._is_new or self._joining is not None:
            self._rests_until = 0.0
            yield from self._join_beside()
            if self._joining is not None:
                wait((self._joining,), _STEP_SECONDS)
            yield self._step

    def _join_beside(self) -> Steps:
        """Take what has been joined, and begin anew where more is known by now."""
        if self._joining is not None and self._joining.done():
            self._take_joined(self._joining)
            step = self._step
            yield JoinedFurther(step.done, step.total, step.doing, self.joined, self._problem)
        if self._joining is None and self._is_new and monotonic() >= self._rests_until:
            self._is_new, self._began = False, monotonic()
            pages = [self._words[page] for page in sorted(self._words)]
            self._joining = self._means.joiner.join(self._document, pages, self._own_links)

    def _take_joined(self, joining: Future[Joined]) -> None:
        self._joining = None
        now = monotonic()
        self._rests_until = now + _REST * (now - self._began)
        try:
            self.joined = joining.result()
        except BrokenExecutor as error:
            raise RecognitionUnavailable(_NO_ROOM) from error
        for page, share in self._layer_shares.items():
            self._choose(page, share)

    def _choose(self, page: int, layer_share: float) -> None:
        """Go back to a page's text layer where recognition found less of the text."""
        is_recognised = self._words[page] is not self._layers[page]
        if is_recognised and self.joined.shares.get(page, 0.0) < layer_share:
            self._take(self._layers[page])

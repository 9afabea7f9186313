"""Damaged files and mutants of good ones, opened by the real pool beside a window's loop.

Each is asked for its outline, the text of its first pages, its notes, and pictures of its
first two pages.  An answer may be a sentence; it may not be late, nor anything else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from concurrent.futures import wait as all_of
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from PySide6.QtCore import QCoreApplication, QTimer

from library.errors import DiptychError
from library.importers.archive_record import read_record
from library.pages.contents import Outline
from library.pages.pool import ReadingPool, Urgency
from library.pages.requests import Draw, FileSource, ReadNotes, ReadOutline, ReadPages, Request
from library.progress import quietly
from tests.reliability.garbling import garbled

LATEST = 6.0  # seconds, of a page
_BEAT = 10  # milliseconds between two looks at how soon the loop comes round
_LARGEST = 700  # pixels of a picture's longer side
_TEXT_PAGES, _PICTURES = 4, 2


@dataclass
class Opened:
    """What came of the files."""

    name: str
    files: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    longest: dict[str, float] = field(default_factory=dict)  # seconds, of each kind of request
    longest_beat: float = 0.0  # seconds the loop of the window stood still, 0.01 of it meant
    faults: list[str] = field(default_factory=list)

    @property
    def longest_page(self) -> float:
        return self.longest.get("Draw", 0.0)


def open_files(files: Sequence[Path], pool: ReadingPool) -> Opened:
    return _open_all("damaged files", ((path.name, path) for path in files), pool)


def open_mutants(
    count: int, good: Sequence[Path], place: Path, pool: ReadingPool, seed: int = 1
) -> Opened:
    """So many mutants of these files."""
    place.mkdir(parents=True, exist_ok=True)
    return _open_all("mutants", _mutants(count, good, place, seed), pool)


def _mutants(
    count: int, good: Sequence[Path], place: Path, seed: int
) -> Iterator[tuple[str, Path]]:
    seeds = [path.read_bytes() for path in good]
    for number in range(count):
        path = place / f"{number}.pdf"
        path.write_bytes(garbled(seeds, Random(f"{seed} mutant {number}")))
        yield f"mutant {number}", path
        path.unlink()


def _open_all(name: str, files: Iterator[tuple[str, Path]], pool: ReadingPool) -> Opened:
    opened = Opened(name)
    with _Window(opened) as window:
        for file, path in files:
            try:
                outcome = _open(path, pool, window, opened)
            except Exception as error:  # what is looked for
                outcome = "fault"
                opened.faults.append(f"{file}: {type(error).__name__}: {str(error)[:200]}")
            opened.outcomes[outcome] += 1
            opened.files += 1
    if opened.longest_page > LATEST:
        opened.faults.append(f"{name}: a page was answered after {opened.longest_page:.1f} s")
    return opened


def _open(path: Path, pool: ReadingPool, window: _Window, opened: Opened) -> str:
    """What became of it: the kind of error that the reader hears of, or how it opened."""
    source = FileSource(path)
    try:
        (outline,) = window.answers([pool.submit(ReadOutline(source))], opened, "ReadOutline")
    except DiptychError as error:
        return type(error).__name__
    assert isinstance(outline, Outline)
    texts = ReadPages(source, 0, min(_TEXT_PAGES, len(outline.sizes)))
    drawings = [_drawing(source, page, outline) for page in range(len(outline.sizes[:_PICTURES]))]
    asked: tuple[Request, ...] = (*drawings, texts, ReadNotes(source))
    errors = [window.told(pool, request, opened) for request in asked if _asks(request)]
    problems = {type(error).__name__ for error in errors if error is not None}
    return "+".join(sorted(problems)) or ("mended" if outline.repaired else "whole")


def _asks(request: Request) -> bool:
    return not isinstance(request, ReadPages) or request.last > request.first


def _drawing(source: FileSource, page: int, outline: Outline) -> Draw:
    width, height = outline.sizes[page]
    scale = _LARGEST / max(width, height, 1e-6)
    return Draw(source, page, max(1, round(width * scale)), max(1, round(height * scale)))


class _Window:
    """An event loop as the window has one, and how long it stands still."""

    def __init__(self, opened: Opened) -> None:
        self._app = QCoreApplication.instance() or QCoreApplication([])
        self._opened = opened
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._last = 0.0

    def __enter__(self) -> _Window:
        self._last = perf_counter()
        self._timer.start(_BEAT)
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.stop()

    def _beat(self) -> None:
        now = perf_counter()
        self._opened.longest_beat = max(self._opened.longest_beat, now - self._last)
        self._last = now

    def told(self, pool: ReadingPool, request: Request, opened: Opened) -> DiptychError | None:
        """The error that the reader hears of, if there is one."""
        urgency = Urgency.VISIBLE if isinstance(request, Draw) else Urgency.SOON
        future: Future[Any] = pool.submit(request, urgency)  # type: ignore[call-overload]
        try:
            self.answers([future], opened, type(request).__name__)
        except DiptychError as error:
            return error
        return None

    def answers(self, futures: list[Future[Any]], opened: Opened, kind: str) -> list[Any]:
        """The answers, the loop going round meanwhile."""
        began = self._last = perf_counter()
        while any(not future.done() for future in futures):
            self._app.processEvents()
            all_of(futures, timeout=_BEAT / 1000)
        opened.longest[kind] = max(opened.longest.get(kind, 0.0), perf_counter() - began)
        return [future.result() for future in futures]


def pages_of(record: Path, pool: ReadingPool) -> tuple[Any, ...]:
    """What stands on the pages of a good record."""
    source = FileSource(record)
    outline = pool.submit(ReadOutline(source)).result()
    pages = pool.submit(ReadPages(source, 0, len(outline.sizes))).result()
    assert quietly(read_record(outline, pages)) is not None
    return pages

"""Every parser of ours on texts that were made bad: what it raises, how long it takes.

A parser may refuse a text with an error of the tree, and with nothing else.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from random import Random
from time import perf_counter

from library.citing.reading import references_in
from library.errors import DiptychError
from library.export.rich_text import html_of_note
from library.export.web_file import read_web_file
from library.export.web_reading import annotation_of
from library.importers.archive_record import read_record
from library.importers.texts import compose, read_text
from library.model.date_readings import readings
from library.model.dates import read_date
from library.model.edtf import sort_key
from library.model.record import ArchiveDate
from library.pages.contents import Line, Outline, PageContents
from library.progress import quietly
from library.searching.days import days_of, span_of
from library.searching.parsing import parse
from library.shelving.saving import asked_in
from library.store.store import Store
from tests.documents import NOON, a_document
from tests.reliability.garbling import garbled_json, garbled_text
from tests.reliability.seeds import (
    BIBTEX,
    CSL,
    DATES,
    NOTES,
    QUERIES,
    RIS,
    SAVED,
    TEXTS,
    WEB,
)

LATEST = 6.0  # seconds: no answer may take longer
Parse = Callable[[Random], object]


@dataclass
class Tried:
    """What came of one parser's cases."""

    name: str
    cases: int = 0
    refused: int = 0
    longest: float = 0.0  # seconds
    faults: list[str] = field(default_factory=list)


class TooLate(BaseException):
    """An answer took longer than `LATEST`."""


def try_parsers(
    count: int, place: Path, pages: Sequence[PageContents], seed: int = 1
) -> Iterator[Tried]:
    """So many cases for each; `pages` are those of a good record."""
    place.mkdir(parents=True, exist_ok=True)
    with Store.open(place / "library") as store:
        store.add_document(a_document("A letter", TEXTS[0]), NOON)
        for name, parser in _parsers(store, place / "case", pages).items():
            yield tried(name, parser, count, seed)


def tried(name: str, parser: Parse, count: int, seed: int) -> Tried:
    came_of_it = Tried(name)
    for number in range(count):
        began = perf_counter()
        try:
            with _at_most(LATEST):
                parser(Random(f"{seed} {name} {number}"))
        except DiptychError:
            came_of_it.refused += 1
        except (Exception, TooLate) as error:  # what is looked for
            came_of_it.faults.append(f"{name} {number}: {type(error).__name__}: {str(error)[:200]}")
        came_of_it.longest = max(came_of_it.longest, perf_counter() - began)
        came_of_it.cases += 1
    return came_of_it


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooLate(f"no answer in {seconds:.0f} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _parsers(store: Store, case: Path, pages: Sequence[PageContents]) -> dict[str, Parse]:
    return {
        "records": lambda chance: _record(pages, chance),
        "dates": lambda chance: read_as_date(garbled_text(DATES, chance)),
        "queries": lambda chance: parse(garbled_text(QUERIES, chance)),
        "searches": lambda chance: _search(store, garbled_text(QUERIES, chance)),
        "saved searches": lambda chance: asked_in(garbled_json(SAVED, chance)),
        "Web Annotations": lambda chance: _web(garbled_json(WEB, chance), case),
        "CSL-JSON": lambda chance: references_in(garbled_json(CSL, chance)),
        "RIS": lambda chance: references_in(garbled_text(RIS, chance)),
        "BibTeX": lambda chance: references_in(garbled_text(BIBTEX, chance)),
        "notes": lambda chance: html_of_note(garbled_text(NOTES, chance)),
        "texts": lambda chance: _text(garbled_text(TEXTS, chance), case),
    }


def _record(good: Sequence[PageContents], chance: Random) -> object:
    pages = list(good)
    lines = [line.text for page in pages for line in page.lines]
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(pages))
        pages[at] = _other_page(pages[at], lines, chance)
    sizes = tuple((page.width, page.height) for page in pages)
    return quietly(read_record(Outline("application/pdf", sizes), pages))


def _other_page(page: PageContents, texts: Sequence[str], chance: Random) -> PageContents:
    lines = [
        _other_line(line, texts, chance) if not chance.randrange(6) else line for line in page.lines
    ]
    if not chance.randrange(4):
        chance.shuffle(lines)
    links = tuple(garbled_text(page.links or ("https://",), chance) for _ in range(2))
    return replace(page, lines=tuple(lines), links=links)


def _other_line(line: Line, texts: Sequence[str], chance: Random) -> Line:
    spans = tuple(
        replace(
            span,
            text=garbled_text((span.text, *texts[:20]), chance),
            size=chance.choice((span.size, 0.0, -1.0, 1e30, 10.0)),
        )
        for span in line.spans
    )
    return replace(line, spans=spans, left=chance.choice((line.left, -1e9, 1e9, 0.0)))


def read_as_date(text: str) -> None:
    for shown in (read_date(text), ArchiveDate(text, text)):
        sort_key(shown)
        span_of(shown)
    readings(text)
    days_of(text)


def _search(store: Store, asked: str) -> None:
    inquiry = store.search.inquire(parse(asked))
    inquiry.first()
    inquiry.ranked()
    inquiry.similar(20)


def _web(text: str, case: Path) -> None:
    case.write_text(text, encoding="utf-8", errors="surrogatepass")
    for item in islice(read_web_file(case).items, 50):
        with suppress(ValueError):  # as it says
            annotation_of(item, "d1")


def _text(text: str, case: Path) -> None:
    case.write_text(text, encoding="utf-8", errors="surrogatepass")
    compose([read_text(case)])

"""Pages are recognised in the order in which they are wanted, once, and a bad one stops none."""

from concurrent.futures import Future
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.errors import PageDamaged, ReadingStopped
from library.model.document import Document, Page, PageKind, StoredFile
from library.model.record import Record
from library.model.scan_line import ScanLine
from library.pages.contents import PageReading, Pixels, Word
from library.pages.requests import MAX_PIXELS, FileSource
from library.recognition.recogniser import PageFailed, RecogniserLost
from library.recognition.recognising import (
    LONGEST,
    PageRecognised,
    PageWords,
    drawing_size,
    recognise,
)

LETTER = 612.0, 792.0
SOURCES = (FileSource(Path("scans.pdf")),)


def a_document(pages=3, kinds=None, digest="d" * 64):
    return Document(
        id="1",
        record=Record(title="Letter"),
        files=(StoredFile(digest, "scans.pdf", 1, "application/pdf"),),
        pages=tuple(
            Page(kind, *LETTER, text_layer=False, frame=frame)
            for frame, kind in enumerate(kinds or [PageKind.SCAN] * pages)
        ),
        versions=(),
        is_record=kinds is not None,
    )


class FakePool:
    """Draws pages whose width is their number; `bad` ones answer with an error."""

    def __init__(self, bad=None):
        self.drawn = []
        self.bad = bad or {}
        self.waits = False
        self.asked = None

    def submit(self, request, urgency):
        self.asked = drawing = Future()
        self.drawn.append(request.page)
        if request.page in self.bad:
            drawing.set_exception(self.bad[request.page])
        elif not self.waits:
            drawing.set_result(Pixels(request.page, 1, b""))
        return drawing


class FakeEngine:
    name, version = "fake", "1"

    def __init__(self, failures=()):
        self.failures = list(failures)
        self.read = []
        self.runs = False
        self.starts = 0
        self.busy = None
        self.waits = 0

    def start(self):
        self.starts += not self.runs
        self.runs = True

    def begin(self, pixels):
        self.start()
        self.busy = pixels.width
        self.read.append(pixels.width)

    def answer(self, seconds):
        if self.waits:
            self.waits -= 1
            return None
        if self.failures and (failure := self.failures.pop(0)):
            raise failure
        return reading_of(self.busy)

    def stop(self):
        self.runs = False


class FakeStore:
    def __init__(self):
        self.kept = {}

    def reading(self, *key):
        return self.kept.get(key)

    def save_reading(self, *key_and_reading):
        *key, reading = key_and_reading
        self.kept[tuple(key)] = reading


def reading_of(page):
    corners = (0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0)
    word = Word(f"page {page}", 0.0, 0.0, 1.0, 1.0, 0)
    return PageReading((word,), (ScanLine(0, corners, 10.0 + page),))


def page_words(page):
    reading = reading_of(page)
    return PageWords(page, reading.words, reading.lines)


@pytest.fixture
def pool():
    return FakePool()


@pytest.fixture
def engine():
    return FakeEngine()


@pytest.fixture
def store():
    return FakeStore()


def found_in(work):
    return [step.found for step in work if isinstance(step, PageRecognised)]


def test_the_page_on_screen_comes_first_then_those_that_follow(pool, engine, store):
    found = found_in(recognise(a_document(4), SOURCES, pool, engine, store, on_screen=lambda: 2))
    assert [words.page for words in found] == [2, 3, 0, 1]
    assert found[0] == page_words(2)


def test_only_the_scan_is_recognised(pool, engine, store):
    kinds = [PageKind.COVER, PageKind.SCAN, PageKind.SCAN, PageKind.TEXT]
    found_in(recognise(a_document(kinds=kinds), SOURCES, pool, engine, store))
    assert engine.read == [1, 2]


def test_progress_counts_the_pages_that_are_done(pool, engine, store):
    steps = list(recognise(a_document(2), SOURCES, pool, engine, store))
    assert [(step.done, step.total) for step in steps] == [(0, 2), (1, 2), (1, 2), (2, 2)]
    assert steps[0].doing == "Finding words: Page 1"


def test_nothing_is_recognised_twice(pool, engine, store):
    document = a_document(2)
    first = found_in(recognise(document, SOURCES, pool, engine, store))
    again = FakeEngine()
    assert found_in(recognise(document, SOURCES, pool, again, store)) == first
    assert again.starts == 0
    assert pool.drawn == [0, 1]


def test_another_version_of_the_engine_reads_anew(pool, engine, store):
    document = a_document(1)
    found_in(recognise(document, SOURCES, pool, engine, store))
    newer = FakeEngine()
    newer.version = "2"
    found_in(recognise(document, SOURCES, pool, newer, store))
    assert newer.read == [0]


def test_a_file_that_is_not_in_the_library_leaves_nothing_there(pool, engine, store):
    assert found_in(recognise(a_document(1, digest=""), SOURCES, pool, engine, store))
    assert store.kept == {}


def test_a_page_that_cannot_be_drawn_stops_no_other(engine, store):
    pool = FakePool(bad={0: PageDamaged("scans.pdf", 0)})
    bad, good = found_in(recognise(a_document(2), SOURCES, pool, engine, store))
    assert bad == PageWords(0, (), problem=str(PageDamaged("scans.pdf", 0)))
    assert good.words
    assert [frame for _, frame, *_ in store.kept] == [1]


def test_reading_that_is_stopped_ends_the_work(engine, store):
    pool = FakePool(bad={0: ReadingStopped()})
    with pytest.raises(ReadingStopped):
        list(recognise(a_document(2), SOURCES, pool, engine, store))


def test_a_drawing_that_is_cancelled_ends_the_work(pool, engine, store):
    pool.waits = True
    work = recognise(a_document(1), SOURCES, pool, engine, store)
    next(work), next(work)
    pool.asked.cancel()
    with pytest.raises(ReadingStopped):
        list(work)


def test_a_process_that_dies_once_is_forgiven(pool, store):
    engine = FakeEngine([RecogniserLost()])
    (page,) = found_in(recognise(a_document(1), SOURCES, pool, engine, store))
    assert page.words
    assert engine.starts == 2


@pytest.mark.parametrize("failures", [[RecogniserLost()] * 2, [PageFailed()]])
def test_a_page_that_the_engine_cannot_read_stops_no_other(pool, store, failures):
    engine = FakeEngine(failures)
    bad, good = found_in(recognise(a_document(2), SOURCES, pool, engine, store))
    assert "page 1 of scans.pdf" in bad.problem
    assert good == page_words(1)


def test_stopping_within_a_page_ends_the_process(pool, engine, store):
    engine.waits = 5
    work = recognise(a_document(2), SOURCES, pool, engine, store)
    next(work), next(work)
    assert engine.runs
    work.close()
    assert not engine.runs
    assert store.kept == {}


def test_stopping_while_a_page_is_drawn_withdraws_it(pool, engine, store):
    pool.waits = True
    work = recognise(a_document(1), SOURCES, pool, engine, store)
    next(work), next(work)
    work.close()
    assert pool.asked.cancelled()


def test_stopping_between_pages_leaves_the_process_to_its_owner(pool, engine, store):
    work = recognise(a_document(2), SOURCES, pool, engine, store)
    next(work), next(work)
    work.close()
    assert engine.runs
    assert len(store.kept) == 1


def test_a_page_that_takes_too_long_is_given_up(pool, engine, store):
    engine.waits = 10**9
    (page,) = found_in(recognise(a_document(1), SOURCES, pool, engine, store))
    assert page.problem
    assert not engine.runs


def test_what_is_returned_is_in_the_order_of_the_document(pool, engine, store):
    work = recognise(a_document(3), SOURCES, pool, engine, store, on_screen=lambda: 1)
    returned = []

    def whole():
        returned.extend((yield from work))

    list(whole())
    assert [words.page for words in returned] == [0, 1, 2]


sides = st.floats(1, 20_000)


@given(sides, sides)
def test_a_page_is_drawn_as_large_as_may_be(width, height):
    across, down = drawing_size(Page(PageKind.SCAN, width, height, text_layer=False))
    assert 1 <= across <= LONGEST
    assert 1 <= down <= LONGEST
    assert across * down <= MAX_PIXELS

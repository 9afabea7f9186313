"""Tesseract itself reads pages in the scripts it is there for, whichever way they lie."""

import os
import time
from contextlib import ExitStack

import pytest

from library.errors import ScriptUnreadable
from library.recognition.choosing import engine_for
from library.recognition.recogniser import Recogniser
from tests.library.recognition.typed import TEXTS, part_misread, pixels_of, places, text_of, typed
from tests.library.recognition.written import written

pytestmark = pytest.mark.slow

PATIENCE = 120.0  # seconds, on a busy machine


@pytest.fixture(scope="module")
def read():
    """Reads the page of a language; skips the test where its data are missing."""
    with ExitStack() as closing:
        recognisers = {}

        def read(language, *lying):
            if language not in recognisers:
                recognisers[language] = closing.enter_context(Recogniser(setup_for(language)))
            return answer(recognisers[language], typed(language, *lying))

        yield read


def setup_for(*languages):
    try:
        return engine_for(written(codes=languages))
    except ScriptUnreadable as missing:
        if os.environ.get("DIPTYCH_NEEDS_TESSERACT"):
            raise
        pytest.skip(str(missing))


def answer(recogniser, picture):
    recogniser.begin(pixels_of(picture))
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        reading = recogniser.answer(PATIENCE)
        if reading is not None:
            return reading.words
    raise TimeoutError


@pytest.mark.parametrize("language", TEXTS)
def test_a_page_is_read_as_it_was_typed(read, language):
    words = read(language)
    assert part_misread(words, text_of(language)) <= 0.02
    assert sum(word.certainty for word in words) >= 0.8 * len(words)


@pytest.mark.parametrize(
    ("language", "quarters", "askew"),
    [("ru", 0, 5.0), ("ru", 2, 0.0), ("el", 1, -3.0), ("ar", 2, -5.0), ("he", 3, 1.0)],
)
def test_a_page_that_lies_otherwise_is_read_as_well(read, language, quarters, askew):
    assert part_misread(read(language, quarters, askew), text_of(language)) <= 0.03


@pytest.mark.parametrize("language", ["ru", "el", "he"])
def test_words_stand_where_they_were_typed(read, language):
    drawn = places(language)
    found = [word for word in read(language) if word.text in drawn]
    assert len(found) >= 0.75 * len(drawn)
    for word in found:
        left, top, right, bottom = drawn[word.text]
        assert left < (word.left + word.right) / 2 < right
        assert top < (word.top + word.bottom) / 2 < bottom
        assert word.right - word.left == pytest.approx(right - left, abs=0.01)


def test_lines_are_numbered_from_the_top(read):
    words = read("ru")
    tops = {}
    for word in words:
        tops.setdefault(word.line, []).append((word.top + word.bottom) / 2)
    assert list(tops) == list(range(len(tops)))
    middles = [sum(line) / len(line) for line in tops.values()]
    assert middles == sorted(middles)
    assert all(max(line) - min(line) < 0.01 for line in tops.values())


def test_a_page_in_two_languages_is_read_in_both():
    with Recogniser(setup_for("ru", "el")) as recogniser:
        words = answer(recogniser, typed("el"))
    assert part_misread(words, text_of("el")) <= 0.1

"""The process that recognises comes, answers and goes as it is asked to."""

import multiprocessing
import time

import pytest

from library.errors import RecognitionUnavailable
from library.pages.contents import PageReading, Pixels
from library.recognition import engine
from library.recognition.engine import EngineSetup
from library.recognition.recogniser import PageFailed, Recogniser, RecogniserLost
from library.recognition.worker_process import Unstartable
from tests.library.recognition.misbehaving import DIES, FAILS, HANGS, READS

FOREVER = 30.0
MISBEHAVING = EngineSetup("misbehaving", "1", "tests.library.recognition.misbehaving")
UNSTARTABLE = EngineSetup(
    "unstartable", "1", "tests.library.recognition.unstartable", how_to_get="Install it again."
)


@pytest.fixture
def recogniser():
    with Recogniser(MISBEHAVING) as recogniser:
        yield recogniser


def pixels(deed):
    return Pixels(deed, 1, bytes(4 * deed))


def answer(recogniser):
    deadline = time.monotonic() + FOREVER
    while time.monotonic() < deadline:
        reading = recogniser.answer(FOREVER)
        if reading is not None:
            return reading
    raise TimeoutError


def processes():
    return {child.pid for child in multiprocessing.active_children()}


def test_one_process_answers_page_after_page(recogniser):
    answers = []
    for _ in range(2):
        recogniser.begin(pixels(READS))
        answers.append(answer(recogniser))
    assert isinstance(answers[0], PageReading)
    assert answers[0] == answers[1]


def test_a_page_that_fails_says_why_and_the_next_is_read(recogniser):
    recogniser.begin(pixels(FAILS))
    with pytest.raises(PageFailed) as failure:
        answer(recogniser)
    assert "no such page" in failure.value.__notes__[0]
    recogniser.begin(pixels(READS))
    assert answer(recogniser)


def test_a_process_that_dies_is_known_to_be_lost(recogniser):
    recogniser.begin(pixels(DIES))
    with pytest.raises(RecogniserLost):
        answer(recogniser)
    recogniser.stop()
    recogniser.begin(pixels(READS))
    assert answer(recogniser)


def test_stopping_ends_the_process_though_it_works(recogniser):
    before = processes()
    recogniser.begin(pixels(HANGS))
    assert recogniser.answer(0.0) is None
    (made,) = processes() - before
    recogniser.stop()
    assert made not in processes()
    with pytest.raises(RecogniserLost):
        recogniser.answer(0.0)


def test_the_process_goes_with_its_owner():
    before = processes()
    with Recogniser(MISBEHAVING) as recogniser:
        recogniser.start()
    assert processes() == before


def test_the_worker_is_made_with_what_it_reads_with():
    setup = EngineSetup("told", "1", "tests.library.recognition.told", ("rus", "eng"))
    with Recogniser(setup) as recogniser:
        recogniser.begin(pixels(READS))
        assert [word.text for word in answer(recogniser).words] == ["rus", "eng"]


def test_an_engine_that_is_not_whole_is_unavailable():
    with Recogniser(UNSTARTABLE) as recogniser:
        recogniser.begin(pixels(READS))
        with pytest.raises(RecognitionUnavailable, match="Install it again") as failure:
            answer(recogniser)
    assert failure.value.__notes__ == [Unstartable("libengine.so is missing").reason]


def test_who_asks_late_is_told_too_that_the_engine_is_not_whole():
    with Recogniser(UNSTARTABLE) as recogniser:
        recogniser.start()
        assert recogniser._connection.poll(FOREVER)
        recogniser._process.join(0.2)  # it would be gone now if it did not wait to be asked
        recogniser.begin(pixels(READS))
        with pytest.raises(RecognitionUnavailable):
            answer(recogniser)


def test_without_the_engine_one_sentence_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(engine, "find_spec", lambda name: None)
    with pytest.raises(RecognitionUnavailable, match=r"diptych\[ocr\]"):
        engine.rapidocr()


def test_results_of_another_version_of_the_engine_are_others(monkeypatch):
    monkeypatch.setattr(engine, "find_spec", lambda name: object())
    monkeypatch.setattr(engine, "version", lambda name: "3.11")
    newer = Recogniser(engine.rapidocr())
    assert (newer.name, newer.version) == ("rapidocr", "3.11/5")

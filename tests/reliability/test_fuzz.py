"""The short forms of the fuzzing tables."""

import signal
import sys
from collections.abc import Iterator

import pytest

from library.errors import DiptychError
from library.pages.pool import ReadingPool
from tests.reliability import foreign_text
from tests.reliability.foreign_files import open_mutants, pages_of
from tests.reliability.fuzz import GUIDE

pytestmark = [
    pytest.mark.quick,
    pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGALRM"),
]


@pytest.fixture(scope="module")
def pool() -> Iterator[ReadingPool]:
    pool = ReadingPool()
    yield pool
    pool.close()


def test_a_million_full_stops_are_no_date():
    text = f"1944{'.' * 1_000_000}"
    assert foreign_text.tried("dates", lambda _: foreign_text.read_as_date(text), 1, 1).faults == []


def test_no_parser_fails_or_dawdles_over_a_bad_text(pool, tmp_path):
    tried = list(foreign_text.try_parsers(60, tmp_path, pages_of(GUIDE, pool)))
    assert [fault for each in tried for fault in each.faults] == []
    assert {each.cases for each in tried} == {60}
    assert sum(each.refused for each in tried) > 60  # the texts are bad indeed


def test_mutants_of_a_good_file_open_or_are_refused_in_a_sentence(qapp, pool, tmp_path):
    opened = open_mutants(25, [GUIDE], tmp_path, pool)
    assert opened.faults == []
    assert opened.files == sum(opened.outcomes.values()) == 25
    assert len(opened.outcomes) > 1  # they are bad indeed


def _fail(_chance):
    raise KeyError("a fault")


def _refuse(_chance):
    raise DiptychError("Not this one.")


def test_a_parser_that_fails_or_dawdles_is_told(monkeypatch):
    monkeypatch.setattr(foreign_text, "LATEST", 0.01)
    failing = foreign_text.tried("failing", _fail, 3, 1)
    assert [fault.split(": ")[1] for fault in failing.faults] == ["KeyError"] * 3
    dawdling = foreign_text.tried("dawdling", lambda _chance: signal.pause(), 1, 1)
    assert "TooLate" in dawdling.faults[0]
    refusing = foreign_text.tried("refusing", _refuse, 3, 1)
    assert (refusing.refused, refusing.faults) == (3, [])

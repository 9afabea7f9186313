"""What cost processes their lives is left alone until the reader wants it tried again."""

from pathlib import Path

import pytest

from library.errors import FileCrashed, PageCrashed
from library.pages.pool import ReadingPool
from library.pages.requests import FileSource, Picture, ReadOutline
from tests.library.pages.conftest import MISBEHAVING

PATIENCE = 60  # seconds until a test that waits in vain gives up
DEADLY = Path("deadly.pdf")


@pytest.fixture
def pool():
    pool = ReadingPool(worker=MISBEHAVING)
    yield pool
    pool.close()


def page(number, verb, told=""):
    return Picture(FileSource(DEADLY, name=f"{verb}:{told}"), number, 10, 10)


def deaths(path):
    return len(path.read_text().splitlines()) if path.exists() else 0


def test_a_page_that_ended_two_processes_ends_no_third(pool, tmp_path):
    asked = tmp_path / "asked"
    for _ in range(3):
        error = pool.submit(page(2, "die", asked)).exception(PATIENCE)
        assert isinstance(error, PageCrashed)
    assert deaths(asked) == 2
    assert pool.submit(page(3, "answer")).result(PATIENCE)  # the others can be read


def test_a_page_is_tried_again_where_the_reader_wants_it(pool, tmp_path):
    asked = tmp_path / "asked"
    pool.submit(page(2, "die", asked)).exception(PATIENCE)
    pool.try_again(DEADLY)
    assert pool.submit(page(2, "answer")).result(PATIENCE)
    pool.submit(page(2, "die", asked)).exception(PATIENCE)
    assert deaths(asked) == 4


def test_a_file_with_two_such_pages_is_held_whole(pool, tmp_path):
    for number in (2, 5):
        pool.submit(page(number, "die", tmp_path / "asked")).exception(PATIENCE)
    assert isinstance(pool.submit(page(7, "answer")).exception(PATIENCE), PageCrashed)
    other = Picture(FileSource(Path("other.pdf"), name="answer:"), 0, 10, 10)
    assert pool.submit(other).result(PATIENCE)  # another file is read as ever
    pool.try_again(DEADLY)
    assert pool.submit(page(7, "answer")).result(PATIENCE)


def test_a_file_that_cannot_even_be_opened_is_held(pool, tmp_path):
    asked = tmp_path / "asked"
    for _ in range(2):
        request = ReadOutline(FileSource(DEADLY, name=f"die:{asked}"))
        assert isinstance(pool.submit(request).exception(PATIENCE), FileCrashed)
    assert deaths(asked) == 2


def test_a_page_that_takes_all_memory_is_not_tried_again(tmp_path):
    pool = ReadingPool(worker=MISBEHAVING, room=2**28)
    try:
        assert isinstance(pool.submit(page(2, "eat")).exception(PATIENCE), PageCrashed)
        assert isinstance(pool.submit(page(2, "answer")).exception(PATIENCE), PageCrashed)
    finally:
        pool.close()

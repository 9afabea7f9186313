"""Questions to the index that are broken off."""

import random
import threading
from contextlib import closing

import pytest

from library.errors import ReadingStopped
from library.store.index import NAME, Index
from library.store.index_reader import IndexReader

ASKED = "SELECT 1 WHERE 3 IN (SELECT rowid FROM search_words WHERE search_words MATCH 'x')"


@pytest.fixture
def path(tmp_path):
    with closing(Index(tmp_path, read_only=False)) as index:
        index.write(
            lambda db: db.execute("CREATE VIRTUAL TABLE search_words USING fts5(a, content='')")
        )
    return tmp_path / NAME


def test_a_question_that_is_broken_off_at_any_moment_says_no_more_than_that(path):
    ended, reader = threading.Event(), IndexReader(path)

    def interrupt():
        chance = random.Random(1)
        while not ended.wait(chance.random() * 3e-4):
            reader.interrupt()

    other = threading.Thread(target=interrupt)
    other.start()
    stopped = 0
    try:
        for _ in range(2000):
            try:
                reader.read(lambda db: db.execute(ASKED).fetchall(), [])
            except ReadingStopped:
                stopped += 1
            reader.close()  # so that the table is looked at for the first time again
    finally:
        ended.set()
        other.join()
    assert stopped


def test_who_was_not_broken_off_is_answered(path):
    with closing(IndexReader(path)) as reader:
        reader.interrupt()
        assert reader.read(lambda db: db.execute("SELECT 7").fetchall(), []) == [(7,)]

import os
from pathlib import Path

import pytest

from library.pages.pool import ReadingPool
from library.pages.requests import MAX_PIXELS, FileSource, Picture
from library.pages.worker import Worker

MISBEHAVING = "tests.library.pages.misbehaving"


def ask(deed, path=""):
    """A request that the misbehaving worker answers by doing this."""
    return Picture(FileSource(Path(f"{deed}.pdf"), name=f"{deed}:{path}"), 2, 10, 10)


@pytest.fixture
def pool():
    pool = ReadingPool(worker=MISBEHAVING, drawing_seconds=30.0, room=512 * 2**20)
    yield pool
    pool.close()


@pytest.fixture
def hasty_pool():
    pool = ReadingPool(worker=MISBEHAVING, drawing_seconds=0.2)
    yield pool
    pool.close()


@pytest.fixture
def resting_pool():
    pool = ReadingPool(worker=MISBEHAVING, resting_seconds=0.0)
    yield pool
    pool.close()


@pytest.fixture
def gate(tmp_path):
    path = tmp_path / "gate"
    os.mkfifo(path)
    return path


@pytest.fixture(scope="session")
def canvas():
    return memoryview(bytearray(MAX_PIXELS * 4))


@pytest.fixture
def worker():
    return Worker(ask_for_time=lambda seconds: None)

"""The program on a library of its own, for the tests of the window."""

import pytest

from library.pages.pool import ReadingPool
from tests.records import make_record
from tests.viewer.desk import Desk


@pytest.fixture(scope="session")
def pool():
    pool = ReadingPool()
    yield pool
    pool.close()


@pytest.fixture
def desk(tmp_path, pool, qtbot):
    desk = Desk(tmp_path, pool, qtbot)
    yield desk
    desk.close()


@pytest.fixture
def record(tmp_path):
    return make_record(tmp_path / "a record.pdf")

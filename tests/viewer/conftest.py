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


@pytest.fixture(scope="session", autouse=True)
def empty_clipboard(qapp):
    """Off the screen, what was copied outlives Python, whose object it is: a fault at the end."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def desk(tmp_path, pool, qtbot):
    desk = Desk(tmp_path, pool, qtbot)
    yield desk
    desk.close()


@pytest.fixture
def record(tmp_path):
    return make_record(tmp_path / "a record.pdf")

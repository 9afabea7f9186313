import pytest

from library.store.store import Store


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "library"


@pytest.fixture
def store(folder):
    with Store.open(folder) as opened:
        yield opened

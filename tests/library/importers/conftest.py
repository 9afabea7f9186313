"""Files are read as the program reads them: by a reading process."""

import json
from pathlib import Path

import pytest

from library.importers.formats import find_parcels
from library.importers.importing import read_document
from library.pages.pool import ReadingPool

SHARED = Path(__file__).parents[4] / "shared" / "data"


@pytest.fixture(scope="session")
def pool():
    pool = ReadingPool()
    yield pool
    pool.close()


def finished(work):
    """Drive a generator to its end and give what it returns."""
    while True:
        try:
            next(work)
        except StopIteration as stop:
            return stop.value


@pytest.fixture(scope="session")
def read(pool):
    """Read the one document that is in these files or this folder."""

    def read(*paths, password=None):
        (parcel,) = find_parcels(paths)
        return finished(read_document(parcel, pool, password))

    return read


@pytest.fixture
def shared():
    """The shared data, where they are."""

    def path(*parts):
        found = SHARED.joinpath(*parts)
        if not found.exists():
            pytest.skip("the shared data are not here")
        return found

    return path


@pytest.fixture
def truth(shared):
    """What people found in a shared record, and the record itself."""

    def truth(name):
        content = json.loads(shared("records", f"{name}.truth.json").read_text("utf-8"))
        return shared("records", f"{name}.pdf"), content["versions"]

    return truth

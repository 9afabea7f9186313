"""Files are read as the program reads them: by a reading process."""

import pytest

from library.importers.formats import find_parcels
from library.importers.importing import read_document
from library.pages.pool import ReadingPool


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

"""What a reading process cannot do, seen from within one."""

import errno
import os
import sys

import pytest

from library.pages.pool import ReadingPool
from library.pages.requests import FileSource, Picture

PATIENCE = 60  # seconds until a test that waits in vain gives up
PROBING = "tests.library.pages.probing"

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="as Linux lets processes give up")


@pytest.fixture(scope="module")
def probe(tmp_path_factory):
    """Does something in a reading process, and gives its answer in words."""
    pool = ReadingPool(worker=PROBING)
    folder = tmp_path_factory.mktemp("probe")

    def ask(what):
        source = FileSource(folder / "probe.pdf", name=what)
        return pool.submit(Picture(source, 0, 1, 1)).result(PATIENCE).decode()

    yield ask
    pool.close()


def test_no_core_is_written_and_files_stay_small(probe):
    core, size = probe("limits").split()
    assert core == "0"
    assert int(size) == 2**31


@pytest.mark.skipif(os.geteuid() == 0, reason="the limit does not bind the superuser")
def test_no_process_is_started(probe):
    assert probe("fork") == errno.errorcode[errno.EAGAIN]


def test_the_number_of_processes_is_limited_to_none(probe):
    assert probe("processes") == "0"


def test_no_rights_are_gained_by_starting_another_program(probe):
    assert probe("privileges") == "1"


def test_there_is_no_network_where_the_system_lets_it_be_left(probe):
    if probe("left") == "False":
        pytest.skip("The system does not let processes leave the network.")
    assert probe("connect") == errno.errorcode[errno.ENETUNREACH]
    assert probe("interfaces") == "lo"

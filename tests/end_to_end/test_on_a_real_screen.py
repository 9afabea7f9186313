"""The whole program on a real X server: what an offscreen window cannot show.

Start-up from the command line, real key events through the server, a second start, and a
clean end.
"""

import subprocess

import pytest

from library.store.store import Store
from tests.end_to_end.screen import PATIENCE, Screen
from tests.records import make_record

pytestmark = pytest.mark.x11


@pytest.fixture
def screen():
    screen = Screen()
    yield screen
    screen.close()


@pytest.fixture
def library(tmp_path):
    return tmp_path / "library"


def ended(program: subprocess.Popen) -> tuple[int, str]:
    said, _ = program.communicate(timeout=PATIENCE)
    return program.returncode, said


def test_a_page_bookmarked_by_keys_is_there_after_the_program_ended(screen, library, tmp_path):
    record = make_record(tmp_path / "record.pdf", title="The Bridge at Noon")
    program = screen.start(tmp_path, "--library", str(library), str(record))
    screen.window("The Bridge at Noon.*Diptych")
    screen.wait_until(lambda: _documents(library) == ["The Bridge at Noon"])
    screen.press("ctrl+Next", "ctrl+b", "ctrl+q")
    assert ended(program) == (0, "")
    with Store.open(library, read_only=True) as store:
        (entry,) = [entry for entry in store.shelf() if entry.title == "The Bridge at Noon"]
        (bookmark,) = store.bookmarks(entry.id)
        document = store.document(entry.id)
        assert bookmark.page == document.scan_pages[1]
        assert store.position(entry.id).page == document.scan_pages[1]


def test_a_second_start_hands_its_files_to_the_first(screen, library, tmp_path):
    first = screen.start(
        tmp_path, "--library", str(library), str(make_record(tmp_path / "a.pdf", title="First"))
    )
    screen.window("First.*Diptych")
    second = screen.start(
        tmp_path, "--library", str(library), str(make_record(tmp_path / "b.pdf", title="Second"))
    )
    assert ended(second) == (0, "")
    screen.window("Second.*Diptych")
    screen.press("ctrl+q")
    assert ended(first) == (0, "")


def _documents(library) -> list[str]:
    """The titles in the library, without the guide; none while there is no library yet."""
    if not (library / "library.db").exists():
        return []
    with Store.open(library, read_only=True) as store:
        return [e.title for e in store.shelf() if e.title != "How to Read with Diptych"]

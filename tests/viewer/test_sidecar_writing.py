"""Sidecars follow what the reader does, unless they are turned off."""

import pytest

from library.store.sidecars.files import of_document
from tests.viewer.desk import select
from viewer.sidecar_writing import SidecarWriting


@pytest.fixture
def writing(desk, record):
    """A highlight was made, and the time to write sidecars has come."""

    def come():
        writing = SidecarWriting(desk.session, desk.settings)
        select(desk.open(record), "forty tons")
        desk.press("highlight")
        assert writing.timer.isActive()
        writing.timer.setInterval(0)
        writing.timer.start()
        desk.wait(lambda: not writing.timer.isActive() and not desk.session.jobs.running)
        return of_document(desk.store.folder, desk.tab.reading.document.id)

    return come


def test_a_note_is_written_beside_the_files(writing):
    assert "forty tons" in writing().read_text("utf-8")


def test_nothing_is_written_where_the_reader_wants_no_sidecars(desk, writing):
    desk.settings.writes_sidecars = False
    assert not writing().exists()


def test_a_failure_is_told_once_and_the_note_is_saved(desk, writing):
    (desk.store.folder / "sidecars").write_text("no folder", "utf-8")
    writing()
    assert "Your notes are saved, but not written" in desk.window.tabs.messages.sentence
    assert len(desk.store.annotations(desk.tab.reading.document.id)) == 1

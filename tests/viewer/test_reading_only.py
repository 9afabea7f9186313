"""A second program on a library that another one writes: a window that reads."""

import pytest

from library.errors import LibraryInUse, LibraryUnwritable
from library.store.reading_store import ReadingStore
from library.store.store import Store
from tests.commands import answer, run
from tests.reliability.disks import may_mount, read_only_disk, small_disk
from tests.viewer.desk import Desk, select
from viewer.library_at_start import open_library
from viewer.reading_only import CHANGING, ReadingOnly


@pytest.fixture
def writer(tmp_path, pool, qtbot, record):
    """A window that has the library, with a note made in it."""
    desk = Desk(tmp_path, pool, qtbot)
    select(desk.open(record), "forty tons")
    desk.press("highlight")
    desk.window.close()  # its store stays open
    yield desk
    desk.close()


@pytest.fixture
def reader(tmp_path, pool, qtbot, writer):
    folder = writer.store.folder
    desk = Desk(tmp_path, pool, qtbot, store=ReadingStore.open_to_read(folder))
    desk.only = ReadingOnly(desk.window, LibraryInUse(folder))
    yield desk
    desk.close()


def test_it_reads_and_says_why_it_does_not_write(reader):
    assert [note.note for note in reader.notes] == [""]
    assert "Another program has this library open" in reader.only.bar.sentence
    for name in CHANGING:
        action = reader.window.actions_by_name[name]
        assert not action.isEnabled()
        assert "to write, close that one" in action.toolTip()
    assert not reader.session.history.group.canUndo()


def test_a_change_from_elsewhere_is_refused_in_one_sentence(reader):
    (note,) = reader.notes
    reader.tab.reading.notebook.write_note(note.id, "words")
    assert reader.notes == (note,)
    assert reader.window.tabs.messages.sentence.count("open for reading only") == 1
    assert reader.session.saving.waiting == ()


def test_turning_pages_says_nothing(reader):
    reader.tab.reading.keep(page=1)
    reader.session.end()
    assert reader.session.saving.trouble is None


def test_a_file_that_the_library_has_is_opened_and_another_is_refused(reader, record, tmp_path):
    reader.press("close_tab")
    reader.session.open_paths([record])
    reader.wait(lambda: len(reader.window.tabs.readings) == 1)
    other = tmp_path / "other.pdf"
    other.write_bytes(record.read_bytes() + b"\n")
    kept = sorted(reader.store.folder.rglob("*"))
    reader.session.open_paths([other])
    assert "open for reading only" in reader.window.tabs.messages.sentence
    assert sorted(reader.store.folder.rglob("*")) == kept


def test_it_offers_to_write_when_the_other_program_has_closed(reader, writer):
    writer.store.close()
    reader.only.look()
    assert "you can write here now" in reader.only.bar.sentence
    reader.only.bar._button.click()
    assert reader.only.wants_to_write
    assert not reader.window.isVisible()
    Store.open(writer.store.folder).close()


def test_commands_that_read_work_while_a_window_has_the_library(writer, tmp_path, record):
    library = ("--library", writer.store.folder)
    ids = {entry["title"]: entry["id"] for entry in answer("list", *library)}
    document = next(each.document.id for each in writer.session.readings)
    assert document in ids.values()
    assert answer("show", document, *library)["id"] == document
    assert len(answer("annotations", document, *library)) == 1
    assert answer("search", "engineer", *library)["total"] >= 1
    run("cite", document, *library)
    run("links", document, *library)
    out = tmp_path / "notes.md"
    run("export", document, "--format", "markdown", "--output", out, *library)
    assert "forty tons" in out.read_text("utf-8")
    run("check", *library)
    run("backup", "--list", *library)
    assert "open in another Diptych" in run("import", record, *library, code=1).output


@pytest.fixture
def disk(tmp_path):
    """A disk of its own, which needs the rights of root."""
    if not may_mount(tmp_path):
        pytest.skip("no disk can be mounted here")
    with small_disk(tmp_path / "disk") as place:
        yield place


def test_on_a_disk_that_can_only_be_read_it_reads_until_that_is_over(
    disk, tmp_path, pool, qtbot, record
):
    folder = disk / "library"
    first = Desk(tmp_path, pool, qtbot, store=Store.open(folder))
    select(first.open(record), "forty tons")
    first.press("highlight")
    first.close()
    with read_only_disk(folder):
        with pytest.raises(LibraryUnwritable) as heard:
            open_library(folder)
        desk = Desk(tmp_path, pool, qtbot, store=ReadingStore.open_to_read(folder))
        only = ReadingOnly(desk.window, heard.value)
        assert "can only be read. You can read, search and export here." in only.bar.sentence
        assert len(desk.notes) == 1
        desk.wait(lambda: desk.tab.scan.view.is_sharp)
        assert not desk.window.actions_by_name["highlight"].isEnabled()
        desk.close()
    only.bar.action()
    assert only.wants_to_write
    with open_library(folder) as store:
        assert store.shelf()

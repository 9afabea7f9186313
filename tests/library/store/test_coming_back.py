"""A library that vanishes while it is open, and comes back as other files of the same name."""

import shutil
import sqlite3
from contextlib import closing

import pytest

from library.errors import (
    LibraryDamaged,
    LibraryGone,
    LibraryInUse,
    LibraryNewer,
    LibraryReplaced,
)
from library.model.annotation import Bookmark
from library.model.change import Change
from library.progress import quietly
from library.searching.parsing import parse
from library.store.locking import FolderLock
from library.store.migrations import VERSION
from library.store.store import Store
from tests.documents import NOON, a_document
from tests.reliability.disks import may_mount, small_disk


@pytest.fixture
def document(store):
    return store.add_document(a_document(text="He went to Minsk."), NOON).id


def mark(store, document, name):
    store.apply(Change.add("Bookmark", Bookmark(name, document, name, NOON)))


def marks(store, document):
    return {bookmark.id for bookmark in store.bookmarks(document)}


def found(store, words):
    return all(store.search.find(parse(word), 9).hits for word in words.split())


def take_away(folder):
    return folder.rename(folder.with_name("away"))


def come_back(folder):
    """As new files, which is what a disk that was taken out and put in again looks like."""
    shutil.copytree(folder.with_name("away"), folder)


def everything_in(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_while_it_is_gone_one_sentence_says_so_and_what_is_open_can_be_read(
    store, document, folder
):
    take_away(folder)
    with pytest.raises(LibraryGone, match="is not there any more"):
        mark(store, document, "a")
    assert not folder.exists()
    assert marks(store, document) == set()


def test_what_is_saved_after_it_came_back_is_in_the_files_that_are_there_now(
    store, document, folder
):
    mark(store, document, "before")
    take_away(folder)
    with pytest.raises(LibraryGone):
        mark(store, document, "meanwhile")
    come_back(folder)
    mark(store, document, "after")
    with Store.open(folder, read_only=True) as other:
        assert marks(other, document) == {"before", "after"}
    assert marks(store, document) == {"before", "after"}


def test_it_comes_back_again_and_again(store, document, folder):
    for number in "abc":
        mark(store, document, number)
        away = take_away(folder)
        come_back(folder)
        shutil.rmtree(away)
    assert marks(store, document) == {"a", "b", "c"}


def test_it_is_locked_again_where_it_is_now_and_closed_there(store, document, folder):
    take_away(folder)
    come_back(folder)
    mark(store, document, "a")
    with pytest.raises(LibraryInUse):
        Store.open(folder)
    store.close()
    with closing(FolderLock(folder)) as lock:
        assert not lock.says_open


def test_what_is_searched_and_shown_is_in_the_index_that_is_there_now(store, document, folder):
    store.save_preview(document, 0, b"before", b"small")
    take_away(folder)
    come_back(folder)
    shutil.rmtree(folder.with_name("away"))
    store.add_document(a_document(text="He stayed in Rabaul."), NOON)
    store.save_preview(document, 1, b"after", b"small")
    assert found(store, "minsk rabaul")
    with Store.open(folder, read_only=True) as other:
        assert [other.preview(document, page) for page in (0, 1)] == [b"before", b"after"]
        assert found(other, "minsk rabaul")


def test_an_index_that_did_not_come_back_with_it_is_made_anew(store, document, folder):
    take_away(folder)
    come_back(folder)
    (folder / "index.db").unlink()
    mark(store, document, "a")
    quietly(store.search.catching_up())
    assert found(store, "minsk")


def test_where_only_reading_is_asked_for_it_is_opened_again_too(store, document, folder):
    mark(store, document, "before")
    with Store.open(folder, read_only=True) as reader:
        take_away(folder)
        come_back(folder)
        assert marks(store, document) == {"before"}
        mark(store, document, "after")
        assert marks(reader, document) == {"before", "after"}


def test_another_library_in_its_place_is_left_as_it_is(store, document, folder):
    away = take_away(folder)
    with Store.open(folder) as other:
        other.add_document(a_document("Theirs"), NOON)
    as_it_was = everything_in(folder)
    for _ in range(2):
        with pytest.raises(LibraryReplaced, match="another library now"):
            mark(store, document, "a")
    assert marks(store, document) == set()
    assert everything_in(folder) == as_it_was
    shutil.rmtree(folder)
    away.rename(folder)
    mark(store, document, "b")
    assert marks(store, document) == {"b"}


def test_an_older_copy_in_its_place_is_left_as_it_is(store, document, folder, tmp_path):
    mark(store, document, "a")
    older = shutil.copytree(folder, tmp_path / "older")
    mark(store, document, "b")
    take_away(folder)
    older.rename(folder)
    with pytest.raises(LibraryReplaced, match="older copy"):
        mark(store, document, "c")
    shutil.rmtree(folder)
    come_back(folder)
    mark(store, document, "c")
    assert marks(store, document) == {"a", "b", "c"}


def test_what_was_done_to_it_elsewhere_meanwhile_is_taken_over(store, document, folder):
    mark(store, document, "a")
    take_away(folder)
    come_back(folder)
    with Store.open(folder) as elsewhere:
        mark(elsewhere, document, "b")
    mark(store, document, "c")
    assert marks(store, document) == {"a", "b", "c"}


def test_one_that_a_newer_program_wrote_meanwhile_is_refused(store, document, folder):
    take_away(folder)
    come_back(folder)
    with closing(sqlite3.connect(folder / "library.db")) as db:
        db.execute(f"PRAGMA user_version = {VERSION + 1}")
        db.commit()
    with pytest.raises(LibraryNewer):
        mark(store, document, "a")


def test_one_that_another_program_holds_is_waited_for(store, document, folder):
    take_away(folder)
    come_back(folder)
    with Store.open(folder), pytest.raises(LibraryInUse):
        mark(store, document, "a")
    mark(store, document, "b")
    assert marks(store, document) == {"b"}


def test_one_that_came_back_hurt_is_told_and_not_written_to(store, document, folder):
    mark(store, document, "a")
    take_away(folder)
    come_back(folder)
    with closing(sqlite3.connect(folder / "library.db")) as db:
        db.execute("UPDATE bookmark SET name = 'other words'")
        db.commit()
    with pytest.raises(LibraryDamaged):
        mark(store, document, "b")


def test_the_log_of_files_with_the_same_numbers_is_not_cleared_away(tmp_path):
    """Two disks number their files alike; SQLite looks at the numbers alone."""
    if not may_mount(tmp_path):
        pytest.skip("a disk of its own needs the rights of root")
    place = tmp_path / "disk"
    with small_disk(place):
        store = Store.open(place)
        document = store.add_document(a_document(), NOON).id
        mark(store, document, "a")
        shutil.copytree(place, tmp_path / "kept")
        number = (place / "library.db").stat().st_ino
        with small_disk(place):
            number_next_file(place, number)
            shutil.copytree(tmp_path / "kept", place, dirs_exist_ok=True, ignore=all_but_library)
            assert (place / "library.db").stat().st_ino == number
            shutil.copytree(tmp_path / "kept", place, dirs_exist_ok=True)
            mark(store, document, "b")
            assert (place / "library.db-wal").exists()
            with Store.open(place, read_only=True) as other:
                assert marks(other, document) == {"a", "b"}
            store.close()


def number_next_file(disk, number):
    """A disk in memory numbers files one after the other."""
    other = disk / "other"
    while True:
        other.touch()
        reached = other.stat().st_ino
        other.unlink()
        if reached == number - 1:
            return
        assert reached < number


def all_but_library(_folder, names):
    return set(names) - {"library.db"}

"""A library is opened with care, or refused and left as it was."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from sqlite_utils.migrations import Migrations

from library.errors import (
    LibraryDamaged,
    LibraryForeign,
    LibraryInUse,
    LibraryMissing,
    LibraryNewer,
    LibraryUnwritable,
)
from library.store import connection, opening
from library.store import migrations as shipped
from library.store.locking import FolderLock
from library.store.migrations import APPLICATION_ID, VERSION
from library.store.store import Store
from tests.documents import NOON, a_document


def everything_in(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def pragma(store, name):
    with store._library._lock:
        return store._library._db.execute(f"PRAGMA {name}").fetchone()[0]


def write_database(path, statement):
    with closing(sqlite3.connect(path)) as db:
        db.execute(statement)
        db.commit()


def foreign_database(path):
    write_database(path, "CREATE TABLE theirs (a)")


def newer_library(path):
    with Store.open(path.parent):
        pass
    write_database(path, f"PRAGMA user_version = {VERSION + 1}")


def garbage(path):
    path.write_bytes(b"Dear Sir, this is no database. " * 200)


def empty_file(path):
    path.touch()


def test_a_library_is_made_where_there_is_none(tmp_path):
    with Store.open(tmp_path / "new" / "library") as store:
        assert store.shelf() == ()
    assert (tmp_path / "new" / "library" / "library.db").exists()


def test_the_library_is_as_safe_as_sqlite_can_make_it(store):
    assert pragma(store, "journal_mode") == "wal"
    assert pragma(store, "synchronous") == 2  # FULL
    assert pragma(store, "foreign_keys") == 1
    assert pragma(store, "trusted_schema") == 0
    assert pragma(store, "cell_size_check") == 1
    assert pragma(store, "busy_timeout") == 5000
    assert pragma(store, "application_id") == APPLICATION_ID
    assert pragma(store, "user_version") == VERSION


def test_the_version_in_the_header_is_the_number_of_migrations():
    assert len(shipped.migrations._migrations) == VERSION


def test_a_closed_library_is_one_file_complete_in_itself(folder):
    with Store.open(folder) as store:
        store.add_document(a_document(), NOON)
    assert sorted(everything_in(folder)) == ["index.db", "library.db", "library.lock"]


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize(
    ("make", "error"),
    [
        (foreign_database, LibraryForeign),
        (garbage, LibraryForeign),
        (empty_file, LibraryForeign),
        (newer_library, LibraryNewer),
    ],
)
def test_what_is_not_ours_to_open_is_left_untouched(folder, make, error, read_only):
    folder.mkdir()
    make(folder / "library.db")
    before = everything_in(folder)
    with pytest.raises(error):
        Store.open(folder, read_only=read_only)
    assert everything_in(folder) == before


def test_a_directory_of_that_name_is_refused(folder):
    (folder / "library.db").mkdir(parents=True)
    with pytest.raises(LibraryForeign):
        Store.open(folder)
    assert [path.name for path in folder.iterdir()] == ["library.db"]


def test_a_foreign_index_is_not_taken_for_ours_to_throw_away(folder):
    folder.mkdir()
    foreign_database(folder / "index.db")
    before = everything_in(folder)
    with pytest.raises(LibraryForeign):
        Store.open(folder)
    assert everything_in(folder) == before


def test_a_newer_version_that_stands_in_the_log_alone_is_refused(folder):
    with Store.open(folder) as store:
        with store._library.writing() as db:
            db.execute(f"PRAGMA user_version = {VERSION + 1}")
        with pytest.raises(LibraryNewer):
            Store.open(folder, read_only=True)


def test_a_second_writer_is_told_to_wait(folder, store):
    with pytest.raises(LibraryInUse):
        Store.open(folder)
    assert store.shelf() == ()


def test_closing_lets_the_next_one_write(folder):
    for _ in range(2):
        with Store.open(folder):
            pass


def test_a_library_that_could_not_be_opened_is_not_held(folder, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr(opening, "open_for_writing", lambda *_, **__: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            Store.open(folder)
    with Store.open(folder):
        pass


def test_readers_see_what_a_writer_has_saved_while_it_writes(folder, store):
    with Store.open(folder, read_only=True) as reader:
        assert reader.shelf() == ()
        added = store.add_document(a_document(), NOON)
        assert reader.document(added.id) == added
        with pytest.raises(LibraryUnwritable):
            reader.add_document(a_document(), NOON)


def test_a_library_that_can_only_be_read_is_read_without_making_a_log(folder, monkeypatch):
    with Store.open(folder) as store:
        document = store.add_document(a_document(), NOON)
    before = everything_in(folder)
    monkeypatch.setattr(connection, "_may_write", lambda _: False)
    with Store.open(folder, read_only=True) as reader:
        assert reader.document(document.id) == document
        assert everything_in(folder) == before


def test_a_library_with_a_log_is_never_taken_to_be_at_rest(folder, monkeypatch):
    monkeypatch.setattr(connection, "_may_write", lambda _: False)
    with Store.open(folder) as store:
        document = store.add_document(a_document(), NOON)
        assert not connection.is_at_rest(folder / "library.db")
        with Store.open(folder, read_only=True) as reader:
            assert reader.document(document.id) == document
    assert connection.is_at_rest(folder / "library.db")


def test_reading_a_library_that_is_not_there_makes_none(folder):
    with pytest.raises(LibraryMissing):
        Store.open(folder, read_only=True)
    assert not folder.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX systems")
def test_a_reader_in_the_same_process_does_not_let_go_of_the_writers_locks(folder, store):
    store.add_document(a_document(), NOON)
    with Store.open(folder, read_only=True):
        pass
    try_lock = (
        "import fcntl, sys; file = open(sys.argv[1], 'rb+')\n"
        "try: fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, 510, 0x40000002)\n"
        "except OSError: print('held')"
    )
    told = subprocess.run(
        [sys.executable, "-c", try_lock, str(folder / "library.db")],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "held\n"


def with_another_migration(work):
    steps = Migrations("library")
    for step in shipped.migrations._migrations:
        steps(name=step.name)(step.fn)

    @steps()
    def m999_more(db):
        db.execute("CREATE TABLE more (a)")
        work(db)

    return steps


def test_a_checked_backup_is_made_before_a_migration(folder):
    with Store.open(folder) as store:
        document = store.add_document(a_document(), NOON)
    opening.open_for_writing(folder, with_another_migration(lambda db: None)).close()
    (backup,) = (folder / "backups").iterdir()
    assert backup.name.endswith("-before-m999_more.db")
    elsewhere = folder / "elsewhere"
    elsewhere.mkdir()
    backup.rename(elsewhere / "library.db")
    with Store.open(elsewhere) as store:
        assert store.document(document.id) == document
        assert pragma(store, "integrity_check") == "ok"


def test_a_library_of_the_first_version_is_brought_up_to_date(folder):
    first = Migrations("library")
    step = shipped.migrations._migrations[0]
    first(name=step.name)(step.fn)
    folder.mkdir()
    opening.open_for_writing(folder, first).close()
    with Store.open(folder) as store:
        assert pragma(store, "user_version") == VERSION
        assert store.reading("d" * 64, 0, "rapidocr", "3") is None
        assert store.document(store.add_document(a_document(), NOON).id)


def test_a_migration_that_fails_leaves_the_library_as_it_was(folder):
    with Store.open(folder) as store:
        document = store.add_document(a_document(), NOON)
    with pytest.raises(ZeroDivisionError):
        opening.open_for_writing(folder, with_another_migration(lambda db: 1 / 0))
    with Store.open(folder) as store:
        assert store.document(document.id) == document
        with store._library.reading() as db:
            assert "more" not in db.table_names()


def test_no_backup_is_made_of_a_new_library(folder, store):
    assert not (folder / "backups").exists()


def test_a_reader_brings_an_older_library_up_to_date(folder, monkeypatch):
    with Store.open(folder):
        pass
    newer = with_another_migration(lambda db: db.execute(f"PRAGMA user_version = {VERSION + 1}"))
    monkeypatch.setattr(opening, "VERSION", VERSION + 1)
    monkeypatch.setattr(opening.open_for_writing, "__defaults__", (newer, None))
    with Store.open(folder, read_only=True) as reader:
        assert pragma(reader, "user_version") == VERSION + 1


def test_an_interrupted_creation_is_begun_again(folder):
    folder.mkdir()
    (folder / "library.db.new-abc").write_bytes(b"half a library")
    with Store.open(folder) as store:
        assert store.shelf() == ()
    assert not (folder / "library.db.new-abc").exists()


def test_a_damaged_library_is_said_to_be(folder):
    with Store.open(folder) as store:
        document = store.add_document(a_document(text="x" * 50_000), NOON)
    whole = (folder / "library.db").read_bytes()
    (folder / "library.db").write_bytes(whole[:4096] + b"\xaa" * (len(whole) - 4096))
    with pytest.raises(LibraryDamaged), Store.open(folder) as store:
        store.document(document.id)


def test_a_lock_is_let_go(tmp_path):
    lock = FolderLock(tmp_path)
    with pytest.raises(LibraryInUse):
        FolderLock(tmp_path)
    lock.release()
    FolderLock(tmp_path).release()


def test_a_library_that_is_whole_with_its_log_alone_is_taken_for_ours(folder, tmp_path):
    """As a power cut leaves it that came while pages were brought from the log to their places."""
    with Store.open(folder) as store:
        before = store.add_document(a_document(), NOON)
    small = (folder / "library.db").read_bytes()
    cut_off = tmp_path / "cut off"
    with Store.open(folder) as store:
        after = store.add_document(a_document(text="x" * 200_000), NOON)
        shutil.copytree(folder, cut_off)
        with store._library._lock:
            store._library._db.execute("PRAGMA wal_checkpoint")
        first_page = (folder / "library.db").read_bytes()[:4096]
    (cut_off / "library.db").write_bytes(first_page + small[4096:])
    with Store.open(cut_off) as store:
        assert [store.document(each.id) for each in store.shelf()] == [before, after]

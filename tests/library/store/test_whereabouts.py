"""A library that lies where others write, too, is noticed, and kept as one file."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from library.errors import LibraryUnwritable
from library.model.annotation import Bookmark
from library.model.change import Change
from library.progress import quietly
from library.store import connection
from library.store.store import Store
from library.store.whereabouts import NetworkShare, SynchronisedFolder, shared_place
from tests.documents import NOON, a_document

TABLE = """\
/dev/sda1 / ext4 rw 0 0
archive:/scans /mnt/archive nfs4 rw 0 0
/dev/sdb1 /mnt/archive/stick ext4 rw 0 0
me@there: /home/me/our\\040papers fuse.sshfs rw 0 0
/dev/sdc1 /covered cifs rw 0 0
/dev/sdc2 /covered ext4 rw 0 0
nonsense
"""


def mode(store):
    with store._library._lock:
        db = store._library._db
        return tuple(db.execute(f"PRAGMA {of}").fetchone()[0] for of in MODE)


MODE = ("journal_mode", "synchronous")
SAFE, USUAL = ("delete", 3), ("wal", 2)


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "Dropbox" / "library"


@pytest.mark.parametrize(
    "folder", ["/mnt/archive", "/mnt/archive/a/library", "/home/me/our papers/library"]
)
def test_a_share_is_known_by_its_file_system(folder):
    assert shared_place(Path(folder), TABLE) == NetworkShare()


@pytest.mark.parametrize(
    "folder", ["/home/me/library", "/mnt/archive/stick/library", "/mnt/archives", "/covered/a"]
)
def test_a_disk_of_this_computer_is_no_share(folder):
    assert shared_place(Path(folder), TABLE) is None


def test_without_a_table_of_mounts_no_share_is_seen():
    assert shared_place(Path("/mnt/archive"), "") is None


@pytest.mark.parametrize(
    ("path", "by"),
    [
        ("Dropbox/a/library", "Dropbox"),
        ("Dropbox (Personal)/library", "Dropbox"),
        ("OneDrive - The Institute/library", "OneDrive"),
        ("CloudStorage/OneDrive-Personal/library", "OneDrive"),
        ("Nextcloud", "Nextcloud"),
        ("ownCloud/library", "ownCloud"),
        ("Mobile Documents/com~apple~CloudDocs/library", "iCloud Drive"),
        ("Google Drive/library", "Google Drive"),
        ("CloudStorage/GoogleDrive-me@there/My Drive/library", "Google Drive"),
    ],
)
def test_a_synchronised_folder_is_known_by_its_name(tmp_path, path, by):
    assert shared_place(tmp_path / path, "") == SynchronisedFolder(by)


@pytest.mark.parametrize("name", ["Dropboxes", "My OneDrives", "Google Drives me mad", "library"])
def test_a_folder_that_is_only_called_alike_is_not(tmp_path, name):
    assert shared_place(tmp_path / name / "library", "") is None


def test_a_synchronised_folder_of_another_name_is_known_by_what_lies_in_it(tmp_path):
    (tmp_path / ".nextcloudsync.log").touch()
    assert shared_place(tmp_path / "a" / "library", "") == SynchronisedFolder("Nextcloud")


def test_a_library_there_is_one_complete_file_after_each_save(folder, tmp_path):
    with Store.open(folder) as store:
        assert mode(store) == SAFE
        document = store.add_document(a_document(), NOON)
        elsewhere = tmp_path / "copied"
        elsewhere.mkdir()
        shutil.copy(folder / "library.db", elsewhere)
        assert not list(folder.glob("*-wal"))
    with Store.open(elsewhere) as copied:
        assert copied.document(document.id) == document


def test_a_library_that_is_moved_is_saved_as_its_new_place_asks(folder, tmp_path):
    with Store.open(folder) as store:
        document = store.add_document(a_document(), NOON)
    at_home = folder.replace(tmp_path / "library")
    with Store.open(at_home) as store:
        assert (mode(store), store.document(document.id)) == (USUAL, document)
    at_home.replace(folder)
    with Store.open(folder) as store:
        assert (mode(store), store.document(document.id)) == (SAFE, document)


def test_while_others_read_it_a_moved_library_is_saved_as_before(folder, tmp_path):
    at_home = tmp_path / "library"
    with Store.open(at_home) as store:
        document = store.add_document(a_document(), NOON)
    at_home.replace(folder.parent.mkdir() or folder)
    with Store.open(folder, read_only=True) as reader:
        assert reader.document(document.id) == document
        with Store.open(folder) as store:
            assert mode(store) == USUAL
            store.apply(Change.add("Bookmark", Bookmark("b", document.id, "here", NOON)))
        assert reader.bookmarks(document.id)


def test_a_save_that_was_cut_off_there_is_taken_back_when_it_is_opened(folder, tmp_path):
    cut_off = tmp_path / "Dropbox" / "cut off"
    with Store.open(folder) as store:
        document = store.add_document(a_document(), NOON)
        with store._library.writing() as db:
            db.execute("PRAGMA cache_spill=1")
            db.execute("PRAGMA cache_size=1")  # so that the file is written before the commit
            db.execute("CREATE TABLE half (a)")
            for _ in range(200):
                db.execute("INSERT INTO half VALUES (randomblob(3000))")
            shutil.copytree(folder, cut_off)
            db.execute("DROP TABLE half")
    assert (cut_off / "library.db-journal").exists()
    alone = f"{(cut_off / 'library.db').as_uri()}?immutable=1"
    with (
        closing(sqlite3.connect(alone, uri=True)) as db,
        pytest.raises(sqlite3.DatabaseError, match="malformed"),
    ):
        db.execute("SELECT count(*) FROM half")
    with Store.open(cut_off) as store:
        assert store.document(document.id) == document
        with store._library.reading() as db:
            assert "half" not in db.table_names()


def test_one_that_somebody_writes_to_is_never_taken_to_be_at_rest(folder, monkeypatch):
    monkeypatch.setattr(connection, "_may_write", lambda _: False)
    with Store.open(folder) as store:
        assert not connection.is_at_rest(folder / "library.db")
        with Store.open(folder, read_only=True) as reader:
            document = store.add_document(a_document(), NOON)
            assert reader.document(document.id) == document
            with pytest.raises(LibraryUnwritable):
                reader.add_document(a_document(), NOON)
    assert connection.is_at_rest(folder / "library.db")
    (folder / "library.db-journal").touch()
    assert not connection.is_at_rest(folder / "library.db")


def test_a_backup_and_a_check_work_there(folder):
    with Store.open(folder) as store:
        store.add_document(a_document(), NOON)
        backup = quietly(store.safety.backing_up())
        assert backup.path.exists()
        assert quietly(store.safety.checking()).is_well

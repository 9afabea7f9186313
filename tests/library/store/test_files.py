"""Files are kept by their content, once, and whole."""

import errno
import hashlib
import io
import os
from pathlib import Path

import pytest

from library.errors import DiskFull, FileMissing, FileUnreadable
from library.store import files
from library.store.store import Store


@pytest.fixture
def letter(tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(b"%PDF " + bytes(range(256)) * 9000)
    return path


def kept_files(folder):
    return [path for path in (folder / "files").rglob("*") if path.is_file()]


def test_a_file_is_kept_under_its_digest(store, letter, folder):
    file = store.keep_file(letter, "application/pdf")
    digest = hashlib.sha256(letter.read_bytes()).hexdigest()
    assert (file.digest, file.name, file.size) == (digest, "letter.pdf", letter.stat().st_size)
    assert store.path_of(file) == folder / "files" / digest[:2] / f"{digest}.pdf"
    assert store.path_of(file).read_bytes() == letter.read_bytes()


def test_the_same_content_is_kept_once(store, letter, folder, tmp_path):
    (tmp_path / "copy.pdf").write_bytes(letter.read_bytes())
    one = store.keep_file(letter, "application/pdf")
    two = store.keep_file(tmp_path / "copy.pdf", "application/pdf")
    assert one.digest == two.digest
    assert kept_files(folder) == [store.path_of(one)]


def test_a_file_that_was_seen_before_is_not_read_again(store, letter, monkeypatch):
    one = store.keep_file(letter, "application/pdf")
    monkeypatch.setattr(files, "_chunks", None)
    assert store.digest_of(letter) == one.digest
    assert store.keep_file(letter, "application/pdf") == one


def test_a_file_that_changed_is_not_taken_for_what_it_was(store, letter):
    before = store.keep_file(letter, "application/pdf")
    letter.write_bytes(b"something else")
    assert store.known_digest(letter) is None
    assert store.keep_file(letter, "application/pdf").digest != before.digest


def test_a_kept_file_that_lost_its_end_is_kept_anew(store, letter):
    file = store.keep_file(letter, "application/pdf")
    store.path_of(file).write_bytes(b"%PDF")
    store.keep_file(letter, "application/pdf")
    assert store.path_of(file).read_bytes() == letter.read_bytes()


def test_a_file_of_a_name_that_is_no_unicode_is_kept(store, tmp_path):
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/br\xfcssel.pdf"))
    path.write_bytes(b"%PDF")
    assert store.keep_file(path, "application/pdf").name == "br\ufffdssel.pdf"
    assert store.known_digest(path) is not None


def test_a_file_that_is_not_there_or_is_a_folder_is_refused(store, tmp_path, folder):
    with pytest.raises(FileMissing):
        store.keep_file(tmp_path / "nothing.pdf", "application/pdf")
    with pytest.raises(FileUnreadable):
        store.keep_file(tmp_path, "application/pdf")
    assert kept_files(folder) == []


class FullDisk(io.BytesIO):
    def write(self, data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), len(data))


def test_a_full_disk_is_said_and_leaves_no_half_file(store, letter, folder, monkeypatch):
    opened = Path.open

    def open_on_full_disk(path, mode="r", *rest):
        file = opened(path, mode, *rest)
        if mode != "xb":
            return file
        file.close()
        return FullDisk()

    monkeypatch.setattr(Path, "open", open_on_full_disk)
    with pytest.raises(DiskFull) as heard:
        store.keep_file(letter, "application/pdf")
    assert "disk is full" in str(heard.value)
    assert kept_files(folder) == []


def test_what_an_interrupted_copy_left_is_removed(folder):
    with Store.open(folder):
        pass
    (folder / "files").mkdir()
    (folder / "files" / "abc.part").write_bytes(b"half")
    with Store.open(folder):
        assert kept_files(folder) == []


def test_the_library_can_be_moved_and_opened_elsewhere(folder, letter, tmp_path):
    with Store.open(folder) as store:
        file = store.keep_file(letter, "application/pdf")
    moved = folder.rename(tmp_path / "moved")
    with Store.open(moved) as store:
        assert store.path_of(file).read_bytes() == letter.read_bytes()

"""Previews are there at once, and losing them loses nothing else."""

import sqlite3

import pytest

from library.errors import LibraryUnwritable
from library.store.store import Store
from tests.documents import NOON, a_document


def test_previews_and_thumbnails_come_back(store):
    store.save_preview("d", 3, b"large", b"small")
    assert (store.preview("d", 3), store.thumbnail("d", 3)) == (b"large", b"small")
    store.save_thumbnail("d", 3, b"smaller")
    assert (store.preview("d", 3), store.thumbnail("d", 3)) == (b"large", b"smaller")
    assert store.preview("d", 4) is None


@pytest.mark.parametrize("damage", [None, b"", b"no database at all" * 300])
def test_a_missing_or_damaged_index_is_made_anew(folder, damage):
    with Store.open(folder) as store:
        document = store.add_document(a_document(), NOON)
        store.save_preview(document.id, 0, b"large", b"small")
    (folder / "index.db").unlink()
    if damage is not None:
        (folder / "index.db").write_bytes(damage)
    with Store.open(folder) as store:
        assert store.preview(document.id, 0) is None
        store.save_preview(document.id, 0, b"large", b"small")
        assert store.preview(document.id, 0) == b"large"
        assert store.document(document.id) == document


def test_damage_that_shows_only_in_use_is_mended_too(folder):
    with Store.open(folder) as store:
        for page in range(50):
            store.save_preview("d", page, b"large" * 1000, b"small")
    whole = (folder / "index.db").read_bytes()
    (folder / "index.db").write_bytes(whole[:4096] + b"\xaa" * (len(whole) - 4096))
    with Store.open(folder) as store:
        assert store.preview("d", 7) is None
        store.save_preview("d", 7, b"large", b"small")
        assert store.preview("d", 7) == b"large"


def test_an_index_of_another_version_is_made_anew(folder):
    with Store.open(folder) as store:
        store.save_preview("d", 0, b"large", b"small")
    with sqlite3.connect(folder / "index.db") as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with Store.open(folder) as store:
        assert store.preview("d", 0) is None


def test_a_reader_sees_previews_and_does_without_an_index(folder):
    with Store.open(folder) as store:
        store.save_preview("d", 0, b"large", b"small")
    with Store.open(folder, read_only=True) as reader:
        assert reader.preview("d", 0) == b"large"
    (folder / "index.db").unlink()
    with Store.open(folder, read_only=True) as reader:
        assert reader.preview("d", 0) is None
        with pytest.raises(LibraryUnwritable):
            reader.save_preview("d", 0, b"large", b"small")
    assert not (folder / "index.db").exists()

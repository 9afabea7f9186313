"""A library from somebody else is data: nothing in it acts, or names a place outside it."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from library.errors import LibraryActs, LibraryDamaged
from library.progress import quietly
from library.store.files import path_of
from library.store.opening import checking
from library.store.store import Store
from tests.documents import NOON, a_document

ACTING = {
    "trigger": "CREATE TRIGGER gone AFTER INSERT ON annotation BEGIN DELETE FROM document; END",
    "view": "CREATE VIEW gone AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i FROM n) "
    "SELECT i FROM n",
    "virtual": "CREATE VIRTUAL TABLE gone USING fts5(words)",
    "temporary": "CREATE VIEW IF NOT EXISTS gone AS SELECT 1",
}


@pytest.fixture
def kept(folder):
    with Store.open(folder) as store:
        store.add_document(a_document(), NOON)
    return folder


def hide(path, statement):
    with closing(sqlite3.connect(path)) as db:
        db.execute(statement)
        db.commit()


def contents(path):
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as db:
        return "\n".join(map(str, db.execute("SELECT * FROM document")))


@pytest.mark.parametrize("kind", ACTING)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_library_that_would_act_is_refused_unchanged(kept, kind, read_only):
    hide(kept / "library.db", ACTING[kind])
    before = contents(kept / "library.db")
    with pytest.raises(LibraryActs, match="gone"), Store.open(kept, read_only=read_only):
        pass
    assert contents(kept / "library.db") == before


def test_a_view_in_the_place_of_a_table_is_not_read_by_a_check(kept):
    hide(kept / "library.db", "ALTER TABLE annotation RENAME TO elsewhere")
    hide(kept / "library.db", ACTING["view"].replace("gone", "annotation"))
    with pytest.raises(LibraryActs, match="annotation"):
        quietly(checking(kept, thoroughly=True))


def test_a_trigger_that_says_it_is_a_table_is_refused(kept):
    hide(kept / "library.db", ACTING["trigger"])
    with closing(sqlite3.connect(kept / "library.db")) as db:
        db.execute("PRAGMA writable_schema=ON")
        db.execute("UPDATE sqlite_master SET type = 'table' WHERE name = 'gone'")
        db.commit()
    with pytest.raises((LibraryActs, LibraryDamaged)), Store.open(kept):
        pass


@pytest.mark.parametrize("read_only", [False, True])
def test_an_index_that_would_act_is_not_used(kept, read_only):
    hide(kept / "index.db", ACTING["view"])
    with Store.open(kept, read_only=read_only) as store:
        assert [entry.title for entry in store.shelf()] == ["A letter"]
        assert store.preview(next(iter(store.shelf())).id, 0) is None
    with closing(sqlite3.connect(kept / "index.db")) as db:
        held = db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'gone'").fetchone()
    assert held == (int(read_only),)  # made anew where it may be


@pytest.mark.parametrize(
    "digest",
    ["../../secret", "/etc/passwd", "..", "a/b", "a\\b", "C:x", "\0", "\ud800", "a" * 5000, ""],
)
def test_a_digest_names_no_place_outside_the_library(digest):
    folder = Path("/somewhere/library")
    found = path_of(folder, digest, "application/pdf")
    assert found.parent.parent == folder / "files"
    assert ".." not in found.parts
    assert len(found.name) < 100

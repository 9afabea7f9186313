"""Whatever damage does to what readers made is noticed, and told by its words."""

import shutil
import sqlite3
from contextlib import closing
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.errors import LibraryDamaged
from library.model.change import Change, Edit, Holding, Item
from library.model.wording import Wording
from library.progress import quietly
from library.store.changes import _KEEPERS
from library.store.opening import checking
from library.store.safety.findings import _NAMES, Harm
from library.store.safety.kinds import KINDS
from library.store.store import Store
from tests.documents import NOON, a_document, annotations, bookmarks
from tests.library.store.safety.hurting import alter, filled, left_open, renamed


@pytest.fixture
def folder(tmp_path):
    with Store.open(tmp_path / "library") as store:
        filled(store)
    return tmp_path / "library"


def looked_over(folder, **how):
    return quietly(checking(folder, **{"thoroughly": True, **how}))


def found(folder):
    return {(thing.kind, thing.id): thing.harm for thing in looked_over(folder).things}


def test_a_library_as_it_was_saved_is_whole(folder):
    findings = looked_over(folder)
    assert findings.is_well
    assert findings.notes == 9
    assert "9 notes and marks are as they were saved" in findings.summary()


HURT = [
    ("annotation", "n1", "UPDATE annotation SET note = 'other' WHERE id = 'n1'"),
    ("annotation", "n1", "UPDATE target SET start = start + 1 WHERE annotation = 'n1'"),
    ("annotation", "n1", "UPDATE target_box SET left_edge = 0.11 WHERE annotation = 'n1'"),
    ("annotation", "n1", "UPDATE tag SET name = 'Kennam' WHERE annotation = 'n1'"),
    ("annotation", "n1", "DELETE FROM tag WHERE annotation = 'n1'"),
    ("bookmark", "b", "UPDATE bookmark SET page = 1"),
    ("own_link", "l", "UPDATE own_link SET boxes = '[]'"),
    ("checked", "k", "UPDATE checked SET state = 'later'"),
    ("correction", "c", "UPDATE correction SET text = 'all is ill'"),
    ("placement", "p", "UPDATE placement SET quote = ''"),
    ("tag_style", "Kennan", "UPDATE tag_style SET colour = 'red'"),
    ("change", "2", "UPDATE change SET edits = '[]' WHERE number = 2"),
]


@pytest.mark.parametrize(("kind", "thing", "statement"), HURT)
def test_what_is_not_as_it_was_saved_is_told(folder, kind, thing, statement):
    alter(folder, statement)
    assert found(folder) == {(kind, thing): Harm.CHANGED}


def test_what_is_gone_is_told_by_the_words_it_had(folder):
    alter(folder, "DELETE FROM annotation WHERE id = 'n2'")
    (hurt,) = looked_over(folder).things
    assert str(hurt) == (
        "The note “Note 2: compare with the minutes” in “A letter” is missing or cannot be read."
    )


def test_a_note_that_the_program_never_saved_is_told(folder):
    alter(folder, "UPDATE annotation SET id = 'x' WHERE id = 'n0'")
    assert found(folder)["annotation", "x"] is Harm.UNKNOWN
    assert found(folder)["annotation", "n0"] is Harm.MISSING


def test_a_hurt_text_and_record_are_told_and_the_notes_are_known_to_be_well(folder):
    alter(folder, "UPDATE version_text SET text = replace(text, 'Rabaul', 'Rabaus')")
    alter(folder, "UPDATE page SET width = 1")
    findings = looked_over(folder)
    assert {thing.kind for thing in findings.things} == {"version", "document"}
    assert findings.is_well


def test_reading_and_the_trash_of_documents_hurt_no_seal(folder):
    with Store.open(folder) as store:
        (entry,) = store.shelf()
        store.apply(Change.alter("Remove", Holding(entry.id), Holding(entry.id, NOON)))
    assert looked_over(folder).is_well


def test_what_was_edited_undone_and_thrown_away_for_good_is_whole(folder):
    with Store.open(folder) as store:
        (entry,) = store.shelf()
        first, second, _ = store.annotations(entry.id)
        change = renamed(first, "otherwise")
        store.apply(change)
        store.apply(change.reversed())
        store.apply(Change("Delete", (Edit(second, None),)))
        (bookmark,) = store.bookmarks(entry.id)
        store.apply(
            Change.alter("Delete", bookmark, type(bookmark)("b", entry.id, "", NOON, deleted=NOON))
        )
        assert store.trash.empty(NOON) == 1
    assert looked_over(folder).is_well


def test_a_missing_and_a_changed_file_are_told(folder, tmp_path):
    with Store.open(folder) as store:
        for name in ("one", "two"):
            path = tmp_path / f"{name}.pdf"
            path.write_text(name * 50)
            kept = store.keep_file(path, "application/pdf")
            store.add_document(a_document(name, digest=kept.digest), NOON)
            if name == "one":
                store.path_of(kept).unlink()
            else:
                store.path_of(kept).write_text("twi" * 50)
    findings = looked_over(folder)
    assert findings.is_well
    assert findings.sentences() == (
        "The file one.pdf of “one” is missing. Add it again.",
        "The file two.pdf of “two” is not as it was added. Add it again.",
    )
    assert not looked_over(folder, thoroughly=False).files


def test_every_kind_of_thing_that_can_be_edited_has_a_seal():
    without = {kind for kind in get_args(Item) if _KEEPERS[kind].kind is None}
    assert without == {Holding, Wording}  # parts of a document's own rows


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_whatever_a_reader_makes_its_seal_fits_what_is_stored(tmp_path_factory, data):
    with Store.open(tmp_path_factory.mktemp("library")) as store:
        document = store.add_document(a_document(), NOON)
        version = document.versions[0].id
        for kind in (annotations, bookmarks):
            item = data.draw(kind(document.id, version, ids=st.just("i")))
            store.apply(Change.add("Made", item))
        assert quietly(store.safety.checking()).is_well


# --- A library that was not closed ----------------------------------------------------


@pytest.mark.parametrize("read_only", [False, True])
def test_a_library_that_was_not_closed_is_looked_over_before_use(folder, read_only):
    alter(folder, "UPDATE annotation SET note = 'other' WHERE id = 'n1'")
    with Store.open(folder):
        pass  # it was closed: there is no reason to look
    left_open(folder)
    for _ in range(2):  # and again, until it is mended
        with pytest.raises(LibraryDamaged) as heard:
            Store.open(folder, read_only=read_only)
        assert "“Note 1: compare with the minutes” in “A letter” is not as it" in str(heard.value)


@pytest.mark.parametrize("read_only", [False, True])
def test_a_library_that_was_not_closed_and_is_whole_opens(folder, read_only):
    left_open(folder)
    for _ in range(2):
        with Store.open(folder, read_only=read_only) as store:
            assert len(store.shelf()) == 1
    assert (folder / "library.lock").read_bytes() == b""


def test_an_open_library_says_so_on_the_disk(folder):
    with Store.open(folder):
        assert (folder / "library.lock").read_bytes() == b"open\n"


def test_damage_that_is_met_while_reading_is_said_and_looked_into_at_the_next_start(folder):
    alter(folder, "UPDATE annotation SET kind = 'hihlight' WHERE id = 'n1'")
    with Store.open(folder) as store, pytest.raises(LibraryDamaged):
        store.annotations(store.shelf()[0].id)
    with pytest.raises(LibraryDamaged) as heard:
        Store.open(folder)
    assert "Note 1" in str(heard.value)


def test_a_fault_of_ours_is_not_taken_for_damage(folder):
    with (
        Store.open(folder) as store,
        pytest.raises(ZeroDivisionError),
        store._library.reading(),
    ):
        raise ZeroDivisionError


def test_a_text_that_is_no_text_any_more_is_damage(folder):
    alter(folder, "UPDATE annotation SET note = CAST(x'ff41' AS TEXT) WHERE id = 'n1'")
    assert found(folder) == {("annotation", "n1"): Harm.CHANGED}
    with Store.open(folder) as store, pytest.raises(LibraryDamaged):
        store.annotations(store.shelf()[0].id)


def test_a_migration_that_was_cut_off_is_taken_back_before_anything_is_looked_at(folder):
    database, saved = folder / "library.db", folder.with_name("saved")
    with closing(sqlite3.connect(database, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA cache_size = 1")  # so that pages reach the file before the commit
        db.execute("BEGIN")
        db.execute("UPDATE annotation SET note = 'half done'")
        db.execute("UPDATE version_text SET text = ?", ("x" * 100_000,))
        shutil.copytree(folder, saved)
        db.execute("ROLLBACK")
    assert (saved / "library.db-journal").stat().st_size
    left_open(saved)
    other = shutil.copytree(saved, folder.with_name("other"))
    assert looked_over(other).is_well
    with Store.open(saved) as store:
        assert store.annotations(store.shelf()[0].id)[0].note.startswith("Note 0")


# --- Any byte -------------------------------------------------------------------------


@pytest.mark.quick
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_whichever_byte_is_flipped_what_is_not_told_reads_as_it_was(folder, tmp_path_factory, data):
    elsewhere = tmp_path_factory.mktemp("hurt") / "library"
    shutil.copytree(folder, elsewhere)
    database = elsewhere / "library.db"
    whole = bytearray(database.read_bytes())
    place = data.draw(st.integers(100, len(whole) - 1))
    whole[place] ^= data.draw(st.integers(1, 255))
    database.write_bytes(whole)
    findings = looked_over(elsewhere)
    told = {thing.id for thing in findings.things}
    if not findings.structure:
        for note in notes_in(folder):
            assert note in notes_in(elsewhere) or note[0].decode() in told


def notes_in(folder):
    with closing(sqlite3.connect(folder / "library.db")) as db:
        db.text_factory = bytes
        return db.execute(
            "SELECT CAST(id AS TEXT), note, kind, colour, made FROM annotation"
        ).fetchall()


def test_every_kind_has_a_name_for_the_reader():
    assert set(_NAMES) == set(KINDS)

"""Of a hurt library everything is saved that can be, and what cannot is told."""

import shutil
from random import Random

import pytest

from library.errors import LibraryDamaged, LibraryInUse
from library.model.annotation import Annotation, AnnotationKind, Colour, passage_of
from library.model.change import Change
from library.progress import quietly
from library.store.opening import checking
from library.store.safety.mending import mending
from library.store.safety.standing_in import TITLE
from library.store.store import Store
from tests.documents import NOON, a_document
from tests.library.store.safety.hurting import alter, filled, left_open
from tests.library.store.safety.test_inspecting import HURT


@pytest.fixture
def folder(tmp_path):
    with Store.open(tmp_path / "library") as store:
        filled(store)
    return tmp_path / "library"


def contents(folder):
    """All that the reader made, and what it stands on."""
    with Store.open(folder, read_only=True) as store:
        documents = [store.document(entry.id) for entry in store.shelf()]
        return documents, {
            item.id: item
            for document in documents
            for items in (
                store.annotations(document.id),
                store.bookmarks(document.id),
                store.own_links(document.id),
                store.checks(document.id),
                store.texts.corrections(document.id),
                store.texts.placements(document.id),
                store.tags.styles(),
            )
            for item in items
        }


def mended(folder):
    found = quietly(mending(folder))
    assert quietly(checking(folder, thoroughly=True)).is_well
    return found


@pytest.mark.parametrize("statement", [statement for *_, statement in HURT])
def test_what_was_changed_is_as_it_was_again_by_the_history_alone(folder, statement):
    before = contents(folder)
    alter(folder, statement)
    found = mended(folder)
    assert contents(folder) == before
    assert not found.repaired.lost
    assert found.sentences()[0] == "9 notes and marks are saved."


@pytest.mark.parametrize("table", ["annotation", "tag_style", "target", "placement"])
def test_whole_tables_come_back_from_the_history(folder, table):
    before = contents(folder)
    alter(folder, f"DELETE FROM {table}")  # noqa: S608 - names of ours
    mended(folder)
    assert contents(folder) == before


def test_a_text_and_a_record_come_back_from_a_backup(folder):
    with Store.open(folder) as store:
        quietly(store.safety.backing_up(now=NOON))
    before = contents(folder)
    alter(folder, "UPDATE version_text SET text = 'gone'")
    alter(folder, "DELETE FROM page")
    mended(folder)
    assert contents(folder) == before


def test_notes_on_a_lost_document_are_kept_with_one_that_stands_in_for_it(folder):
    _, before = contents(folder)
    alter(folder, "DELETE FROM document")
    alter(folder, "DELETE FROM version")
    found = mended(folder)
    (document,), after = contents(folder)
    assert document.record.title == TITLE
    assert after == before
    assert {thing.kind for thing in found.repaired.lost} == {"document", "version"}


def test_what_was_there_is_kept_aside_and_a_mended_library_opens(folder):
    alter(folder, "UPDATE annotation SET note = 'other' WHERE id = 'n1'")
    left_open(folder)
    hurt = (folder / "library.db").read_bytes()
    with pytest.raises(LibraryDamaged):
        Store.open(folder)
    found = mended(folder)
    assert (found.aside / "library.db").read_bytes() == hurt
    Store.open(folder).close()


def test_a_library_in_use_is_not_mended_behind_its_back(folder):
    with Store.open(folder), pytest.raises(LibraryInUse):
        quietly(mending(folder))


def test_where_nothing_can_be_read_the_library_stays_as_it_is(folder):
    (folder / "library.db").write_bytes(b"\0" * 40_000)
    with pytest.raises(LibraryDamaged):
        quietly(mending(folder))
    assert (folder / "library.db").read_bytes() == b"\0" * 40_000


@pytest.mark.quick
@pytest.mark.parametrize("seed", range(12))
def test_whichever_page_of_the_file_is_lost_every_note_is_saved_or_told(tmp_path, seed):
    chance, folder = Random(seed), tmp_path / "library"
    text = "The Minister spoke of Rabaul. " * 100
    with Store.open(folder) as store:
        for number in range(3):
            document = store.add_document(a_document(f"Letter {number}", text), NOON)
            for each in range(40):
                passage = passage_of(document.versions[0].id, text, each, each + 20)
                note = Annotation(
                    f"{number}-{each}",
                    document.id,
                    AnnotationKind.NOTE,
                    Colour.RED,
                    (passage,),
                    NOON,
                    NOON,
                    f"Note {each} " * 5,
                    ("Rabaul",),
                )
                store.apply(Change.add("Note", note))
    _, before = contents(folder)
    database = folder / "library.db"
    whole = bytearray(database.read_bytes())
    page = chance.randrange(1, len(whole) // 4096)
    whole[page * 4096 : (page + 1) * 4096] = chance.randbytes(4096)
    database.write_bytes(whole)
    shutil.rmtree(folder / "backups", ignore_errors=True)
    found = mended(folder)
    _, after = contents(folder)
    told = {thing.id for thing in (*found.repaired.older, *found.repaired.lost)}
    assert all(after.get(name) == note for name, note in before.items() if name not in told)
    assert set(after) <= set(before)

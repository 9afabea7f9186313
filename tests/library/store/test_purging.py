"""Documents deleted for good: gone with notes, history and files; all else stays whole."""

from dataclasses import replace

import pytest

from library.errors import DocumentNotFound
from library.model.annotation import Annotation, AnnotationKind, Colour, Passage
from library.model.change import Change, Edit, Holding
from library.model.shelved import Collection, DocumentTag, Membership
from library.progress import quietly
from library.shelving.question import Place, PlaceKind
from library.store.store import Store
from tests.documents import NOON, a_document

TEXT = "The secret word."


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library") as store:
        yield store


@pytest.fixture
def keep(store, tmp_path):
    """Add a document with this file and a note, and put it into the trash."""

    def keep(name, content):
        path = tmp_path / f"{name}.txt"
        path.write_text(content)
        file = store.keep_file(path, "text/plain")
        document = store.add_document(replace(a_document(name, TEXT), files=(file,)), NOON)
        passage = Passage(document.versions[0].id, 4, 10, "secret", "The ", " word.")
        note = Annotation(
            f"note-{name}", document.id, AnnotationKind.NOTE, Colour.YELLOW, (passage,), NOON, NOON,
            note="a confidence",
        )  # fmt: skip
        store.apply(Change.add("Note", note))
        return document

    return keep


def throw_away(store, *documents):
    ids = [document.id for document in documents]
    store.apply(Change("Remove", tuple(Edit(Holding(i), Holding(i, NOON)) for i in ids)))
    return ids


def test_nothing_is_left_of_a_document_but_in_the_backup(store, keep):
    document = keep("one", "content")
    path = store.path_of(document.files[0])
    assert path.exists()
    assert quietly(store.purging.deleting(throw_away(store, document))) == 1
    with pytest.raises(DocumentNotFound):
        store.document(document.id)
    assert not path.exists()
    assert store.trash.documents() == ()
    assert store.catalogue.sizes()[Place(PlaceKind.TRASH)] == 0
    assert store.history(document.id, 9) == ()
    assert "confidence" not in repr(store.history(None, 9))
    assert not quietly(store.safety.checking()).sentences()
    (backup,) = store.safety.backups()
    assert b"a confidence" in backup.path.read_bytes()


def test_a_file_that_another_document_has_stays(store, keep):
    one, other = keep("one", "the same"), keep("other", "another")
    shared = store.add_document(replace(a_document("both"), files=(*one.files, *other.files)), NOON)
    quietly(store.purging.deleting(throw_away(store, one)))
    assert store.path_of(one.files[0]).exists()
    assert store.has_files(shared)


def test_what_is_not_in_the_trash_is_not_deleted(store, keep):
    document = keep("one", "content")
    assert quietly(store.purging.deleting([document.id])) == 0
    assert store.document(document.id) == document
    assert store.path_of(document.files[0]).exists()


def test_of_a_change_to_several_documents_the_others_part_can_still_be_undone(store, keep):
    one, other = keep("one", "content"), keep("other", "more")
    store.apply(Change.add("New Collection", Collection("c", "Thesis")))
    members = (Membership("c", one.id), Membership("c", other.id))
    store.apply(Change.add("Add", *members))
    store.apply(Change.add("Tag", DocumentTag(one.id, "x"), DocumentTag(other.id, "x")))
    quietly(store.purging.deleting(throw_away(store, one)))
    assert store.collections.members("c") == (other.id,)
    tagging, adding = (logged.change for logged in store.history(other.id, 2))
    store.apply(tagging.reversed())
    store.apply(adding.reversed())
    assert store.collections.members("c") == ()
    assert store.tags.of_document(other.id) == ()
    assert not quietly(store.safety.checking()).sentences()


def test_what_was_deleted_can_be_added_anew(store, keep):
    document = keep("one", "content")
    quietly(store.purging.deleting(throw_away(store, document)))
    again = store.add_document(replace(a_document("one"), files=document.files), NOON)
    assert again.id != document.id
    assert store.annotations(again.id) == ()


def test_single_notes_are_deleted_for_good(store, keep):
    document = keep("one", "content")
    (note,) = store.annotations(document.id)
    assert store.trash.delete([note]) == 0, "it is not in the trash"
    gone = replace(note, deleted=NOON)
    store.apply(Change.alter("Delete Note", note, gone))
    assert store.trash.delete([gone]) == 1
    assert store.annotations(document.id, deleted=True) == ()
    assert not quietly(store.safety.checking()).sentences()

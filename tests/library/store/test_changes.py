"""A change is written whole or not at all, and reversing it leaves nothing of it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.errors import ChangedElsewhere
from library.model.annotation import Annotation, AnnotationKind, Bookmark, Colour, passage_of
from library.model.change import Change, Edit, Holding
from library.store.store import Store
from tests.documents import NOON, a_document, annotations, bookmarks, corrections, placements


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory):
    with Store.open(tmp_path_factory.mktemp("library")) as opened:
        yield opened


@pytest.fixture
def document(store):
    return store.add_document(a_document(), NOON)


@pytest.fixture
def highlight(document):
    version = document.versions[0]
    target = passage_of(version.id, version.text, 0, 4)
    return Annotation(
        "a", document.id, AnnotationKind.HIGHLIGHT, Colour.GREEN, (target,), NOON, NOON
    )


def state(store, document_id):
    return [
        getattr(store, kind)(document_id, deleted=deleted)
        for kind in ("annotations", "bookmarks")
        for deleted in (False, True)
    ] + [store.shelf(), store.texts.corrections(document_id), store.texts.placements(document_id)]


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_annotation_and_bookmark_come_back_as_they_went_in(shared_store, data):
    document = shared_store.add_document(a_document(), NOON)
    version = document.versions[0].id
    ids = st.text(min_size=1, max_size=9).map(lambda name: document.id + name)
    annotation = data.draw(annotations(document.id, version, ids))
    bookmark = data.draw(bookmarks(document.id, version, ids))
    shared_store.apply(Change.add("Both", annotation, bookmark))
    in_trash = annotation.deleted is not None
    assert shared_store.annotations(document.id, deleted=in_trash) == (annotation,)
    in_trash = bookmark.deleted is not None
    assert shared_store.bookmarks(document.id, deleted=in_trash) == (bookmark,)
    assert shared_store.history(document.id, 1)[0].change == Change.add(
        "Both", annotation, bookmark
    )


@st.composite
def sequences(draw, document, version):
    """Changes one after the other, each true to what those before it left."""
    made = {
        "a": annotations(document, version, st.just(document + "a")),
        "b": annotations(document, version, st.just(document + "b")),
        "c": bookmarks(document, version, st.just(document + "c")),
        "d": st.builds(Holding, st.just(document), st.none() | st.just(NOON)),
        "e": corrections(document, version, st.just(document + "e")),
        "f": placements(document, version, st.just(document + "f")),
    }
    now = {"d": Holding(document)}
    changes = []
    for keys in draw(st.lists(st.lists(st.sampled_from("abcdef"), max_size=4), max_size=6)):
        edits = []
        for key in keys:
            before = now.get(key)
            gone = key != "d" and before is not None and draw(st.booleans())
            now[key] = None if gone else draw(made[key])
            edits.append(Edit(before, now[key]))
        changes.append(Change("Edit", tuple(edits)))
    return changes


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_applying_changes_and_then_their_reverse_leaves_nothing(shared_store, data):
    document = shared_store.add_document(a_document(), NOON)
    changes = data.draw(sequences(document.id, document.versions[0].id))
    before = state(shared_store, document.id)
    for change in changes:
        shared_store.apply(change)
    after = state(shared_store, document.id)
    for change in reversed(changes):
        shared_store.apply(change.reversed())
    assert state(shared_store, document.id) == before
    for change in changes:
        shared_store.apply(change)
    assert state(shared_store, document.id) == after


def test_a_change_that_fails_in_the_middle_leaves_nothing(store, document, highlight):
    other = Bookmark("b", document.id, "here", NOON)
    false = Edit(replace(highlight, note="never stored"), highlight)
    with pytest.raises(ChangedElsewhere):
        store.apply(Change("Several", (Edit(None, other), false)))
    assert store.bookmarks(document.id) == ()
    assert store.history(None, 9) == ()


def test_what_was_changed_elsewhere_is_not_overwritten(store, highlight):
    store.apply(Change.add("Highlight", highlight))
    noted = replace(highlight, note="theirs")
    store.apply(Change.alter("Note", highlight, noted))
    with pytest.raises(ChangedElsewhere) as heard:
        store.apply(Change.alter("Note", highlight, replace(highlight, note="ours")))
    assert str(heard.value) == "This was changed elsewhere in the meantime."
    assert store.annotations(highlight.document) == (noted,)


def test_the_same_thing_is_not_made_twice(store, highlight):
    store.apply(Change.add("Highlight", highlight))
    with pytest.raises(ChangedElsewhere):
        store.apply(Change.add("Highlight", highlight))


def test_a_note_with_half_a_surrogate_pair_can_be_altered_and_undone(store, highlight):
    broken = replace(highlight, note="a\ud800")
    store.apply(Change.add("Note", broken))
    better = replace(broken, note="b")
    store.apply(Change.alter("Note", broken, better))
    store.apply(Change.alter("Note", broken, better).reversed())
    assert store.annotations(highlight.document)[0].note == "a\ufffd"


def test_deleted_notes_are_in_the_trash_only(store, highlight):
    store.apply(Change.add("Highlight", highlight))
    deleted = replace(highlight, deleted=NOON)
    store.apply(Change.alter("Delete", highlight, deleted))
    assert store.annotations(highlight.document) == ()
    assert store.annotations(highlight.document, deleted=True) == (deleted,)


def test_the_history_is_newest_first_and_can_be_of_one_document(store, document, highlight):
    other = store.add_document(a_document("Another"), NOON)
    on_other = Change.add("Bookmark", Bookmark("b", other.id, "here", NOON))
    store.apply(Change.add("Highlight", highlight), NOON)
    store.apply(on_other, NOON)
    assert [logged.change.label for logged in store.history(None, 9)] == ["Bookmark", "Highlight"]
    assert [logged.change for logged in store.history(other.id, 9)] == [on_other]
    assert store.history(None, 1)[0].time == NOON


def test_the_history_survives_closing(folder):
    with Store.open(folder) as store:
        document = store.add_document(a_document(), NOON)
        change = Change.add("Bookmark", Bookmark("b", document.id, "here", NOON))
        store.apply(change)
    with Store.open(folder) as store:
        store.apply(store.history(None, 1)[0].change.reversed())
        assert store.bookmarks(document.id) == ()


def test_what_undo_can_take_back_survives_closing(folder):
    with Store.open(folder) as store:
        document = store.add_document(a_document(), NOON)
        one, two, three = (
            Change.add("Bookmark", Bookmark(name, document.id, name, NOON)) for name in "abc"
        )
        for change in (one, two, two.reversed(), three, three.reversed(), three):
            store.apply(change)
    with Store.open(folder) as store:
        assert store.undoable(document.id) == (one, three)
        for change in reversed(store.undoable(document.id)):
            store.apply(change.reversed())
        assert store.undoable(document.id) == ()
        assert store.bookmarks(document.id) == ()


def test_a_document_cannot_be_taken_out_of_the_library_by_a_change(store, document):
    with pytest.raises(ValueError, match="altered"):
        store.apply(Change("Remove", (Edit(Holding(document.id), None),)))
    assert store.document(document.id) == document

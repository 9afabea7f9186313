"""Texts change, and nothing that the reader made is lost or overwritten by it."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.errors import ChangedElsewhere, VersionNotFound
from library.model.anchor import Anchor, AnchorState, Candidate
from library.model.annotation import (
    Annotation,
    AnnotationKind,
    Bookmark,
    Colour,
    Region,
    passage_of,
)
from library.model.change import Change, Edit
from library.model.checking import Check, CheckState
from library.model.correction import Correction, CorrectionKind
from library.model.document import Paragraph
from library.model.geometry import Box
from library.model.own_link import OwnLink
from library.model.placement import Placement
from library.model.wording import Wording
from library.store import text_history
from library.store.store import Store
from tests.documents import NOON, a_document, corrections, placements

OLD = "Dear Sir,\n\nAll is well."
NEW = "Dearest Sir,\n\nAll is very well."
MOVED = Anchor(AnchorState.MOVED, (Candidate(14, 31, 0.9),))
ASKED = Anchor(AnchorState.PLEASE_CHECK, (Candidate(0, 7, 0.5), Candidate(14, 17, 0.4321)))


@pytest.fixture
def document(store):
    return store.add_document(a_document(text=OLD), NOON)


@pytest.fixture
def version(document):
    return document.versions[0]


@pytest.fixture
def new(version):
    return replace(version, text=NEW, paragraphs=(Paragraph(0, 12), Paragraph(14, 31)))


@pytest.fixture
def passages(version):
    return [passage_of(version.id, OLD, start, end) for start, end in ((0, 4), (11, 23), (5, 8))]


@pytest.fixture
def items(document, passages):
    first, second, third = passages
    region = Region(0, (Box(0.1, 0.2, 0.3, 0.4),))
    note = Annotation(
        "a", document.id, AnnotationKind.NOTE, Colour.RED, (first, region), NOON, NOON, deleted=NOON
    )
    return (
        note,
        Bookmark("b", document.id, "here", NOON, passage=second),
        OwnLink("o", document.id, third, region, NOON),
        Check("k", document.id, second, CheckState.CHECKED, NOON),
        Correction("c", document.id, CorrectionKind.REPLACE, first, NOON, NOON, "Dearest"),
    )


@pytest.fixture
def anchors(passages):
    return dict.fromkeys(passages[:2], MOVED) | {passages[2]: ASKED}


# --- Corrections and placements --------------------------------------------------------


@pytest.fixture(scope="module")
def shared_store(tmp_path_factory):
    with Store.open(tmp_path_factory.mktemp("library")) as opened:
        yield opened


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_correction_and_placement_come_back_as_they_went_in(shared_store, data):
    document = shared_store.add_document(a_document(), NOON)
    ids = st.text(min_size=1, max_size=9).map(lambda name: document.id + name)
    correction = data.draw(corrections(document.id, document.versions[0].id, ids))
    placement = data.draw(placements(document.id, document.versions[0].id, ids))
    change = Change.add("Both", correction, placement)
    shared_store.apply(change)
    texts = shared_store.texts
    assert texts.corrections(document.id) == (() if correction.deleted else (correction,))
    assert texts.placements(document.id) == (() if placement.deleted else (placement,))
    assert shared_store.history(document.id, 1)[0].change == change
    shared_store.apply(change.reversed())
    assert texts.corrections(document.id) == texts.placements(document.id) == ()


def test_a_correction_that_was_changed_elsewhere_is_not_overwritten(store, items):
    correction = items[-1]
    store.apply(Change.add("Correct", correction))
    theirs = replace(correction, text="Dear old")
    store.apply(Change.alter("Correct", correction, theirs))
    with pytest.raises(ChangedElsewhere):
        store.apply(Change.alter("Correct", correction, replace(correction, text="Ours")))
    assert store.texts.corrections(correction.document) == (theirs,)


# --- Replacing a text --------------------------------------------------------------------


def test_a_replaced_text_is_there_whole_and_its_notes_are_as_they_were(
    store, document, new, items, anchors
):
    store.apply(Change.add("Make", *items))
    change = store.texts.reword(new, anchors)
    assert store.document(document.id).versions == (new,)
    assert store.annotations(document.id, deleted=True) == items[:1]
    assert store.bookmarks(document.id) == items[1:2]
    assert store.own_links(document.id) == items[2:3]
    assert store.checks(document.id) == items[3:4]
    assert store.texts.corrections(document.id) == items[4:5]
    assert store.history(document.id, 1)[0].change == change


def test_where_its_passages_stand_is_kept_beside_them(folder, store, document, new, items, anchors):
    store.apply(Change.add("Make", *items))
    store.texts.reword(new, anchors)
    with Store.open(folder, read_only=True) as reader:
        assert reader.texts.anchors(document.id).found == anchors
        assert reader.texts.texts(new.id) == (NEW, OLD)


@pytest.fixture
def made(store, items):
    store.apply(Change.add("Make", *items))


@pytest.mark.usefixtures("made")
def test_undo_brings_back_the_text_and_redo_where_its_passages_were(
    store, document, version, new, anchors
):
    change = store.texts.reword(new, anchors)
    assert store.undoable(document.id)[-1] == change
    store.apply(change.reversed())
    assert store.document(document.id) == document
    assert store.texts.anchors(document.id).found == {}
    store.apply(change)
    assert store.document(document.id).versions == (new,)
    assert store.texts.anchors(document.id).found == anchors


@pytest.mark.usefixtures("made")
def test_a_passage_made_in_the_meantime_is_not_forgotten(store, document, new, version, anchors):
    late = passage_of(version.id, OLD, 15, 23)
    store.apply(Change.add("Mark", Bookmark("late", document.id, "", NOON, passage=late)))
    with pytest.raises(ChangedElsewhere):
        store.texts.reword(new, anchors)
    assert store.document(document.id) == document
    assert store.texts.texts(version.id) == (OLD,)


def test_what_was_marked_in_a_text_that_was_gone_back_from_is_to_be_checked(store, document, new):
    change = store.texts.reword(new, {})
    late = passage_of(new.id, NEW, 18, 31)
    store.apply(Change.add("Mark", Bookmark("late", document.id, "", NOON, passage=late)))
    assert store.texts.anchors(document.id).found == {}
    store.apply(change.reversed())
    assert store.texts.anchors(document.id).of(late) == Anchor(AnchorState.PLEASE_CHECK)


def test_the_same_text_again_is_no_change(store, document, version):
    assert store.texts.reword(version, {}) is None
    assert store.history(document.id, 9) == ()
    assert store.texts.texts(version.id) == (OLD,)


def test_other_paragraphs_are_another_wording_of_the_same_text(store, document, version):
    parted = replace(version, paragraphs=(Paragraph(0, 9), Paragraph(11, 23)))
    change = store.texts.reword(parted, {})
    assert store.document(document.id).versions == (parted,)
    assert store.texts.texts(version.id) == (OLD,)
    store.apply(change.reversed())
    assert store.document(document.id).versions == (version,)


def test_there_and_back_again_keeps_each_wording_once(store, version, new):
    for each in (new, version, new):
        store.texts.reword(each, {})
    assert store.texts.texts(version.id) == (NEW, OLD)


def test_a_text_that_is_not_in_the_library_cannot_be_replaced(store, new):
    with pytest.raises(VersionNotFound):
        store.texts.reword(replace(new, id="nobody"), {})


def test_a_wording_that_was_never_kept_cannot_be_gone_back_to(store, document, version, new):
    change = store.texts.reword(new, {})
    (edit,) = change.edits
    never = replace(edit.before, digest="0" * 64)
    with pytest.raises(ValueError, match="kept"):
        store.apply(Change("Replace Text", (Edit(edit.after, never),)))
    with pytest.raises(ChangedElsewhere):
        store.apply(Change("Replace Text", (Edit(edit.before, edit.after),)))
    with pytest.raises(ValueError, match="altered"):
        store.apply(Change("Replace Text", (Edit(edit.after, None),)))
    assert store.document(document.id).versions == (new,)


def test_a_half_replaced_text_is_never_there(store, document, new, anchors, items, monkeypatch):
    store.apply(Change.add("Make", *items))
    monkeypatch.setattr(text_history, "log_change", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        store.texts.reword(new, anchors)
    assert store.document(document.id) == document
    assert store.texts.anchors(document.id).found == {}
    assert store.texts.texts(new.id) == (OLD,)


def test_half_a_surrogate_pair_in_a_new_text_is_replaced(store, document, new):
    store.texts.reword(replace(new, text="Dearest\ud800Sir"), {})
    assert store.document(document.id).versions[0].text == "Dearest\ufffdSir"
    assert store.texts.reword(replace(new, text="Dearest\ufffdSir"), {}) is None


def test_what_the_links_told_of_the_other_wording_is_forgotten_and_of_the_scan_is_not(
    store, document, version, new, items, anchors
):
    note = replace(items[0], deleted=None, targets=items[0].targets[:1])
    store.apply(Change.add("Note", note))
    region = items[2].region
    store.save_derived({note.id: (region, passage_of(version.id, OLD, 5, 8))})
    assert store.texts.regions(document.id) == {note.targets[0]: (region,)}
    store.texts.reword(new, anchors)
    assert store.derived(document.id) == {note.id: (region,)}
    assert store.texts.regions(document.id) == {note.targets[0]: (region,)}


# --- What the reader says of places --------------------------------------------------------


@pytest.fixture
def reworded(store, document, new, items, anchors):
    store.apply(Change.add("Make", *items))
    store.texts.reword(new, anchors)


def placement(document, passage, place, nth=0):
    return Placement(f"p{nth}", document.id, passage, place, NOON.replace(minute=nth))


@pytest.mark.usefixtures("reworded")
def test_what_the_reader_placed_stands_there(store, document, new, passages):
    place = passage_of(new.id, NEW, 8, 11)
    told = placement(document, passages[2], place)
    store.apply(Change.add("Place", told))
    found = store.texts.anchors(document.id).of(passages[2])
    assert (found.state, found.place, found.by_reader) == (AnchorState.ANCHORED, (8, 11), True)
    store.apply(Change.add("Place", told).reversed())
    assert store.texts.anchors(document.id).of(passages[2]) == ASKED


@pytest.mark.usefixtures("reworded")
def test_the_last_word_of_the_reader_counts(store, document, new, passages):
    place = passage_of(new.id, NEW, 8, 11)
    first = placement(document, passages[2], place)
    second = placement(document, passages[2], None, nth=1)
    store.apply(Change.add("Place", first))
    store.apply(Change.add("Lost", second))
    found = store.texts.anchors(document.id).of(passages[2])
    assert (found.state, found.by_reader) == (AnchorState.LOST, True)


@pytest.mark.usefixtures("reworded")
def test_a_place_that_the_reader_gave_is_itself_followed(store, document, new, passages, anchors):
    place = passage_of(new.id, NEW, 8, 11)
    store.apply(Change.add("Place", placement(document, passages[2], place)))
    newest = replace(new, text=f"Hm. {NEW}", paragraphs=())
    pushed = Anchor(AnchorState.ANCHORED, (Candidate(12, 15, 1.0),))
    assert place in store.texts.passages(new.id)
    store.texts.reword(newest, {**anchors, place: pushed})
    assert store.texts.anchors(document.id).of(passages[2]) == replace(pushed, by_reader=True)
    store.texts.keep_anchors(new.id, {**anchors, place: ASKED})
    assert store.texts.anchors(document.id).of(passages[2]) == ASKED


def test_a_wording_is_edited_under_the_id_of_its_version(store, document, version, new):
    change = store.texts.reword(new, {})
    (edit,) = change.edits
    assert isinstance(edit.item, Wording)
    assert (edit.item.id, edit.item.document) == (version.id, document.id)
    assert change.documents() == {document.id}

"""Two documents made one: nothing that the reader made is lost, and undo brings both back."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.duplicates.finding import finding_duplicates
from library.duplicates.merging import made, merging
from library.errors import DocumentNotFound, NoPlaceForNotes
from library.model.anchor import AnchorState
from library.model.annotation import (
    Annotation,
    AnnotationKind,
    Bookmark,
    Colour,
    Region,
    fits,
    passage_of,
)
from library.model.change import Change, Edit, Holding
from library.model.checking import Check, CheckState
from library.model.correction import Correction, CorrectionKind
from library.model.geometry import Box
from library.model.own_link import OwnLink
from library.model.placement import Placement
from library.model.record_fields import RecordField
from library.model.shelved import Collection, Distinct, DocumentTag, Membership, ToRead
from library.progress import quietly
from library.store.store import Store
from tests.documents import NOON, a_document

TEXT = (
    "Dear Sir, the conference at Rabaul was put off until the spring of 1944.\n\n"
    "All of the ministers were told by telegram, and none of them has answered yet.\n\n"
    "I remain your obedient servant, and await what you will say of the matter."
)
WORDS = TEXT.split(" ")
BOX = Region(0, (Box(0.1, 0.1, 0.4, 0.2),))


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library") as store:
        yield store


def add(store, title, text=TEXT, pages=2, digest=""):
    return store.add_document(a_document(title, text, digest, pages), NOON)


def passage(document, start=0, end=8):
    version = document.versions[0]
    return passage_of(version.id, version.text, start, end)


def highlight(document, which, *targets, note="", deleted=None):
    kind, colour = AnnotationKind.HIGHLIGHT, Colour.GREEN
    made = (NOON, NOON, note, ("rabaul",), deleted)
    return Annotation(which, document.id, kind, colour, targets, *made)


def do(store, *items):
    store.apply(Change.add("A step", *items))


def merge(store, kept, gone):
    found = quietly(merging(store, kept.id, gone.id, NOON + timedelta(days=1)))
    change = Change("Merge", found.edits)
    store.apply(change)
    return found, change


def everything(store, *documents):
    return [(made(store, each.id), store.holding(each.id)) for each in documents]


def quotes(thing):
    targets = thing.targets if isinstance(thing, Annotation) else (thing.passage,)
    return [getattr(target, "quote", None) for target in targets]


def test_all_that_was_made_goes_along_and_comes_back(store):
    kept, gone = add(store, "kept"), add(store, "gone")
    here = passage(gone, 10, 24)
    things = [
        highlight(gone, "a", here, BOX, note="see [[b]]"),
        replace(highlight(gone, "b"), kind=AnnotationKind.DOCUMENT, reply_to="a"),
        highlight(gone, "c", here, deleted=NOON),
        Bookmark("d", gone.id, "Here", NOON, page=1),
        Bookmark("e", gone.id, "gone", NOON),
        OwnLink("f", gone.id, here, BOX, NOON),
        Check("g", gone.id, here, CheckState.DOUBTFUL, NOON),
        Correction("h", gone.id, CorrectionKind.SIC, here, NOON, NOON),
    ]
    thesis = Collection("thesis", "Thesis")
    marks = [DocumentTag(gone.id, "far east"), thesis, Membership("thesis", gone.id)]
    do(store, *things, *marks, ToRead(gone.id, NOON))
    before = everything(store, kept, gone)
    found, change = merge(store, kept, gone)
    after = made(store, kept.id)
    assert {each.id for each in after.placed} == set("abcdefgh")
    assert {each.document for each in after.placed} == {kept.id}
    assert found.to_check == 0
    assert all(fits(p, TEXT) for p in store.texts.passages(kept.versions[0].id))
    assert (after.tags, after.collections) == (("far east",), ("thesis",))
    assert after.to_read == ToRead(kept.id, NOON)
    assert store.holding(gone.id).deleted
    assert list(store.undoable(kept.id)) == [change]
    store.apply(change.reversed())
    assert everything(store, kept, gone) == before


def test_a_note_is_placed_anew_where_the_text_differs(store):
    kept = add(store, "kept", f"Copy.\n\n{TEXT}")
    gone = add(store, "gone")
    do(store, highlight(gone, "a", passage(gone, 10, 24)))
    found, _ = merge(store, kept, gone)
    (target,) = store.annotations(kept.id)[0].targets
    assert found.to_check == 0
    assert fits(target, kept.versions[0].text)
    assert target.quote == TEXT[10:24]


def test_a_note_of_which_the_words_are_gone_is_to_be_checked(store):
    start, end = TEXT.index("All of"), TEXT.index("I remain")
    kept = add(store, "kept", TEXT[:start] + TEXT[end:])
    gone = add(store, "gone")
    do(store, highlight(gone, "a", passage(gone, start, end - 2)))
    found, _ = merge(store, kept, gone)
    (target,) = store.annotations(kept.id)[0].targets
    assert found.to_check == 1
    assert target.quote == TEXT[start : end - 2]
    assert not store.texts.anchors(kept.id).of(target).is_sure


def test_where_the_reader_had_placed_a_note_it_stays_placed(store):
    kept, gone = add(store, "kept"), add(store, "gone")
    lost = replace(passage(gone, 10, 24), quote="quite other words", before="", after="")
    do(store, highlight(gone, "a", lost))
    do(store, Placement("p", gone.id, lost, passage(gone, 30, 36), NOON))
    merge(store, kept, gone)
    (target,) = store.annotations(kept.id)[0].targets
    anchor = store.texts.anchors(kept.id).of(target)
    assert (anchor.by_reader, anchor.place, anchor.state) == (True, (30, 36), AnchorState.ANCHORED)


def test_what_went_along_stays_when_the_other_is_deleted_for_good(store):
    kept = add(store, "kept", TEXT[:60])
    gone = add(store, "gone")
    lost = passage(gone, 80, 120)
    do(store, highlight(gone, "a", passage(gone, 10, 24)), highlight(gone, "b", lost, BOX))
    do(store, Check("c", gone.id, lost, CheckState.LATER, NOON))
    merge(store, kept, gone)
    after = everything(store, kept)
    assert quietly(store.purging.deleting([gone.id])) == 1
    assert everything(store, kept) == after
    assert len(after[0][0].placed) == 3
    assert quietly(store.safety.checking()).is_well


@pytest.mark.parametrize("nth", [0, 1])
def test_the_undo_of_a_merge_is_forgotten_with_either_document(store, nth):
    kept, gone = add(store, "kept"), add(store, "gone")
    do(store, highlight(gone, "a", passage(gone, 10, 24)), DocumentTag(gone.id, "far east"))
    do(store, Bookmark("mine", kept.id, "kept", NOON))
    merge(store, kept, gone)
    left, deleted = ((kept, gone), (gone, kept))[nth]
    held = store.holding(deleted.id)
    if held.deleted is None:
        store.apply(Change.alter("Remove", held, Holding(deleted.id, NOON)))
    before = everything(store, left)
    assert quietly(store.purging.deleting([deleted.id])) == 1
    assert everything(store, left) == before
    assert [step.label for step in store.undoable(left.id)] == ["A step"]
    assert store.search.is_current()
    assert quietly(store.safety.checking()).is_well


def test_a_star_is_not_given_twice(store):
    kept, gone = add(store, "kept"), add(store, "gone")
    do(store, Bookmark("a", kept.id, "kept", NOON), Bookmark("b", gone.id, "gone", NOON))
    merge(store, kept, gone)
    assert [each.id for each in store.bookmarks(kept.id)] == ["a"]


def test_what_was_said_of_the_record_is_kept_and_writes_over_nothing(store):
    kept, gone = add(store, "kept"), add(store, "gone")
    do(
        store,
        RecordField(kept.id, "contributors", ("Molotov",)),
        RecordField(gone.id, "contributors", ("Stalin", "Molotov")),
        RecordField(gone.id, "title", ("A better title",)),
        RecordField(gone.id, "repository", ("Wilson Center",)),
    )
    _, change = merge(store, kept, gone)
    record = store.records.record(kept.id)
    assert (record.title, record.repository) == ("kept", "Wilson Center")
    assert record.contributors == ("Molotov", "Stalin")
    (note,) = store.annotations(kept.id)
    assert "A better title" in note.note
    store.apply(change.reversed())
    assert store.records.record(kept.id).contributors == ("Molotov",)


def test_a_document_without_room_for_the_notes_is_left_alone(store):
    kept, gone = add(store, "kept", pages=1), add(store, "gone")
    do(store, Bookmark("a", gone.id, "Here", NOON, page=1))
    with pytest.raises(NoPlaceForNotes, match="Merge the other way round"):
        merge(store, kept, gone)
    assert [each.id for each in store.bookmarks(gone.id)] == ["a"]


def test_the_library_is_looked_through_and_what_was_told_apart_is_left_out(store):
    one, other = add(store, "one", digest="1"), add(store, "other", digest="2")
    add(store, "third", "quite another text of which there is nothing in the two " * 3, digest="3")
    known = {}
    (pair,) = quietly(finding_duplicates(store, known))
    assert {pair.one, pair.other} == {one.id, other.id}
    said = Distinct(*sorted((one.id, other.id)))
    do(store, said)
    assert quietly(finding_duplicates(store, known)) == []
    store.apply(Change("Undo", (Edit(said, None),)))
    assert quietly(finding_duplicates(store, known)) == [pair]
    store.apply(Change.alter("Remove", Holding(one.id), Holding(one.id, NOON)))
    assert quietly(finding_duplicates(store, known)) == []
    with pytest.raises(DocumentNotFound):
        quietly(merging(store, "none", one.id, NOON))


stretches = st.tuples(st.integers(0, len(TEXT)), st.integers(0, len(TEXT))).map(sorted)
texts = st.lists(st.sampled_from(WORDS), max_size=40) | st.permutations(WORDS) | st.just(WORDS)
notes = st.lists(st.tuples(st.lists(stretches, max_size=2), st.booleans(), st.booleans()))


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=texts, of_gone=notes, of_kept=notes, other_things=st.lists(stretches, max_size=3))
def test_nothing_is_lost_whatever_the_texts(store, text, of_gone, of_kept, other_things):
    kept, gone = add(store, "kept", " ".join(text)), add(store, "gone")

    def some(document, told):
        for nth, (places, on_scan, thrown) in enumerate(told):
            length = len(document.versions[0].text)
            targets = [passage(document, *(min(e, length) for e in each)) for each in places]
            targets += [BOX] * on_scan
            which = f"{document.id}{nth}"
            yield highlight(document, which, *targets, deleted=NOON if thrown else None)

    for nth, each in enumerate(other_things):
        here, name = passage(gone, *each), f"{gone.id}-{nth}"
        do(store, Check(name, gone.id, here, CheckState.LATER, NOON))
        do(store, Correction(name, gone.id, CorrectionKind.SIC, here, NOON, NOON))
        do(store, Bookmark(name, gone.id, "", NOON, passage=here))
    for document, told in ((gone, of_gone), (kept, of_kept)):
        do(store, *some(document, told))
    before = everything(store, kept, gone)
    _, change = merge(store, kept, gone)

    def plain(things):
        return sorted((type(e).__name__, e.id, str(e.deleted), quotes(e)) for e in things)

    both = [*before[0][0].placed, *before[1][0].placed]
    assert plain(made(store, kept.id).placed) == plain(both)
    anchors = store.texts.anchors(kept.id)
    for each in store.texts.passages(kept.versions[0].id):
        assert fits(each, kept.versions[0].text) or each in anchors.found
    store.apply(change.reversed())
    assert everything(store, kept, gone) == before

"""Collections, tags of documents and what is to be read: changed, taken back, and found."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.errors import CollectionInItself
from library.model.change import Change, Edit
from library.model.shelved import Collection, DocumentTag, SmartCollection, ToRead
from library.searching.parsing import parse
from library.shelving.changing import (
    deleted,
    marked_to_read,
    moved,
    new_place,
    put_in,
    tagged,
    taken_out,
)
from library.shelving.question import Column, Facet, Order, Place, PlaceKind, ShelfQuestion
from library.shelving.saving import asked_in, asked_text
from library.store.store import Store
from tests.documents import NOON, a_document

A, B, C = (Collection(name, name.upper()) for name in "abc")


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library") as store:
        yield store


def add(store, title="A letter"):
    return store.add_document(a_document(title), NOON).id


def do(store, edits):
    change = Change("A step", tuple(edits))
    store.apply(change)
    return change


def shown(store, collection):
    question = ShelfQuestion(Place(PlaceKind.COLLECTION, collection))
    rows = store.catalogue.rows(store.catalogue.arrange(question).numbers)
    return {entry.title for entry in rows}


def state(store, documents):
    collections = store.collections
    return (
        collections.all(),
        collections.smart(),
        {each.id: collections.members(each.id) for each in collections.all()},
        {each: (store.tags.of_document(each), collections.to_read(each)) for each in documents},
        {each.id: shown(store, each.id) for each in collections.all()},
        store.catalogue.sizes(),
        store.tags.used(),
    )


def test_a_collection_shows_what_is_in_it_and_in_those_inside_it(store):
    one, other = add(store, "one"), add(store, "other")
    inner = Collection("inner", "Chapter 2", parent="a")
    do(store, [Edit(None, A), Edit(None, inner)])
    do(store, put_in("a", [one], store.collections.members))
    do(store, put_in("inner", [one, other], store.collections.members))
    assert shown(store, "a") == {"one", "other"}
    assert shown(store, "inner") == {"one", "other"}
    sizes = store.catalogue.sizes()
    assert sizes[Place(PlaceKind.COLLECTION, "a")] == 1
    assert sizes[Place(PlaceKind.COLLECTION, "inner")] == 2
    do(store, taken_out("inner", [other], store.collections.members))
    assert shown(store, "a") == {"one"}


def test_deleting_a_collection_takes_all_inside_and_comes_back_whole(store):
    documents = [add(store, "one"), add(store, "other")]
    do(
        store,
        [
            Edit(None, A),
            Edit(None, Collection("b", "B", "a")),
            Edit(None, Collection("c", "C", "b")),
        ],
    )
    do(store, put_in("c", documents, store.collections.members))
    before = state(store, documents)
    change = do(store, deleted(store.collections.all(), A, store.collections.members))
    assert store.collections.all() == ()
    assert store.document(documents[0]).record.title == "one"
    store.apply(change.reversed())
    assert state(store, documents) == before


def test_a_collection_cannot_lie_in_itself(store):
    do(store, [Edit(None, A), Edit(None, Collection("b", "B", "a"))])
    for parent in ("a", "b"):
        with pytest.raises(CollectionInItself):
            do(store, moved(store.collections.all(), A, parent))
    assert [each.parent for each in store.collections.all()] == ["", "a"]


def test_collections_are_put_in_order_and_into_one_another(store):
    for name in "abc":
        place = new_place(store.collections.all(), "")
        do(store, [Edit(None, Collection(name, name.upper(), "", place))])
    _, _, last = store.collections.all()
    do(store, moved(store.collections.all(), last, "", before="a"))
    assert [each.id for each in store.collections.all()] == ["c", "a", "b"]
    first = store.collections.all()[0]
    do(store, moved(store.collections.all(), first, "b"))
    assert {each.id: each.parent for each in store.collections.all()} == {
        "a": "",
        "b": "",
        "c": "b",
    }


def test_tags_of_documents_are_found_counted_and_searched(store):
    one, other = add(store, "one"), add(store, "other")
    do(store, tagged([one, other], store.tags.of_document, add=["far east"]))
    do(
        store,
        tagged([one], store.tags.of_document, add=["thesis", "far east"], remove=["far east"]),
    )
    assert store.tags.of_document(one) == ("thesis",)
    assert [(use.name, use.uses) for use in store.tags.used()] == [("far east", 1), ("thesis", 1)]
    assert store.tags.documents("far east") == (DocumentTag(other, "far east"),)
    (hit,) = store.search.find(parse("tag:thesis"), 5).hits
    assert hit.document == one
    counts = store.catalogue.facets(ShelfQuestion())[Facet.TAG]
    assert {each.value: each.documents for each in counts} == {"far east": 1, "thesis": 1}


def test_documents_to_read_have_their_place(store):
    one, other = add(store, "one"), add(store, "other")
    marks = store.collections.to_read
    do(store, marked_to_read([one], marks, NOON))
    assert marks(one) == ToRead(one, NOON)
    assert store.catalogue.sizes()[Place(PlaceKind.TO_READ)] == 1
    do(store, marked_to_read([one, other], marks, NOON))
    assert store.catalogue.sizes()[Place(PlaceKind.TO_READ)] == 2
    do(store, marked_to_read([one, other], marks, NOON))
    assert store.catalogue.sizes()[Place(PlaceKind.TO_READ)] == 0


STEPS = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 2), st.integers(0, 2)), max_size=12)


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(STEPS)
def test_undoing_every_step_leaves_nothing_of_it(tmp_path_factory, steps):
    with Store.open(tmp_path_factory.mktemp("steps") / "library") as store:
        documents = [add(store, title) for title in ("one", "two", "three")]
        before, done = state(store, documents), []
        for kind, which, other in steps:
            edits = list(_edits(store, documents, kind, "abc"[which], "abc"[other]))
            try:
                done.append(do(store, edits) if edits else Change("nothing", ()))
            except CollectionInItself:
                continue
        for change in reversed(done):
            store.apply(change.reversed())
        assert state(store, documents) == before


def _edits(store, documents, kind, which, other):
    """The edits of one step, none where it makes no sense just now."""
    collections, members = store.collections.all(), store.collections.members
    there = {each.id: each for each in collections}
    document, edits = documents["abc".index(other)], ()
    match kind:
        case 0 if which not in there:
            parent = other if other in there else ""
            place = new_place(collections, parent)
            edits = [Edit(None, Collection(which, which, parent, place))]
        case 1 if which in there:
            edits = deleted(collections, there[which], members)
        case 2 if which in there and (other in there or which == other):
            edits = moved(collections, there[which], "" if which == other else other)
        case 3 if which in there:
            edits = put_in(which, [document], members)
        case 4 if which in there:
            edits = taken_out(which, [document], members)
        case 5:
            edits = tagged([document], store.tags.of_document, [which], [other])
        case 6:
            edits = marked_to_read([document], store.collections.to_read, NOON)
        case 7 if not store.collections.smart():
            saved = SmartCollection(which, "Rabaul", asked_text(ShelfQuestion(), "x"))
            edits = [Edit(None, saved)]
    return edits


FACETS = st.dictionaries(
    st.sampled_from(Facet), st.frozensets(st.text(), min_size=1, max_size=2), max_size=2
)
QUESTIONS = st.builds(
    ShelfQuestion,
    place=st.builds(Place, st.sampled_from(PlaceKind), st.text(max_size=4)),
    chosen=FACETS,
    days=st.none() | st.tuples(st.dates(), st.dates()),
    order=st.lists(st.builds(Order, st.sampled_from(Column), st.booleans()), max_size=2).map(tuple),
    group=st.none() | st.sampled_from(Column),
)  # fmt: skip


@given(QUESTIONS, st.text(max_size=20))
def test_a_saved_search_asks_the_same_again(question, words):
    found, said = asked_in(asked_text(question, words))
    assert said == words
    assert found == ShelfQuestion(
        question.place,
        parse(words) if words.strip() else None,
        question.chosen,
        question.days,
        question.order,
        question.group,
    )


@given(st.text() | st.sampled_from(['{"days": [1]}', '{"place": 3}', "[" * 9999, '{"chosen": []}']))
def test_a_saved_search_that_is_not_understood_asks_for_everything(text):
    question, _ = asked_in(text)
    assert isinstance(question, ShelfQuestion)

"""Names joined as one person's: counted, found and parted again."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from library.model.change import Change, Edit, Holding
from library.model.person import Person
from library.model.record import Head
from library.progress import quietly
from library.searching.parsing import parse
from library.shelving.joining_people import joined, parted
from library.shelving.question import Facet, ShelfQuestion
from library.store.index_keeping import AT_ONCE
from library.store.sidecars.rebuilding import rebuilding
from library.store.store import Store
from tests.documents import NOON, a_document

FULL, SHORT, OTHER = "Harriman, W. Averell", "Ambassador Harriman", "Marshal Stalin"
NAMES = (FULL, SHORT, OTHER, "Сталин", "")


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library") as store:
        yield store


def add(store, *present, contributors=()):
    document = a_document()
    record = replace(document.record, head=Head(present=present), contributors=contributors)
    return store.add_document(replace(document, record=record), NOON).id


def do(store, edits):
    change = Change("Join", tuple(edits))
    store.apply(change)
    return change


def join(store, *names, as_=FULL):
    return do(store, joined(names, as_, store.people.said()))


def facet(store):
    counts = store.catalogue.facets(ShelfQuestion())[Facet.PERSON]
    return {each.value: each.documents for each in counts}


def choose(store, person):
    question = ShelfQuestion(chosen={Facet.PERSON: frozenset({person})})
    return {entry.id for entry in store.catalogue.rows(store.catalogue.arrange(question).numbers)}


def search(store, words):
    return {hit.document for hit in store.search.find(parse(words), 9).hits}


def test_a_joined_person_is_counted_once_in_each_document(store):
    one, other = add(store, SHORT, OTHER), add(store, FULL, SHORT, contributors=(FULL,))
    assert [p.documents for p in store.people.all() if p.name == SHORT] == [2]
    join(store, FULL, SHORT)
    assert store.people.all() == (Person(FULL, 2, (SHORT,)), Person(OTHER, 1))
    assert store.people.documents(FULL) == (one, other)
    assert store.people.documents(SHORT) == ()


def test_the_shelf_and_the_search_know_the_person_at_once(store):
    one, other = add(store, SHORT), add(store, FULL)
    assert choose(store, FULL) == {other}
    change = join(store, FULL, SHORT)
    assert facet(store) == {FULL: 2}
    assert choose(store, FULL) == {one, other}
    assert search(store, "person:averell") == {one, other}
    assert search(store, "person:ambassador") == {one}
    store.apply(change.reversed())
    assert facet(store) == {FULL: 1, SHORT: 1}
    assert search(store, "person:averell") == {other}


def test_a_document_that_comes_later_has_the_joined_person(store):
    add(store, FULL)
    join(store, FULL, SHORT)
    late = add(store, SHORT)
    assert late in choose(store, FULL)
    assert late in search(store, "person:averell")


def test_a_name_in_more_documents_than_are_followed_at_once_is_caught_up_with(store):
    for _ in range(AT_ONCE + 1):
        add(store, SHORT)
    join(store, SHORT)
    assert store.catalogue.leaves_some
    assert not store.catalogue.is_current()
    quietly(store.catalogue.catching_up())
    assert facet(store) == {FULL: AT_ONCE + 1}
    assert store.catalogue.is_current()
    assert not store.catalogue.leaves_some


def test_what_was_not_caught_up_with_is_noticed_at_the_next_start(tmp_path):
    with Store.open(tmp_path / "library") as store:
        for _ in range(AT_ONCE + 1):
            add(store, SHORT)
        join(store, SHORT)
    with Store.open(tmp_path / "library") as store:
        assert not store.catalogue.is_current()
        quietly(store.catalogue.catching_up())
        assert facet(store) == {FULL: AT_ONCE + 1}


def test_joining_a_person_takes_along_the_names_it_has(store):
    join(store, FULL, SHORT)
    join(store, FULL, OTHER, as_="Averell")
    assert store.people.said() == dict.fromkeys((FULL, SHORT, OTHER), "Averell")
    join(store, "Averell", as_=SHORT)
    assert store.people.said() == dict.fromkeys((FULL, "Averell", OTHER), SHORT)


def test_one_name_or_all_of_a_person_are_parted(store):
    join(store, FULL, SHORT, OTHER)
    do(store, parted([OTHER], store.people.said()))
    assert store.people.said() == {SHORT: FULL}
    do(store, parted([FULL], store.people.said()))
    assert store.people.said() == {}


def test_documents_in_the_trash_are_not_counted(store):
    document = add(store, FULL)
    store.apply(Change("Remove", (Edit(Holding(document), Holding(document, NOON)),)))
    assert store.people.all() == ()
    assert store.people.documents(FULL) == ()


def test_what_was_joined_passes_the_check_and_stands_in_a_rebuilt_library(store, tmp_path):
    add(store, SHORT)
    join(store, FULL, SHORT)
    assert not quietly(store.safety.checking()).sentences()
    quietly(store.sidecars.writing_changed())
    quietly(rebuilding(store.folder, tmp_path / "again"))
    with Store.open(tmp_path / "again") as again:
        assert again.people.said() == {SHORT: FULL}
        assert again.people.all() == (Person(FULL, 1, (SHORT,)),)


joins = st.tuples(st.just(joined), st.lists(st.sampled_from(NAMES)), st.sampled_from(NAMES))
parts = st.tuples(st.just(parted), st.lists(st.sampled_from(NAMES)), st.just(None))


@settings(max_examples=25, deadline=None)
@given(st.lists(joins | parts, max_size=8))
def test_undoing_everything_leaves_nothing(tmp_path_factory, steps):
    with Store.open(tmp_path_factory.mktemp("people")) as store:
        add(store, FULL, SHORT)
        add(store, OTHER, "Сталин")
        states = []
        for act, names, person in steps:
            said = store.people.said()
            edits = act(names, said) if person is None else act(names, person, said)
            states.append((said, store.people.all(), facet(store), Change("A step", edits)))
            store.apply(states[-1][-1])
            assert not set(store.people.said()) & set(store.people.said().values()), "no chains"
        for said, people, counts, change in reversed(states):
            store.apply(change.reversed())
            assert (store.people.said(), store.people.all(), facet(store)) == (said, people, counts)


def test_a_name_is_written_as_data(store):
    name = "O\"Brien '; DROP TABLE person_name; --\ud800"
    join(store, name)
    (kept,) = store.people.said()
    assert kept == name.replace("\ud800", "\ufffd")

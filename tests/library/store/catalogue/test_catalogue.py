"""The shelf: which documents there are, in which order, and how many of what kind."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from library.model.annotation import Bookmark
from library.model.change import Change, Holding
from library.model.dates import read_date
from library.model.document import VersionKind
from library.model.reading import ReadingPosition
from library.model.record import Head, Record
from library.progress import quietly
from library.searching.parsing import parse
from library.shelving.answer import Scale
from library.shelving.question import (
    Column,
    Facet,
    Order,
    Place,
    PlaceKind,
    ShelfQuestion,
)
from library.store.catalogue.keys import natural_text, sort_keys
from library.store.store import Store
from tests.documents import NOON, a_document

TITLES = ("Box 2", "Box 10", "box 1", "Ärger", "Zug", "A letter")
DATES = (
    *("March 3, 1944", "1944", "1938-1946", "circa 1950", "1930s", "before 1940"),
    *("", "[undated]"),
)
PEOPLE = ("Harriman", "Stalin", "Молотов")


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library") as store:
        yield store


def add(store, title="A letter", shown="March 3, 1944", people=(), repository=None, **more):
    record = Record(
        title,
        date=read_date(shown) if shown else None,
        repository=repository,
        contributors=tuple(people),
        **more,
    )
    return store.add_document(replace(a_document(), record=record), NOON).id


EVERYTHING = ShelfQuestion()


def found(store, question=EVERYTHING):
    return store.catalogue.rows(store.catalogue.arrange(question).numbers)


def titles(store, question=EVERYTHING):
    return [entry.title for entry in found(store, question)]


def ids(store, question):
    return {entry.id for entry in found(store, question)}


def by(*order):
    return ShelfQuestion(order=order)


def test_titles_stand_in_the_order_in_which_people_count(store):
    for title in TITLES:
        add(store, title)
    in_order = ["A letter", "Ärger", "box 1", "Box 2", "Box 10", "Zug"]
    assert titles(store, by(Order(Column.TITLE))) == in_order
    assert titles(store, by(Order(Column.TITLE, descending=True))) == in_order[::-1]


SORTABLE = st.sampled_from((Column.TITLE, Column.DATE, Column.PEOPLE))
ORDERS = st.lists(
    st.builds(Order, SORTABLE, st.booleans()),
    min_size=1,
    max_size=3,
    unique_by=lambda order: order.column,
)
MADE = st.tuples(st.sampled_from(TITLES), st.sampled_from(DATES), st.sampled_from(PEOPLE))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(MADE, max_size=8), order=ORDERS)
def test_several_columns_sort_as_python_would(tmp_path_factory, made, order):
    with Store.open(tmp_path_factory.mktemp("order") / "library") as store:
        for title, shown, person in made:
            add(store, title, shown, [person])
        expected = list(store.shelf())
        for step in order[::-1]:
            valued = [e for e in expected if sort_keys(e)[step.column] is not None]
            empty = [e for e in expected if sort_keys(e)[step.column] is None]
            # Python keeps those that are alike in their order, also when it reverses.
            valued.sort(key=lambda e, by=step.column: sort_keys(e)[by], reverse=step.descending)
            expected = valued + empty
        assert list(found(store, by(*order))) == expected


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(made=st.lists(MADE, max_size=8), group=st.sampled_from([Column.PEOPLE, Column.DATE]))
def test_every_row_is_in_one_group_and_every_group_there_once(tmp_path_factory, made, group):
    with Store.open(tmp_path_factory.mktemp("group") / "library") as store:
        for title, shown, person in made:
            add(store, title, shown, [person])
        answer = store.catalogue.arrange(ShelfQuestion(group=group))
        assert sum(each.count for each in answer.groups) == len(answer.numbers) == len(made)
        assert len({each.value for each in answer.groups}) == len(answer.groups)


def test_places_hold_what_was_put_there(store):
    plain, starred, gone = add(store, "plain"), add(store, "starred"), add(store, "gone")
    store.apply(Change.add("Star", Bookmark("b", starred, "here", NOON)))
    store.apply(Change.alter("Remove", Holding(gone), Holding(gone, NOON)))
    store.save_position(plain, ReadingPosition(), NOON + timedelta(hours=1))

    def at(kind):
        return ids(store, ShelfQuestion(Place(kind)))

    assert at(PlaceKind.ALL) == {plain, starred}
    assert at(PlaceKind.STARRED) == {starred}
    assert at(PlaceKind.TRASH) == {gone}
    assert at(PlaceKind.RECENTLY_READ) == {plain}
    assert at(PlaceKind.RECENTLY_ADDED) == {plain, starred}
    sizes = store.catalogue.sizes()
    kinds = (PlaceKind.ALL, PlaceKind.TRASH, PlaceKind.STARRED)
    assert [sizes[Place(kind)] for kind in kinds] == [2, 1, 1]
    store.apply(Change.alter("Restore", Holding(gone, NOON), Holding(gone)))
    assert at(PlaceKind.TRASH) == set()


def test_a_search_facets_and_days_hold_together(store):
    early = add(store, "Early talk", "March 1938", ["Stalin"], "Kyiv")
    late = add(store, "Late talk", "March 1944", ["Stalin"], "York")
    other = add(store, "Late letter", "April 1944", ["Harriman"], "York")
    talk = ShelfQuestion(search=parse("title:talk"))
    assert ids(store, talk) == {early, late}
    in_1944 = date(1944, 1, 1), date(1944, 12, 31)
    assert ids(store, replace(talk, days=in_1944)) == {late}
    york = {Facet.REPOSITORY: frozenset({"York"})}
    assert ids(store, ShelfQuestion(chosen=york)) == {late, other}
    assert ids(store, replace(talk, chosen=york)) == {late}
    both = {Facet.REPOSITORY: frozenset({"York", "Kyiv"}), Facet.PERSON: frozenset({"Stalin"})}
    assert ids(store, ShelfQuestion(chosen=both)) == {early, late}


def test_each_facet_is_counted_without_its_own_choice(store):
    add(store, "one", "1938", ["Stalin"], "Kyiv")
    add(store, "two", "1944", ["Stalin", "Harriman"], "York")
    add(store, "three", "1945", ["Harriman"], "York", head=Head(classification="Secret"))
    chosen = {Facet.REPOSITORY: frozenset({"York"})}
    facets = store.catalogue.facets(ShelfQuestion(chosen=chosen))

    def counts(facet):
        return {each.value: each.documents for each in facets[facet]}

    assert counts(Facet.REPOSITORY) == {"York": 2, "Kyiv": 1}
    assert counts(Facet.PERSON) == {"Harriman": 2, "Stalin": 1}
    assert counts(Facet.DECADE) == {"194X": 2}
    assert counts(Facet.CLASSIFICATION) == {"SECRET": 1}
    assert counts(Facet.HAS)["scan"] == 2
    assert counts(Facet.CHECKED) == {"none": 2}
    assert [each.value for each in facets[Facet.PERSON]] == ["Harriman", "Stalin"]


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(DATES), max_size=8))
def test_bars_add_up_to_the_dated_documents_on_every_scale(tmp_path_factory, dates):
    with Store.open(tmp_path_factory.mktemp("bars") / "library") as store:
        for shown in dates:
            add(store, "dated", shown)
        dated = sum(1 for shown in dates if shown and read_date(shown).edtf)
        for scale in (Scale.DECADE, Scale.YEAR, Scale.MONTH):
            bars = store.catalogue.bars(ShelfQuestion(), scale)
            assert sum(bar.documents for bar in bars) == pytest.approx(dated)
            assert all(a.days[1] < b.days[0] for a, b in pairwise(bars))
        year = date(1944, 1, 1), date(1944, 12, 31)
        (whole,) = store.catalogue.bars(ShelfQuestion(), Scale.YEAR, year)
        months = store.catalogue.bars(ShelfQuestion(), Scale.MONTH, year)
        assert len(months) == 12
        assert sum(bar.documents for bar in months) == pytest.approx(whole.documents)


def test_a_group_knows_its_rows(store):
    for title, shown in (("b", "1944"), ("a", "1938"), ("c", "1944"), ("d", "")):
        add(store, title, shown)
    question = ShelfQuestion(order=(Order(Column.TITLE),), group=Column.DATE)
    answer = store.catalogue.arrange(question)
    assert [(g.value, g.start, g.count) for g in answer.groups] == [
        ("1938", 0, 1), ("1944", 1, 2), ("", 3, 1),
    ]  # fmt: skip
    assert [entry.title for entry in store.catalogue.rows(answer.numbers)] == ["a", "b", "c", "d"]


def test_an_index_that_was_thrown_away_is_made_again(tmp_path):
    folder = tmp_path / "library"
    with Store.open(folder) as store:
        add(store)
    (folder / "index.db").unlink()
    with Store.open(folder) as store:
        assert titles(store) == []
        assert not store.catalogue.is_current()
        quietly(store.catalogue.catching_up())
        assert titles(store) == ["A letter"]


def test_a_library_that_was_closed_well_needs_no_comparing(tmp_path, monkeypatch):
    folder = tmp_path / "library"
    with Store.open(folder) as store:
        add(store)
    with Store.open(folder) as store:
        monkeypatch.setattr(store.search.keeping, "behind", lambda: pytest.fail("compared"))
        assert store.catalogue.is_current()
        quietly(store.catalogue.catching_up())
        add(store, "another")
    with Store.open(folder) as store:
        monkeypatch.setattr(store.search.keeping, "behind", lambda: pytest.fail("compared"))
        assert store.catalogue.is_current()
        assert len(titles(store)) == 2


def test_what_died_in_the_middle_is_compared_and_mended(tmp_path):
    folder = tmp_path / "library"
    with Store.open(folder) as store:
        kept = add(store)
    with Store.open(folder) as store:
        add(store, "followed")
        with closing(sqlite3.connect(folder / "index.db")) as db, db:
            db.execute("DELETE FROM shelf_row WHERE document <> ?", (kept,))
            assert db.execute("SELECT state FROM shelf_version").fetchone() == ("",)
        assert not store.catalogue.is_current()
        quietly(store.catalogue.catching_up())
        assert sorted(titles(store)) == ["A letter", "followed"]


def test_a_reader_sees_the_shelf_while_another_writes(tmp_path):
    folder = tmp_path / "library"
    with Store.open(folder) as writer, Store.open(folder, read_only=True) as reader:
        add(writer)
        assert titles(reader) == ["A letter"]


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_numbers_in_titles_sort_by_their_value(one, other):
    if len(str(max(one, other))) <= 12:
        assert (natural_text(f"Box {one}") < natural_text(f"Box {other}")) == (one < other)


def test_kinds_of_texts_are_told(store):
    plain = a_document()
    recognised = replace(plain.versions[0], kind=VersionKind.RECOGNISED)
    store.add_document(replace(plain, versions=(recognised,)), datetime(2026, 1, 1, tzinfo=UTC))
    (entry,) = found(store)
    assert entry.has == ("scan", "recognised")


def test_the_ids_of_documents_come_by_their_numbers(store):
    ids = [add(store, title) for title in ("A", "B", "C")]
    numbers = store.catalogue.numbers(ids)
    assert store.catalogue.documents([numbers[each] for each in ids[::-1]]) == tuple(ids[::-1])
    assert store.catalogue.documents([10**9]) == ()

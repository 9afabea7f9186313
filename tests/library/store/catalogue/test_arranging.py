"""Documents in order, and in groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from library.model.change import Change, Holding
from library.shelving.question import Column, Order, Place, PlaceKind, ShelfQuestion
from library.store.catalogue.keys import natural_text, sort_keys
from library.store.store import Store
from tests.documents import NOON
from tests.library.store.catalogue.shelves import (
    DATES,
    PEOPLE,
    TITLES,
    add,
    by,
    found,
    titles,
    trying,
)


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


@trying(max_examples=25)
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


@trying(max_examples=30)
@given(
    made=st.lists(MADE, max_size=8),
    order=ORDERS,
    group=st.sampled_from([Column.TITLE, Column.PEOPLE, Column.DATE, Column.HAS, Column.NOTES]),
)
def test_every_row_is_in_one_group_and_every_group_there_once(tmp_path_factory, made, order, group):
    with Store.open(tmp_path_factory.mktemp("group") / "library") as store:
        for title, shown, person in made:
            add(store, title, shown, [person, "Anna"])
        asked = ShelfQuestion(order=tuple(order))
        answer = store.catalogue.arrange(replace(asked, group=group))
        assert sum(each.count for each in answer.groups) == len(answer.numbers) == len(made)
        assert len({each.value for each in answer.groups}) == len(answer.groups)
        plain = list(store.catalogue.arrange(asked).numbers)
        for each in answer.groups:
            of_group = list(answer.numbers[each.start : each.start + each.count])
            assert of_group == sorted(of_group, key=plain.index)


def test_groups_are_called_as_their_documents_are(store):
    add(store, "Ärger", "before 1940", ["Anna Berg", "Boris"], "York")
    add(store, "arm", "March 3, 1944", ["Anna"], "York")
    add(store, "12 letters", "1944", ["Anna", "Boris"], "")
    add(store, "Zug", "", ["anna"], "kyiv")

    def groups(column, *, descending=False):
        order = (Order(column, descending),)
        answer = store.catalogue.arrange(ShelfQuestion(order=order, group=column))
        return [(group.value, group.count) for group in answer.groups]

    assert groups(Column.TITLE) == [("0–9", 1), ("A", 2), ("Z", 1)]
    assert groups(Column.TITLE, descending=True) == [("Z", 1), ("A", 2), ("0–9", 1)]
    assert groups(Column.DATE) == [("…1940", 1), ("1944", 2), ("", 1)]
    assert groups(Column.DATE, descending=True) == [("1944", 2), ("…1940", 1), ("", 1)]
    assert groups(Column.PEOPLE) == [("Anna", 3), ("Anna Berg", 1)]
    assert groups(Column.REPOSITORY) == [("kyiv", 1), ("York", 2), ("", 1)]
    assert groups(Column.CHECKED) == [("", 4)]
    assert groups(Column.ADDED) == [(NOON.date().isoformat(), 4)]


def test_few_of_many_are_sorted_and_grouped_as_all_are(store):
    for number in range(30):
        add(store, f"Box {30 - number}", f"19{10 + number}", ["Stalin"] if number % 15 else [])
    few = ShelfQuestion(days=(date(1910, 1, 1), date(1910, 12, 31)))
    assert titles(store, few) == ["Box 30"]
    most = replace(few, days=(date(1911, 1, 1), date(1999, 1, 1)), order=(Order(Column.TITLE),))
    assert titles(store, most) == [f"Box {n}" for n in range(1, 30)]
    answer = store.catalogue.arrange(replace(few, group=Column.DATE))
    assert [(group.value, group.count) for group in answer.groups] == [("1910", 1)]
    answer = store.catalogue.arrange(replace(most, group=Column.PEOPLE))
    assert [(group.value, group.count) for group in answer.groups] == [("Stalin", 28), ("", 1)]


def test_what_is_in_the_trash_is_put_in_order_too(store):
    for title in ("b", "a"):
        gone = add(store, title)
        store.apply(Change.alter("Remove", Holding(gone), Holding(gone, NOON)))
    add(store, "here")
    trash = ShelfQuestion(Place(PlaceKind.TRASH), order=(Order(Column.TITLE),), group=Column.TITLE)
    assert titles(store, trash) == ["a", "b"]
    assert not any(store.catalogue.facets(trash).values())


def test_a_group_knows_its_rows(store):
    for title, shown in (("b", "1944"), ("c", "1938"), ("d", "1944"), ("a", "")):
        add(store, title, shown)
    question = ShelfQuestion(order=(Order(Column.TITLE),), group=Column.DATE)
    answer = store.catalogue.arrange(question)
    assert [(g.value, g.start, g.count) for g in answer.groups] == [
        ("1938", 0, 1), ("1944", 1, 2), ("", 3, 1),
    ]  # fmt: skip
    assert [entry.title for entry in store.catalogue.rows(answer.numbers)] == ["c", "b", "d", "a"]


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_numbers_in_titles_sort_by_their_value(one, other):
    if len(str(max(one, other))) <= 12:
        assert (natural_text(f"Box {one}") < natural_text(f"Box {other}")) == (one < other)

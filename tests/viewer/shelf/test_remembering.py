"""How the shelf was left, kept as JSON: what cannot be read of it is as usual."""

import json

from hypothesis import given
from hypothesis import strategies as st

from library.shelving.question import Column, Facet, Order
from viewer.shelf.columns import NARROWEST, WIDEST, Columns, columns_in
from viewer.shelf.remembering import Left, left_in

columns = st.builds(
    Columns,
    st.lists(st.sampled_from(list(Column)), unique=True)
    .map(tuple)
    .filter(lambda shown: Column.TITLE in shown),
    st.dictionaries(st.sampled_from(list(Column)), st.integers(NARROWEST, WIDEST), max_size=4),
)
lefts = st.builds(
    Left,
    columns,
    st.lists(
        st.builds(Order, st.sampled_from(list(Column)), st.booleans()), min_size=1, max_size=3
    ).map(tuple),
    st.none() | st.sampled_from(list(Column)),
    st.frozensets(st.sampled_from(list(Facet)), max_size=3),
    st.integers(0, 1999),
)
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["columns", "shown", "widths", "order", "group", "folded", "side"]),
            inner,
            max_size=7,
        )
    ),
    max_leaves=12,
)


@given(lefts)
def test_what_is_kept_comes_back(left):
    assert left_in(json.loads(json.dumps(left.plain()))) == left


@given(plain)
def test_nothing_that_was_kept_hinders_a_start(kept):
    assert Column.TITLE in left_in(kept).columns.shown
    assert left_in(kept).order


def test_a_column_is_shown_on_the_right_and_hidden_but_not_the_title():
    shown = Columns().toggled(Column.PAGES)
    assert shown.shown[-1] is Column.PAGES
    assert Column.PAGES not in shown.toggled(Column.PAGES).shown
    assert Columns().toggled(Column.TITLE) == Columns()
    assert columns_in({"shown": ["pages"]}) == Columns()

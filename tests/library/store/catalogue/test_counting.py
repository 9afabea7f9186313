"""Documents counted by what they have, and by when they are from."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.model.annotation import Bookmark
from library.model.change import Change, Holding
from library.model.dates import read_date
from library.model.record import Head
from library.shelving.answer import Scale
from library.shelving.question import Facet, Place, PlaceKind, ShelfQuestion
from library.store.catalogue.facets import facet_values
from library.store.store import Store
from tests.documents import NOON
from tests.library.store.catalogue.shelves import DATES, PEOPLE, add, found, trying


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


CHOSEN = st.fixed_dictionaries(
    {},
    optional={
        Facet.PERSON: st.frozensets(st.sampled_from(PEOPLE), min_size=1),
        Facet.REPOSITORY: st.frozensets(st.sampled_from(("York", "Kyiv")), min_size=1),
        Facet.DECADE: st.just(frozenset({"194X"})),
    },
)

KEPT = st.tuples(
    st.sampled_from(DATES),
    st.lists(st.sampled_from(PEOPLE), unique=True),
    st.sampled_from(("York", "Kyiv", "")),
    st.sampled_from(("", "gone", "starred")),
)


@trying(max_examples=40)
@given(
    made=st.lists(KEPT, max_size=8),
    chosen=CHOSEN,
    kind=st.sampled_from((PlaceKind.ALL, PlaceKind.STARRED)),
    days=st.sampled_from((None, (date(1944, 1, 1), date(1944, 12, 31)))),
)
def test_facets_are_what_one_would_count_by_hand(tmp_path_factory, made, chosen, kind, days):
    with Store.open(tmp_path_factory.mktemp("facets") / "library") as store:
        for shown, people, repository, what in made:
            id_ = add(store, "counted", shown, people, repository)
            if what == "gone":
                store.apply(Change.alter("Remove", Holding(id_), Holding(id_, NOON)))
            if what == "starred":
                store.apply(Change.add("Star", Bookmark(id_, id_, "here", NOON)))
        question = ShelfQuestion(Place(kind), chosen=chosen, days=days)
        facets = store.catalogue.facets(question)
        for facet in Facet:
            others = {each: values for each, values in chosen.items() if each is not facet}
            shown_then = found(store, replace(question, chosen=others))
            expected = Counter(
                value for entry in shown_then for of, value in facet_values(entry) if of is facet
            )
            assert {each.value: each.documents for each in facets[facet]} == expected


@trying(max_examples=20)
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

"""Rows of the results: which is which."""

from array import array

from hypothesis import given
from hypothesis import strategies as st

from library.searching.standing import Standing
from viewer.search.rows import SHOWN, Kind, Rows

sizes = st.lists(st.integers(0, 6), max_size=8)


def standing_of(counts):
    return Standing({n: array("q", range(count)) for n, count in enumerate(counts)}, is_whole=True)


@given(sizes, st.sets(st.integers(0, 7)), st.integers(0, 3), st.booleans())
def test_every_row_is_one_thing_and_is_found_again(counts, unfolded, similar, is_unfolded):
    rows = Rows(standing_of(counts), unfolded, similar, similar_unfolded=is_unfolded)
    every = [rows[n] for n in range(len(rows))]
    assert len(set(every)) == len(every)
    assert [rows.row_of(row) for row in every] == list(range(len(rows)))
    assert sum(row.kind is Kind.DOCUMENT for row in every) == len(counts)
    for n, count in enumerate(counts):
        hits = sum(row.kind is Kind.HIT and row.document == n for row in every)
        more = any(row.kind is Kind.MORE and row.document == n for row in every)
        assert hits == (count if n in unfolded else min(count, SHOWN))
        assert more == (hits < count)
    assert sum(row.kind is Kind.SIMILAR_HIT for row in every) == similar * is_unfolded

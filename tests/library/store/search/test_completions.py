"""What the library has to go on with a word that a reader began to write."""

from __future__ import annotations

import pytest

from library.searching.completing import begun_at
from library.store.search.tickets import Ticket
from tests.library.store.catalogue.shelves import add


@pytest.mark.parametrize(
    ("written", "gone_on_with"),
    [
        ("person:", [("Stalin ", "2"), ('"Averell Harriman" ', "1")]),
        ("person:har", [('"Averell Harriman" ', "1")]),
        ("repository:ky", [("Kyiv ", "1")]),
        ("person:nobody", []),
    ],
)
def test_values_that_documents_have_come_first_where_most_have_them(store, written, gone_on_with):
    add(store, "one", people=["Stalin", "Averell Harriman"], repository="Kyiv")
    add(store, "two", people=["Stalin"])
    found = store.search.complete(begun_at(written, len(written)), Ticket())
    assert [(each.text, each.aside) for each in found] == gone_on_with

"""A question to the shelf as conditions in SQL."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from library.shelving.question import Facet, Place, PlaceKind, ShelfQuestion
from library.store.search.conditions import documents_with

RECENT = 100  # documents, that were read or came last
Within = Callable[[str], Iterable[str]]  # a collection's id → its own and those inside it


class Condition(NamedTuple):
    """What must hold of a row, and the values for its marks."""

    sql: str
    values: tuple[object, ...] = ()
    in_trash: bool = False  # whether it may hold of what is in the trash


def _newest(column: str) -> str:
    """What holds of the documents with the highest values."""
    newest = (
        f"SELECT number FROM shelf_row WHERE in_trash = 0 AND {column} IS NOT NULL "
        f"ORDER BY {column} DESC LIMIT {RECENT}"
    )
    return f"in_trash = 0 AND number IN ({newest})"


EVERYTHING = Condition("in_trash = 0")
# A plus keeps SQLite from an index: nearly all rows are not in the trash.
_NOT_IN_TRASH = Condition("+in_trash = 0")
_PLACES = {
    PlaceKind.ALL: EVERYTHING,
    PlaceKind.TRASH: Condition("in_trash = 1", in_trash=True),
    PlaceKind.STARRED: Condition("+in_trash = 0 AND starred"),
    PlaceKind.TO_READ: Condition("+in_trash = 0 AND to_read"),
    PlaceKind.RECENTLY_READ: Condition(_newest("by_last_read")),
    PlaceKind.RECENTLY_ADDED: Condition(_newest("by_added")),
}


def condition(
    question: ShelfQuestion, within: Within, *, without: Facet | None = None, undated: bool = True
) -> Condition:
    """What must hold of the documents asked for.

    `without` leaves the choice of one facet out, `undated` is False to leave the days out.
    """
    parts = [_place(question.place, within)]
    if question.search is not None and question.search.root is not None:
        found = documents_with(question.search.root, question.search.scope)
        parts.append(Condition(f"number IN ({found.sql})", found.values))
    for facet, values in question.chosen.items():
        if values and facet is not without:
            marks = ", ".join("?" * len(values))
            ids = f"SELECT id FROM shelf_value WHERE facet = ? AND value IN ({marks})"
            sql = f"SELECT number FROM shelf_facet WHERE value IN ({ids})"
            parts.append(Condition(f"number IN ({sql})", (facet.value, *sorted(values))))
    if len(parts) > 1 and parts[0] == EVERYTHING:
        parts[0] = _NOT_IN_TRASH
    if question.days is not None and undated:
        first, last = (day.toordinal() for day in question.days)
        parts.append(Condition("first_day <= ? AND last_day >= ?", (last, first)))
    every = tuple(value for part in parts for value in part.values)
    return Condition(" AND ".join(part.sql for part in parts), every, parts[0].in_trash)


def _place(place: Place, within: Within) -> Condition:
    if place.kind is not PlaceKind.COLLECTION:
        return _PLACES[place.kind]
    inside = tuple(within(place.collection))
    marks = ", ".join("?" * len(inside))
    sql = f"SELECT number FROM shelf_member WHERE collection IN ({marks})"
    return Condition(f"in_trash = 0 AND number IN ({sql})", inside)

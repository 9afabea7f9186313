"""Documents on a shelf, and questions to it, for its tests."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from hypothesis import HealthCheck, settings

from library.model.dates import read_date
from library.model.record import Record
from library.shelving.question import ShelfQuestion
from tests.documents import NOON, a_document

trying = partial(
    settings, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
TITLES = ("Box 2", "Box 10", "box 1", "Ärger", "Zug", "A letter")
DATES = (
    *("March 3, 1944", "1944", "1938-1946", "circa 1950", "1930s", "before 1940"),
    *("", "[undated]"),
)
PEOPLE = ("Harriman", "Stalin", "Молотов")


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

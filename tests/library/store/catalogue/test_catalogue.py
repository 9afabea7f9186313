"""The shelf: which documents there are, and that it is kept in step."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from library.model.annotation import Bookmark
from library.model.change import Change, Holding
from library.model.document import VersionKind
from library.model.reading import ReadingPosition
from library.progress import quietly
from library.searching.parsing import parse
from library.shelving.question import Column, Facet, Order, Place, PlaceKind, ShelfQuestion
from library.store.store import Store
from tests.documents import NOON, a_document
from tests.library.store.catalogue.shelves import add, by, found, ids, titles


def test_what_was_just_changed_is_in_its_place_at_once(store):
    add(store, "b")
    middle = add(store, "d")
    by_title = by(Order(Column.TITLE), Order(Column.DATE))
    assert titles(store, by_title) == ["b", "d"]
    add(store, "c")
    assert titles(store, by_title) == ["b", "c", "d"]
    store.apply(Change.alter("Remove", Holding(middle), Holding(middle, NOON)))
    assert titles(store, by_title) == ["b", "c"]
    store.apply(Change.alter("Restore", Holding(middle, NOON), Holding(middle)))
    assert titles(store, by_title) == ["b", "c", "d"]


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

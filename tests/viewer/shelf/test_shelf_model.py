"""A million lines: asked for a page at a time, chosen whole, grouped and folded."""

from array import array
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from library.model.reading import ShelfEntry
from library.shelving.answer import Arranged, Group
from library.shelving.question import Column
from viewer.shelf.choice import Choice, chosen_in
from viewer.shelf.entries import HELD, Entries
from viewer.shelf.lines import Lines
from viewer.shelf.shelf_model import PAGE, ShelfModel
from viewer.shelf.shelf_table import ShelfTable

NOW = datetime(2026, 3, 10, 12, tzinfo=UTC)
MILLION = 1_000_000


def entry(number):
    return ShelfEntry(f"d{number}", f"Document {number}", None, ("en",), 1, 0, NOW, None)


@pytest.fixture
def model(qapp):
    return ShelfModel(lambda: NOW)


@pytest.fixture
def table(model, qtbot):
    """A million documents, numbered from the last; what is wanted is kept, not given."""
    table = ShelfTable(model)
    qtbot.addWidget(table)
    table.resize(900, 700)
    model.show_arranged(Arranged(array("q", range(MILLION, 0, -1))), None)
    table.show()
    return table


def give(model, numbers):
    model.take({number: entry(number) for number in numbers})


def test_the_model_keeps_qts_rules(model):
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_arranged(Arranged(array("q", [3, 1, 2])), None)
    give(model, [1, 2, 3])
    groups = (Group("en", 0, 2), Group("", 2, 1))
    model.show_arranged(Arranged(array("q", [3, 1, 2]), groups), Column.LANGUAGE)
    model.fold("en")
    assert model.rowCount() == 3


def test_only_what_is_looked_at_is_asked_for_by_whole_pages(model, table, qtbot):
    with qtbot.waitSignal(model.wanted) as wanted:
        table.verticalScrollBar().setValue(table.verticalScrollBar().maximum() // 2)
    (numbers,) = wanted.args
    shown = MILLION - table.rowAt(10)
    assert shown in numbers
    assert len(numbers) <= 2 * PAGE


def test_a_line_shows_its_document_as_soon_as_it_has_come(model, table, qtbot):
    assert model.index(0, 0).data() is None
    with qtbot.waitSignal(model.wanted) as wanted:
        table.viewport().repaint()
    give(model, wanted.args[0])
    assert model.index(0, 0).data() == f"Document {MILLION}"
    asked = []
    model.wanted.connect(asked.append)
    table.viewport().repaint()
    QApplication.processEvents()
    assert asked == []


def test_all_of_a_million_are_chosen_and_told(model, table):
    table.selectAll()
    numbers = Choice(table, model).numbers()
    assert len(numbers) == MILLION
    assert (numbers[0], numbers[-1]) == (MILLION, 1)


def test_the_last_of_a_million_is_reached_by_one_key(model, table, qtbot):
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert table.currentIndex().row() == MILLION - 1
    assert Choice(table, model).current() == 1


def test_what_was_held_is_forgotten_before_it_grows_too_large():
    entries = Entries()
    for number in range(2 * HELD):
        entries.take({number: entry(number)})
    assert entries.get(0) is None
    assert entries.get(2 * HELD - 1) is not None
    assert len(entries._held) == HELD


def test_what_grew_old_is_shown_until_what_is_new_comes():
    entries = Entries()
    entries.take({1: entry(1)})
    entries.age()
    assert entries.needs(1)
    assert entries.get(1) is not None
    entries.take({1: None})
    assert not entries.needs(1)
    assert entries.all_of([1]) == []


sizes = st.lists(st.integers(1, 5), max_size=6)


@given(sizes, st.sets(st.integers(0, 5)))
def test_lines_and_places_lead_to_one_another(counts, folded):
    starts = [sum(counts[:n]) for n in range(len(counts))]
    groups = tuple(Group(str(n), starts[n], count) for n, count in enumerate(counts))
    numbers = array("q", range(100, 100 + sum(counts)))
    lines = Lines(Arranged(numbers, groups), frozenset(map(str, folded)))
    rows = range(len(lines))
    shown = [lines.place(row) for row in rows if lines.place(row) is not None]
    open_ = [
        p for g in groups if g.value not in lines.folded for p in range(g.start, g.start + g.count)
    ]
    assert shown == open_
    assert [lines.line(place) for place in shown] == [
        row for row in rows if lines.place(row) is not None
    ]
    assert [lines.heading(row) for row in rows if lines.heading(row)] == list(groups)
    if rows:
        found = [place for each in lines.places(0, len(lines) - 1) for place in each]
        assert found == shown


def test_documents_are_found_again_in_another_order():
    numbers = array("q", [5, 3, 9, 7, 1])
    chosen = chosen_in(numbers, frozenset({3, 9, 1, 11}), 7)
    assert chosen.runs == ((1, 2), (4, 4))
    assert chosen.current == 3

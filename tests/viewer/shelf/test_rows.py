"""What the library's table is sorted by, and when it is found."""

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from library.model.dates import sort_key
from library.model.reading import ShelfEntry
from library.model.record import ArchiveDate
from viewer.shelf.rows import Column, Row, parted, row_of
from viewer.shelf.shelf_model import AT_ONCE, ShelfModel

NOW = datetime(2026, 3, 4, tzinfo=UTC)
ENTRY = ShelfEntry("d", "Étude", ArchiveDate("May 1944", "1944-05"), ("fr",), 2, 0, NOW, None)
EDTF = st.sampled_from(
    [None, "1944", "1944-05", "1944-05-03", "194X", "1944/1946", "../1944", "1944-21", "?"]
)


@given(EDTF, EDTF)
def test_the_one_number_of_a_date_sorts_as_its_key_does(one, other):
    dates = [ArchiveDate("shown", edtf) for edtf in (one, other)]
    rows = [Row(replace(ENTRY, date=date)) for date in dates]
    keys = [sort_key(date) for date in dates]
    assert (rows[0].date < rows[1].date) == (keys[0] < keys[1])


def test_a_row_that_did_not_change_keeps_what_was_found():
    row = Row(ENTRY)
    row.prepare()
    assert row_of(replace(ENTRY), row) is row
    assert row_of(replace(ENTRY, notes=1), row) is not row


def test_rows_without_a_value_are_parted_from_the_others():
    never_read, read = Row(ENTRY), Row(replace(ENTRY, last_read=NOW))
    assert parted([never_read, read], Column.LAST_READ) == ([read], [never_read])
    assert parted([never_read, read], Column.TITLE) == ([never_read, read], [])


def test_a_library_that_is_shown_makes_its_keys_ready_between_the_readers_acts(qtbot):
    model = ShelfModel(lambda: NOW)
    entries = [replace(ENTRY, id=f"d{n}", title=f"Étude {n}") for n in range(AT_ONCE + 1)]
    model.show_entries(entries)
    assert not any(row.is_ready for row in model._all)
    qtbot.waitUntil(lambda: not model._preparing.isActive())
    assert all(row.is_ready for row in model._all)


def test_the_filter_need_not_wait_for_the_keys():
    model = ShelfModel(lambda: NOW)
    model.show_entries([ENTRY, replace(ENTRY, id="e", title="Report")])
    model.filter("etude")
    assert [model.entry(row).id for row in range(model.rowCount())] == ["d"]


def test_titles_sort_without_their_accents():
    model = ShelfModel(lambda: NOW)
    model.show_entries([replace(ENTRY, id=name, title=name) for name in ("Zeal", "Étude", "Farm")])
    model.sort(Column.TITLE, Qt.SortOrder.AscendingOrder)
    assert [model.entry(row).title for row in range(3)] == ["Étude", "Farm", "Zeal"]


def test_numbers_in_titles_sort_by_their_value():
    model = ShelfModel(lambda: NOW)
    titles = ("Box 10, Étude", "box 2, Zeal", "Box 2, Farm", "Box 1")
    model.show_entries([replace(ENTRY, id=title, title=title) for title in titles])
    model.sort(Column.TITLE, Qt.SortOrder.AscendingOrder)
    in_order = ["Box 1", "Box 2, Farm", "box 2, Zeal", "Box 10, Étude"]
    assert [model.entry(row).title for row in range(4)] == in_order
    model.sort(Column.PAGES, Qt.SortOrder.AscendingOrder)  # alike: by title
    assert [model.entry(row).title for row in range(4)] == in_order

"""Dates as archives show them are understood, or left alone."""

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.model.dates import read_date, sort_key
from library.model.record import ArchiveDate

DAYS = st.dates(min_value=date(1000, 1, 1))


@given(DAYS)
def test_every_day_written_in_the_archives_way_comes_back(day):
    name = calendar.month_name[day.month]
    for shown in (
        f"{name} {day.day}, {day.year}",
        f"{name} {day.day:02}, {day.year}",
        f"{day.day} {name} {day.year}",
        f"{name[:3]}. {day.day}, {day.year}",
        day.isoformat(),
    ):
        assert read_date(shown).edtf == day.isoformat()


@given(DAYS, DAYS)
def test_every_span_of_days_comes_back(one, other):
    first, last = sorted((one, other))
    shown = " - ".join(f"{calendar.month_name[d.month]} {d.day}, {d.year}" for d in (first, last))
    expected = first.isoformat() if first == last else f"{first}/{last}"
    assert read_date(shown).edtf == expected


@given(DAYS, DAYS)
def test_days_are_in_order(one, other):
    keys = [sort_key(ArchiveDate("", day.isoformat())) for day in (one, other)]
    assert (keys[0] < keys[1]) == (one < other)


@given(st.text(max_size=40))
def test_no_text_is_too_strange_to_read(shown):
    found = read_date(shown)
    assert sort_key(found) is not None
    assert found.shown == " ".join(shown.split())


@pytest.mark.parametrize(
    ("shown", "edtf"),
    [
        ("September 1944", "1944-09"),
        ("Sept. 1944", "1944-09"),
        ("1950", "1950"),
        ("March 3-5, 1944", "1944-03-03/1944-03-05"),
        ("3-5 March 1944", "1944-03-03/1944-03-05"),
        ("March 3 - April 5, 1944", "1944-03-03/1944-04-05"),
        ("March 30, 1944 – April 2, 1945", "1944-03-30/1945-04-02"),
        ("1944-1946", "1944/1946"),
        ("1944-46", "1944/1946"),
        ("September 1944 - March 1945", "1944-09/1945-03"),
        ("September-October 1944", "1944-09/1944-10"),
        ("between 1944 and 1946", "1944/1946"),
        ("circa 1950", "1950~"),
        ("ca. 1950", "1950~"),
        ("about May 1950", "1950-05~"),
        ("circa 1944-1946", "1944~/1946~"),
        ("circa 1950?", "1950%"),
        ("1950?", "1950?"),
        ("August 1968 (?)", "1968-08?"),
        ("[1950]", "1950"),
        ("Spring 1944", "1944-21"),
        ("Fall of 1944", "1944-23"),
        ("Winter 1944-1945", "1944-24"),
        ("1940s", "194X"),
        ("19th century", "18XX"),
        ("before 1950", "../1950"),
        ("Friday, March 3, 1944", "1944-03-03"),
        ("February 29, 1944", "1944-02-29"),
    ],
)
def test_dates_are_understood(shown, edtf):
    assert read_date(shown).edtf == edtf


@pytest.mark.parametrize(
    "shown",
    [
        *("[undated]", "undated", "", "n.d.", "February 31, 1949", "February 29, 1945"),
        *("03/04/1944", "1911-12", "March 5-3, 1944", "1946-1944", "13, 1944", "March 3"),
        *("0000", "May 45"),
    ],
)
def test_what_is_not_certain_has_no_value(shown):
    assert read_date(shown).edtf is None


def test_dates_sort_by_the_earliest_day_then_by_the_latest_and_unknown_ones_last():
    shown = ["1940s", "March 3, 1944", "March 1944", "1944", "Spring 1944", "[undated]"]
    ordered = sorted(map(read_date, shown), key=sort_key)
    expected = ["1940s", "1944", "March 1944", "Spring 1944", "March 3, 1944", "[undated]"]
    assert [found.shown for found in ordered] == expected
    assert sort_key(None) == sort_key(read_date("undated"))

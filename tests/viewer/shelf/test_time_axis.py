"""The stretch of time that the timeline shows, and spans in words."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from library.shelving.answer import Bar, Scale
from viewer.shelf.brush import Brush, Grip
from viewer.shelf.time_axis import FINER, View, span_words, stretch, whole_of, zoomed_in, zoomed_out


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("1944-03-03", "1944-03-03", "3 March 1944"),
        ("1944-01-01", "1944-12-31", "1944"),
        ("1940-01-01", "1949-12-31", "1940 – 1949"),
        ("1944-01-01", "1944-06-30", "January – June 1944"),
        ("1944-02-01", "1944-02-29", "February 1944"),
        ("1943-12-01", "1944-02-29", "December 1943 – February 1944"),
        ("1944-03-03", "1944-03-09", "3 – 9 March 1944"),
        ("1944-03-30", "1944-04-02", "30 March – 2 April 1944"),
        ("1943-12-30", "1944-01-02", "30 December 1943 – 2 January 1944"),
    ],
)
def test_a_span_is_said_as_people_say_it(first, last, words):
    assert span_words((date.fromisoformat(first), date.fromisoformat(last))) == words


def test_zooming_goes_from_decades_to_days_and_back():
    day, whole = date(1944, 3, 3), View(Scale.DECADE)
    view = whole
    for scale in (Scale.YEAR, Scale.MONTH, Scale.DAY):
        view = zoomed_in(view, day)
        assert view.scale is scale
        assert view.days[0] <= day <= view.days[1]
    assert view.days == (date(1944, 2, 1), date(1944, 4, 30))
    assert zoomed_in(view, day) is None
    for scale in (Scale.MONTH, Scale.YEAR, Scale.DECADE):
        view = zoomed_out(view, day, whole)
        assert view.scale is scale
    assert view == whole


@given(st.dates(), st.sampled_from([*FINER]))
def test_every_day_that_a_calendar_has_can_be_zoomed_to(day, scale):
    nearer = zoomed_in(View(scale), day)
    assert nearer.days[0] <= day <= nearer.days[1]
    first, last = stretch(day, scale)
    assert nearer.days[0] <= first <= last <= nearer.days[1]


def years(count):
    return [Bar((date(1000 + n, 1, 1), date(1000 + n, 12, 31)), 1) for n in range(count)]


def test_the_whole_is_seen_in_bars_that_can_be_told_apart():
    assert whole_of(years(1)).scale is Scale.MONTH
    assert whole_of(years(40)).scale is Scale.YEAR
    assert whole_of(years(700)).scale is Scale.DECADE
    assert whole_of([]).scale is Scale.YEAR


def test_a_brush_is_turned_round_moved_whole_and_held_at_its_edges():
    bars, brush = years(10), Brush()
    brush.press(6, Grip.NEW, None)
    brush.move(3, 10)
    assert brush.bars == (3, 6)
    assert brush.release(bars) == (date(1003, 1, 1), date(1006, 12, 31))
    assert brush.bars is None
    brush.press(4, Grip.WHOLE, (3, 6))
    brush.move(0, 10)
    assert brush.bars == (0, 3)
    brush.move(9, 10)
    assert brush.bars == (6, 9)
    brush.clear()
    brush.press(3, Grip.START, (3, 6))
    brush.move(8, 10)
    assert brush.bars == (6, 8)

"""The stretch of time that the timeline shows, zoomed from decades to days; spans in words."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate

from library.shelving.answer import Bar, Scale
from library.shelving.question import Days
from viewer.shelf.wording import reader_locale

FINER = {Scale.DECADE: Scale.YEAR, Scale.YEAR: Scale.MONTH, Scale.MONTH: Scale.DAY}
COARSER = {finer: coarser for coarser, finer in FINER.items()}
MOST = 130  # bars that can be told apart and met with the mouse
_MARGIN = {Scale.DECADE: 2, Scale.YEAR: 1, Scale.MONTH: 1}  # stretches kept in sight when zooming


@dataclass(frozen=True, slots=True)
class View:
    """What is seen; `days` None is all that is dated."""

    scale: Scale = Scale.YEAR
    days: Days | None = None


def zoomed_in(view: View, day: date) -> View | None:
    """Nearer, around a day; None where days are seen already."""
    if view.scale not in FINER:
        return None
    margin = _MARGIN[view.scale]
    first = stretch(moved(day, view.scale, -margin), view.scale)[0]
    last = stretch(moved(day, view.scale, margin), view.scale)[1]
    return View(FINER[view.scale], (first, last))


def zoomed_out(view: View, day: date, whole: View) -> View:
    """Farther away, around a day, up to the whole that is dated."""
    if view.scale is whole.scale or view.days is None or view.scale not in COARSER:
        return whole
    coarser = COARSER[view.scale]
    if coarser is whole.scale:
        return whole
    wider = zoomed_in(View(COARSER[coarser]), day) if coarser in COARSER else None
    return wider or whole


def whole_of(years: Sequence[Bar]) -> View:
    """All that is dated: by years, where they can be told apart; few years by months."""
    if len(years) > MOST:
        return View(Scale.DECADE)
    return View(Scale.MONTH) if 0 < len(years) <= 2 else View(Scale.YEAR)


def stretch(day: date, scale: Scale) -> Days:
    """The decade, year, month or day that a day lies in."""
    if scale is Scale.DAY:
        return day, day
    if scale is Scale.MONTH:
        return day.replace(day=1), _end_of_month(day.year, day.month)
    if scale is Scale.YEAR:
        return date(day.year, 1, 1), date(day.year, 12, 31)
    decade = day.year // 10 * 10
    return date(max(decade, 1), 1, 1), date(decade + 9, 12, 31)


def moved(day: date, scale: Scale, by: int) -> date:
    """As many stretches later, within what a calendar has."""
    if scale is Scale.DAY:
        return date.fromordinal(min(max(day.toordinal() + by, 1), date.max.toordinal()))
    months = {Scale.MONTH: 1, Scale.YEAR: 12, Scale.DECADE: 120}[scale] * by
    month = min(max(day.year * 12 + day.month - 1 + months, 12), 9999 * 12 + 11)
    year, month = month // 12, month % 12 + 1
    return date(year, month, 1)


def span_words(days: Days) -> str:
    """ "1944", "January – June 1944", "3 – 9 March 1944" """
    first, last = days
    if first == last:
        return _shown(first, "d MMMM yyyy")
    if first.month == first.day == 1 and (last.month, last.day) == (12, 31):
        same = first.year == last.year
        return f"{first.year}" if same else f"{first.year} – {last.year}"
    whole_months = first.day == 1 and last == _end_of_month(last.year, last.month)
    if whole_months:
        return _joined(first, last, "MMMM")
    return _joined(first, last, "d MMMM")


def bar_words(bar: Bar, scale: Scale) -> str:
    """A bar's time in words."""
    if scale is Scale.DECADE:
        return QCoreApplication.translate("Shelf", "{0}s").format(bar.days[0].year // 10 * 10)
    return span_words(bar.days)


def tick(day: date, scale: Scale) -> str:
    """What is written under a bar, "" for nothing."""
    if scale is Scale.DECADE:
        return str(day.year // 10 * 10) if day.year // 10 % 5 == 0 else ""
    if scale is Scale.YEAR:
        return str(day.year) if day.year % 10 == 0 else ""
    if scale is Scale.MONTH:
        return str(day.year) if day.month == 1 else ""
    return _shown(day, "MMMM yyyy") if day.day == 1 else ""


def end_tick(day: date, scale: Scale) -> str:
    """What is written under the first and the last bar."""
    form = {Scale.MONTH: "MMM yyyy", Scale.DAY: "d MMM"}.get(scale)
    return _shown(day, form) if form else str(day.year)


def _joined(first: date, last: date, form: str) -> str:
    if (first.year, first.month) == (last.year, last.month):
        if "d" in form:
            return f"{first.day} – {_shown(last, 'd MMMM yyyy')}"
        return _shown(last, "MMMM yyyy")
    if first.year == last.year:
        return f"{_shown(first, form)} – {_shown(last, form)} {last.year}"
    return f"{_shown(first, form + ' yyyy')} – {_shown(last, form + ' yyyy')}"


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _shown(day: date, form: str) -> str:
    return reader_locale().toString(QDate(day.year, day.month, day.day), form)

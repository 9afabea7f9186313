"""Dates in the Extended Date/Time Format (ISO 8601-2), as far as we write it, and their order.

1944-03-03   1944-03   1944     a day, a month, a year
1944-21                         a season: 21 is spring, 24 winter
194X   19XX   1944-03-XX        a decade, a century, some day of that month
1944~   1944?   1944%           about, doubted, both
1943/1945   ../1944   1944/     from one to the other, with an open or an unknown end
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date

from library.model.record import ArchiveDate

SortKey = tuple[int, date, date]

_MOMENT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX)"
    r"(?:-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX))?)?(?P<mark>[~?%]?)",
    re.ASCII,
)
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12)}
_WINTER = 24
_UNKNOWN: SortKey = (1, date.max, date.max)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, month, season, year, decade or century."""

    year: str  # "1944", "194X", "19XX"
    month: int | None = None  # 21 to 24 are the seasons
    day: int | None = None
    left_open: int = 0  # parts that are XX: of 1944-XX-XX, two
    mark: str = ""  # "~", "?" or "%"

    def days(self) -> tuple[date, date]:
        """The earliest and the latest day that it may be.  Raises ValueError where none is."""
        first_year, last_year = (int(self.year.replace("X", digit)) for digit in "09")
        first_year = max(first_year, date.min.year)
        if self.month and self.day:
            return (day := date(first_year, self.month, self.day)), day
        if self.month == _WINTER and last_year < date.max.year:
            # It may be either of the two that touch its year: the later one ends in the next.
            return date(first_year, 1, 1), _month_end(last_year + 1, 2)
        months = _SEASON_MONTHS.get(self.month or 0, (self.month or 1, self.month or 12))
        return date(first_year, months[0], 1), _month_end(last_year, months[1])


@dataclass(frozen=True, slots=True)
class Span:
    """From the first to the last; None is open, and both are the same for one moment."""

    first: Moment | None
    last: Moment | None
    is_about: bool = False
    is_doubted: bool = False
    is_unknown: bool = False  # the end that is None, rather than open


def span_of(edtf: str) -> Span | None:
    """None where the value is not one that we write, or no day of the calendar."""
    start, slash, end = edtf.partition("/")
    first = _moment(start)
    last = _moment(end) if slash else first
    if (first is None and start not in ("..", "")) or (last is None and end not in ("..", "")):
        return None
    if first is last is None or _is_backward(first, last):
        return None
    marks = "".join(moment.mark for moment in (first, last) if moment)
    return Span(
        first and replace(first, mark=""),
        last and replace(last, mark=""),
        is_about="~" in marks or "%" in marks,
        is_doubted="?" in marks or "%" in marks,
        is_unknown=bool(slash) and not (start and end),
    )


def sort_key(shown: ArchiveDate | None) -> SortKey:
    """By the earliest day it may be, then by the latest; unknown dates come last."""
    span = span_of(shown.edtf) if shown and shown.edtf else None
    if span is None:
        return _UNKNOWN
    first = span.first.days()[0] if span.first else date.min
    last = span.last.days()[1] if span.last else date.max
    return 0, first, last


def _moment(value: str) -> Moment | None:
    match = _MOMENT.fullmatch(value)
    if match is None:
        return None
    parts = [part for part in (match["month"], match["day"]) if part]
    numbers = [int(part) for part in parts if part != "XX"]
    if parts[: len(numbers)] != [part for part in parts if part != "XX"]:
        return None
    month, day = (*numbers, None, None)[:2]
    moment = Moment(match["year"], month, day, len(parts) - len(numbers), match["mark"])
    return moment if _is_in_calendar(moment) else None


def _is_backward(first: Moment | None, last: Moment | None) -> bool:
    return first is not None and last is not None and first.days()[0] > last.days()[1]


def _is_in_calendar(moment: Moment) -> bool:
    if moment.year == "0000" or (moment.month in _SEASON_MONTHS and moment.left_open):
        return False
    try:
        moment.days()
    except ValueError:
        return False
    return moment.month is None or moment.month in (*range(1, 13), *_SEASON_MONTHS)


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])

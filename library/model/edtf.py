"""The order of dates in the Extended Date/Time Format (ISO 8601-2), as far as we write it."""

from __future__ import annotations

import calendar
import re
from datetime import date

from library.model.record import ArchiveDate

SortKey = tuple[int, date, date]

_VALUE = re.compile(r"(?P<year>[\dX]{4})(?:-(?P<month>\d\d))?(?:-(?P<day>\d\d))?[~?%]?")
# First and last month.  A winter may be either of the two that touch its year.
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12)}
_UNKNOWN: SortKey = (1, date.max, date.max)


def sort_key(shown: ArchiveDate | None) -> SortKey:
    """By the earliest day it may be, then by the latest; unknown dates come last."""
    if shown is None or shown.edtf is None:
        return _UNKNOWN
    start, _, end = shown.edtf.partition("/")
    try:
        first, last = _bounds(start), _bounds(end or start)
    except ValueError:  # such as a 31st of February
        return _UNKNOWN
    if first is None or last is None:
        return _UNKNOWN
    return 0, first[0], last[1]


def _bounds(value: str) -> tuple[date, date] | None:
    """The earliest and the latest day that one end of a date may be."""
    if value == "..":
        return date.min, date.max
    match = _VALUE.fullmatch(value)
    if match is None:
        return None
    first_year, last_year = (int(match["year"].replace("X", digit)) for digit in "09")
    first_month, last_month = _months(match["month"])
    if match["day"]:
        day = date(first_year, first_month, int(match["day"]))
        return day, day
    last_day = calendar.monthrange(last_year, last_month)[1]
    return date(max(first_year, 1), first_month, 1), date(last_year, last_month, last_day)


def _months(month: str | None) -> tuple[int, int]:
    if month is None:
        return 1, 12
    number = int(month)
    return _SEASON_MONTHS.get(number, (number, number))

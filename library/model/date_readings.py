"""The days that a date in figures may mean: 03/04/1944 is in March or in April."""

from __future__ import annotations

import calendar
import re

_FIGURES = re.compile(r"(?P<one>\d{1,2})[/.\-](?P<other>\d{1,2})[/.\-](?P<year>\d{4})")


def readings(shown: str) -> tuple[str, ...]:
    """In EDTF, with the day first and with the month first; empty where it is not in figures.

    Where only one of them is a day of the calendar, or both are the same, there is one.
    """
    match = _FIGURES.fullmatch(shown.strip())
    if match is None:
        return ()
    one, other, year = int(match["one"]), int(match["other"]), int(match["year"])
    found = (_day(year, other, one), _day(year, one, other))
    return tuple(dict.fromkeys(day for day in found if day))


def _day(year: int, month: int, day: int) -> str | None:
    if not year or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"

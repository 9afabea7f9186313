"""What a date in figures may mean, where it may mean two things: 03/04/1944, 1911-12."""

from __future__ import annotations

import calendar
import re

LONGEST = 200  # characters: nobody writes more for a date
_FIGURES = re.compile(
    r"(?P<one>[0-9]{1,2})(?P<sign>[/.\-])(?P<other>[0-9]{1,2})(?P=sign)(?P<year>[0-9]{4})"
)
_YEAR_FIRST = re.compile(r"(?P<century>[0-9]{2})(?P<year>[0-9]{2})[/\-](?P<last>[0-9]{2})")


def readings(shown: str) -> tuple[str, ...]:
    """In EDTF; empty where it is not in figures, and one where only one is a date.

    Of a day, first the one with the day before the month.  Nobody parts a month from the day
    behind it by a full stop, so that 3.4.1944 is in April unless there is no such day.
    """
    shown = shown.strip()
    if len(shown) > LONGEST:
        return ()
    shown = re.sub(r"\s*([/.-])\s*", r"\1", re.sub("[‐-―]", "-", shown))
    if match := _YEAR_FIRST.fullmatch(shown):
        return _years_or_month(match["century"], match["year"], match["last"])
    match = _FIGURES.fullmatch(shown)
    if match is None:
        return ()
    one, other, year = int(match["one"]), int(match["other"]), int(match["year"])
    found = (_day(year, other, one), _day(year, one, other))
    possible = tuple(dict.fromkeys(day for day in found if day))
    return possible[:1] if match["sign"] == "." else possible


def _years_or_month(century: str, year: str, last: str) -> tuple[str, ...]:
    """1944-46 are years, 1944-03 is a month, and 1911-12 may be either."""
    found = []
    if "01" <= last <= "12" and (century, year) != ("00", "00"):
        found.append(f"{century}{year}-{last}")
    if last > year and (century, year) != ("00", "00"):
        found.append(f"{century}{year}/{century}{last}")
    return tuple(found)


def _day(year: int, month: int, day: int) -> str | None:
    if not year or not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"

"""Dates as archives show them, read into EDTF (ISO 8601-2), and put in order.

    March 3, 1944 → 1944-03-03      September 1944 → 1944-09     1944-1946 → 1944/1946
    circa 1950 → 1950~              1950? → 1950?                1940s → 194X
    Spring 1944 → 1944-21           [undated] → None

What cannot be understood for certain has no EDTF value: `03/04/1944` may be March or April.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace

from library.model.edtf import sort_key
from library.model.record import ArchiveDate

__all__ = ["read_date", "sort_key"]

_MONTHS = (
    ("january", "jan"),
    ("february", "feb"),
    ("march", "mar"),
    ("april", "apr"),
    ("may",),
    ("june", "jun"),
    ("july", "jul"),
    ("august", "aug"),
    ("september", "sept", "sep"),
    ("october", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
_SEASONS = (("spring",), ("summer",), ("autumn", "fall"), ("winter",))
_WINTER = 24
_NUMBERS = {
    name: number
    for names, first in ((_MONTHS, 1), (_SEASONS, 21))  # EDTF writes seasons as months 21 to 24
    for number, synonyms in enumerate(names, first)
    for name in synonyms
}
_MONTH = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?P<month>{_MONTH})\.? {_DAY}(?:(?:, ?| ){_YEAR})?",
        rf"{_DAY} (?:of )?(?P<month>{_MONTH})\.?(?:,? {_YEAR})?",
        rf"(?P<month>{_MONTH})\.?(?:,? (?:of )?{_YEAR})?",
        rf"{_DAY}(?:, ?{_YEAR})?",
        _YEAR,
        rf"{_YEAR}-(?P<month>0[1-9]|1[0-2])-(?P<day>\d\d)",
    )
)
_WEEKDAY = re.compile(r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ")
_ABOUT = re.compile(r"^(?:circa|ca\.?|c\.|about|around|approximately|approx\.?) ?")
_PART_OF = re.compile(r"^(?:early|mid|middle of|late)[ -](?:in )?")
_OPEN = re.compile(r"^(?P<side>before|after|since) (?P<date>.+)$")
_DECADE = re.compile(r"(?P<century>\d\d)(?P<decade>\d)0'?s")
_CENTURY = re.compile(r"(?P<number>\d{1,2})(?:st|nd|rd|th) century")
_SHORT_RANGE = re.compile(r"(?P<century>\d\d)(?P<first>\d\d) ?- ?(?P<last>\d\d)")
_BETWEEN = re.compile(r"^(?:between|from) (?P<first>.+) (?:and|to|until) (?P<last>.+)$")
_RANGE = re.compile(r"(?P<first>.+?) ?(?:-| to | until | through ) ?(?P<last>.+)")


@dataclass(frozen=True, slots=True)
class _Moment:
    """A day, month, season or year; in a range, some of it may be said at the other end."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def edtf(self) -> str | None:
        """None where there is no such day."""
        if not self.year:
            return None
        if self.month is None:
            return f"{self.year:04}" if self.day is None else None
        if self.day is None:
            return f"{self.year:04}-{self.month:02}"
        if self.month > 12 or not 1 <= self.day <= calendar.monthrange(self.year, self.month)[1]:
            return None
        return f"{self.year:04}-{self.month:02}-{self.day:02}"


def read_date(shown: str) -> ArchiveDate:
    """The date with its EDTF value, or None beside it where it cannot be understood."""
    shown = " ".join(shown.split())
    return ArchiveDate(shown, _edtf(_plain(shown)))


def _plain(shown: str) -> str:
    """Small letters, one kind of dash; brackets say that the archivist supplied the date."""
    text = re.sub(r"\s*[‐-―]\s*", "-", shown.strip().lower())
    text = re.sub(r"\s+-\s+", "-", text)
    if text.startswith("[") and text.endswith("]") and "[" not in text[1:]:
        text = text[1:-1].strip()
    return _WEEKDAY.sub("", text).rstrip(".")


def _edtf(text: str) -> str | None:
    about = _ABOUT.match(text)
    if about:
        text = text[about.end() :]
    doubted = text.endswith(("?", "(?)"))
    if doubted:
        text = text.removesuffix("(?)").removesuffix("?").strip()
    mark = {(True, True): "%", (True, False): "~", (False, True): "?"}.get(
        (about is not None, doubted), ""
    )
    value = _unmarked(text)
    if value is None or not mark:
        return value
    return "/".join(end if end == ".." else end + mark for end in value.split("/"))


def _unmarked(text: str) -> str | None:
    text = _PART_OF.sub("", text)
    return _open_ended(text) or _long_span(text) or _one_date(text) or _range(text)


def _one_date(text: str) -> str | None:
    moment = _moment(text)
    return moment.edtf() if moment else None


def _open_ended(text: str) -> str | None:
    match = _OPEN.match(text)
    value = _one_date(match["date"]) if match else None
    if match is None or value is None:
        return None
    return f"../{value}" if match["side"] == "before" else f"{value}/.."


def _long_span(text: str) -> str | None:
    if match := _DECADE.fullmatch(text):
        return f"{match['century']}{match['decade']}X"
    if match := _CENTURY.fullmatch(text):
        return f"{int(match['number']) - 1:02}XX"
    return None


def _range(text: str) -> str | None:
    if match := _SHORT_RANGE.fullmatch(text):
        return _short_range(match["century"], match["first"], match["last"])
    match = _BETWEEN.match(text) or _RANGE.fullmatch(text)
    if match is None:
        return None
    first, last = _moment(match["first"]), _moment(match["last"])
    if first is None or last is None:
        return None
    return _joined(*_completed(first, last))


def _short_range(century: str, first: str, last: str) -> str | None:
    """`1944-46` is a range, `1944-03` a month, and `1911-12` may be either."""
    if last > "12" and last > first:
        return f"{century}{first}/{century}{last}"
    if "01" <= last <= "12" and last <= first:
        return f"{century}{first}-{last}"
    return None


def _completed(first: _Moment, last: _Moment) -> tuple[_Moment, _Moment]:
    """Each end filled from the other: `March 3-5, 1944`, `September - October 1944`."""
    if first.month == _WINTER and last == _Moment(year=(first.year or 0) + 1):
        return first, first  # "Winter 1944-1945" is one winter
    if last.month is None and last.day is not None:
        last = replace(last, month=first.month)
    if first.month is None and first.day is not None:
        first = replace(first, month=last.month)
    if first.year is None:
        first = replace(first, year=last.year)
    return first, last


def _joined(first: _Moment, last: _Moment) -> str | None:
    start, end = first.edtf(), last.edtf()
    if start is None or end is None:
        return None
    if start == end:
        return start
    span = f"{start}/{end}"
    in_order = sort_key(ArchiveDate("", start)) < sort_key(ArchiveDate("", end))
    return span if in_order else None


def _moment(text: str) -> _Moment | None:
    for pattern in _PATTERNS:
        if match := pattern.fullmatch(text):
            found = {name: value for name, value in match.groupdict().items() if value}
            return _Moment(
                year=int(found["year"]) if "year" in found else None,
                month=_month(found.get("month")),
                day=int(found["day"]) if "day" in found else None,
            )
    return None


def _month(text: str | None) -> int | None:
    if text is None:
        return None
    return _NUMBERS.get(text) or int(text)

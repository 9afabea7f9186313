"""Dates of EDTF (ISO 8601-2) as the citation styles write them.

Chicago   March 3, 1944     ca. March 1944    [1944?]   March 3–5, 1944   1943–44
MLA       3 Mar. 1944       circa Mar. 1944   1944?     3–5 Mar. 1944     1943–44
APA       1944, March 3     ca. 1944, March   1944?     1944, March 3–5   1943–1944
"""

from __future__ import annotations

import re
from enum import Enum, auto

from library.model.edtf import Moment, Span, span_of

__all__ = ["Manner", "Moment", "Span", "date_words", "span_of"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_MLA_MONTHS = (
    "Jan.", "Feb.", "Mar.", "Apr.", "May", "June",
    "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_FIRST_SEASON, _WINTER = 21, 24
_UNSAID = "an unknown date"
_TEENS = range(11, 14)


class Manner(Enum):
    CHICAGO = auto()
    MLA = auto()
    APA = auto()
    PLAIN = auto()  # for everyone: “about 3 March 1944”


_ABOUT = {Manner.MLA: "circa ", Manner.PLAIN: "about "}
_DAY_FIRST = (Manner.MLA, Manner.PLAIN)


def date_words(edtf: str, manner: Manner) -> str | None:
    """The date in words; None where the value is not one that we write."""
    span = span_of(edtf)
    if span is None:
        return None
    if manner is Manner.PLAIN and _needs_both(span, edtf):
        first, last = (date_words(end, manner) or _UNSAID for end in edtf.split("/"))
        return f"from {first} to {last}"
    said = _span_words(span, manner)
    about = _ABOUT.get(manner, "ca. ") if span.is_about else ""
    doubt = "?" if span.is_doubted else ""
    if doubt and manner is Manner.CHICAGO:
        return f"[{about}{said}?]"
    return about + said + doubt


def _needs_both(span: Span, edtf: str) -> bool:
    """Whether one end would be taken for another date if it were said beside the other."""
    if span.first is None or span.last is None or "/" not in edtf:
        return span.is_unknown
    first, last = (re.sub("[^~?%]", "", end) for end in edtf.split("/"))
    is_whole_winter = span.first.month == _WINTER and span.last.month is None
    return first != last or is_whole_winter or bool(span.first.left_open + span.last.left_open)


def _span_words(span: Span, manner: Manner) -> str:
    first, last = span.first, span.last
    if first is None or last is None:
        return _one_sided(span, manner)
    if first == last:
        return _words(first, manner)
    if first.month is None and last.month is None and not {"X"} & {*first.year, *last.year}:
        return f"{first.year}–{_second_year(first.year, last.year, manner)}"
    if first.year == last.year and first.month and last.month:
        return _with_year(_inner_range(first, last, manner), first, manner)
    return f"{_words(first, manner)}–{_words(last, manner)}"


def _one_sided(span: Span, manner: Manner) -> str:
    first, last = _words(span.first, manner), _words(span.last, manner)
    if span.is_unknown:
        return f"{first or '?'}–{last or '?'}"
    if manner is Manner.PLAIN:
        return f"{first} or later" if first else f"{last} or earlier"
    return f"before {last}" if last else f"{first}–"


def _words(moment: Moment | None, manner: Manner) -> str:
    if moment is None:
        return ""
    said = _year_words(moment.year)
    if moment.month is not None:
        said = _with_year(_inner(moment, manner), moment, manner)
    if manner is Manner.PLAIN and moment.left_open:
        is_month = moment.left_open == 1 and moment.month is None
        return f"a {'month' if is_month else 'day'} in {said}"
    return said


def _with_year(inner: str, moment: Moment, manner: Manner) -> str:
    year = _year_words(moment.year)
    if manner is Manner.APA:
        return f"{year}, {inner}"
    comma = "," if moment.day and manner is Manner.CHICAGO else ""
    return f"{inner}{comma} {year}"


def _inner(moment: Moment, manner: Manner) -> str:
    """Month and day."""
    month = _month_words(moment.month or 1, manner)
    if moment.day is None:
        return month
    return f"{moment.day} {month}" if manner in _DAY_FIRST else f"{month} {moment.day}"


def _inner_range(first: Moment, last: Moment, manner: Manner) -> str:
    if first.month == last.month and first.day and last.day:
        days, month = f"{first.day}–{last.day}", _month_words(first.month or 1, manner)
        return f"{days} {month}" if manner in _DAY_FIRST else f"{month} {days}"
    return f"{_inner(first, manner)}–{_inner(last, manner)}"


def _month_words(month: int, manner: Manner) -> str:
    if month >= _FIRST_SEASON:
        season = _SEASONS[month - _FIRST_SEASON]
        return season.lower() if manner in _DAY_FIRST else season
    return (_MLA_MONTHS if manner is Manner.MLA else _MONTHS)[month - 1]


def _year_words(year: str) -> str:
    if year.endswith("XX"):
        return f"{_ordinal(int(year[:2]) + 1)} century"
    return f"{year[:3]}0s" if year.endswith("X") else year


def _ordinal(number: int) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if number in _TEENS else ending}"


def _second_year(first: str, last: str, manner: Manner) -> str:
    """Chicago and MLA leave the century of the second year out."""
    is_short = manner in (Manner.CHICAGO, Manner.MLA) and first[:2] == last[:2]
    return last[2:] if is_short else last

"""The days that a date in a query means: 1944, 1944-03..1944-06, “March 1944”, 1944-03.."""

from __future__ import annotations

import re
from datetime import date

from library.model.dates import read_date
from library.model.edtf import sort_key
from library.model.record import ArchiveDate
from library.searching.query import Dated

_NUMBERS = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", re.ASCII)
Days = tuple[date, date]


def days_of(text: str) -> Dated | None:
    """None where the date is not understood."""
    shown = text.strip()
    first, dots, last = (part.strip() for part in shown.partition(".."))
    start, end = _days(first), _days(last if dots else first)
    if not (first or last) or start is None or end is None or start[0] > end[1]:
        return None
    return Dated(start[0], end[1], shown)


def span_of(shown: ArchiveDate | None) -> Days | None:
    """The first and the last day that a date may be; None where it has no EDTF value."""
    known, first, last = sort_key(shown)
    return (first, last) if known == 0 else None


def _days(text: str) -> Days | None:
    if not text:
        return date.min, date.max
    edtf = text if _NUMBERS.fullmatch(text) else read_date(text).edtf
    return span_of(ArchiveDate(text, edtf))

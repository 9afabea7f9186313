"""Documents over time: how many are from each decade, year, month or day."""

from __future__ import annotations

import calendar
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date

from library.shelving.answer import Bar, Scale
from library.shelving.question import Days

Spans = Iterable[tuple[int, int, int]]  # first and last day as ordinals, how many documents
_OPEN = date.min.toordinal(), date.max.toordinal()
_MOST = 2000  # bars: more cannot be told apart


def bars_of(spans: Spans, scale: Scale, days: Days | None) -> tuple[Bar, ...]:
    """A bar for each stretch of the scale from the first document to the last, or within `days`.

    A document counts in each bar for the part of its span that lies in it.  One from before
    or after a day counts in the year of that day.
    """
    known = [(*_closed(first, last), documents) for first, last, documents in spans]
    if not known and days is None:
        return ()
    first = min(span[0] for span in known) if days is None else days[0].toordinal()
    last = max(span[1] for span in known) if days is None else days[1].toordinal()
    stretches = list(_stretches(first, last, scale))
    counts = [0.0] * len(stretches)
    starts = [start for start, _ in stretches]
    for start, end, documents in known:
        _spread(counts, stretches, starts, (start, end, documents))
    return tuple(
        Bar((date.fromordinal(start), date.fromordinal(end)), count)
        for (start, end), count in zip(stretches, counts, strict=True)
    )


def _closed(first: int, last: int) -> tuple[int, int]:
    """The span without an open end."""
    if first <= _OPEN[0]:
        return max(date.fromordinal(last).replace(month=1, day=1).toordinal(), first), last
    if last >= _OPEN[1]:
        return first, date.fromordinal(first).replace(month=12, day=31).toordinal()
    return first, last


def _spread(
    counts: list[float],
    stretches: list[tuple[int, int]],
    starts: list[int],
    span: tuple[int, int, int],
) -> None:
    start, end, documents = span
    share = documents / (end - start + 1)
    nth = max(bisect_right(starts, start) - 1, 0)
    while nth < len(stretches) and stretches[nth][0] <= end:
        low, high = stretches[nth]
        overlap = min(high, end) - max(low, start) + 1
        if overlap > 0:
            counts[nth] += share * overlap
        nth += 1


def _stretches(first: int, last: int, scale: Scale) -> Iterator[tuple[int, int]]:
    """The stretches of the calendar that touch these days, as many as can be told apart."""
    at, made = date.fromordinal(first), 0
    while at.toordinal() <= last and made < _MOST:
        start, end = _stretch(at, scale)
        yield start.toordinal(), end.toordinal()
        if end == date.max:
            return
        at, made = date.fromordinal(end.toordinal() + 1), made + 1


def _stretch(day: date, scale: Scale) -> Days:
    match scale:
        case Scale.DAY:
            return day, day
        case Scale.MONTH:
            length = calendar.monthrange(day.year, day.month)[1]
            return day.replace(day=1), day.replace(day=length)
        case Scale.YEAR:
            return date(day.year, 1, 1), date(day.year, 12, 31)
    decade = day.year // 10 * 10
    return date(max(decade, 1), 1, 1), date(decade + 9, 12, 31)

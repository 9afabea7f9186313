"""Which backups are kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import islice

RECENT = 10
PERIODS: tuple[tuple[int, Callable[[datetime], object]], ...] = (
    (12, datetime.date),  # daily
    (10, lambda time: time.isocalendar()[:2]),  # weekly
    (9, lambda time: (time.year, time.month)),  # monthly
)


def kept(times: Sequence[datetime]) -> frozenset[int]:
    """The places of those to keep; `times` are when they were made, in that order.

    The last ones, and the last of each of the days, weeks and months that have one.  The order
    counts, not the time: where a clock was wrong for a while, no new backup is taken for old.
    """
    newest_first = range(len(times) - 1, -1, -1)
    keep = set(newest_first[:RECENT])
    for count, period in PERIODS:
        last: dict[object, int] = {}
        for place in newest_first:
            last.setdefault(period(times[place]), place)
        keep |= set(islice(last.values(), count))
    return frozenset(keep)

"""What the shelf answers: rows by their numbers, counts by facet, bars by date."""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from enum import StrEnum

from library.shelving.question import Days


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that follow one another and have the same value in the column they are grouped by."""

    value: str  # "" for those without one
    start: int  # the place of its first row, from 0
    count: int


@dataclass(frozen=True, slots=True)
class Arranged:
    """The numbers of the documents in order.  A number names a document within one index."""

    numbers: array[int]  # of type "q"
    groups: tuple[Group, ...] = ()  # empty unless they were asked for


@dataclass(frozen=True, slots=True)
class FacetCount:
    value: str
    documents: int  # that would be shown if it were chosen


class Scale(StrEnum):
    """How long a bar of the timeline is."""

    DECADE = "decade"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Bar:
    """How many documents are from these days.

    A document whose date is uncertain or long counts in each bar for the part of its span
    that lies there, so that all bars together are as many as there are dated documents.
    """

    days: Days
    documents: float

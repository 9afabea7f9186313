"""Every hit in its line (keyword in context), sorted by what stands beside it.

After Luhn 1960 ("Keyword-in-context index for technical literature"), who lets the eye run
down one column of keywords with what stands before and after each.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO

from library.model.dates import sort_key
from library.model.record import ArchiveDate
from library.searching.words import words_of

AROUND = 90  # code points before and after the keyword
MOST_WORDS = 3  # that lines are sorted by
_UNSAFE = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet takes what begins so for a formula


class LineOrder(StrEnum):
    """What the lines are sorted by."""

    LEFT = "left"  # the words before the keyword, the nearest first
    RIGHT = "right"
    DOCUMENT = "document"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Line:
    """A keyword with what stands around it, white space folded.

    `start` and `end` are of the keyword, in code points of the version's text; `page` is the
    document's, from 0, None where it is not known.
    """

    before: str
    keyword: str
    after: str
    document: str  # id
    title: str
    date: ArchiveDate | None
    version: str  # id
    label: str  # of the version
    start: int
    end: int
    page: int | None = None


def context_of(text: str, start: int, end: int) -> tuple[str, str, str]:
    """What stands before `text[start:end]`, itself, and what stands after, by whole words."""
    before = " ".join(text[max(0, start - AROUND) : start].split())
    after = " ".join(text[end : end + AROUND].split())
    if start > AROUND:
        before = before.partition(" ")[2] or before
    if end + AROUND < len(text):
        after = after.rpartition(" ")[0] or after
    gap_before = " " * text[start - 1 : start].isspace()
    gap_after = " " * text[end : end + 1].isspace()
    return before + gap_before, " ".join(text[start:end].split()), gap_after + after


def sorted_lines(lines: Iterable[Line], order: LineOrder, words: int = 1) -> list[Line]:
    """By so many words beside the keyword, or by document or date and the place there."""
    return sorted(lines, key=lambda line: _key(line, order, words))


def as_csv(lines: Iterable[Line]) -> str:
    """A table for spreadsheets, with a heading; comma separated, lines end in CR LF."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(
        ("before", "keyword", "after", "title", "date", "text", "page", "document", "start", "end")
    )
    for line in lines:
        date = line.date.shown if line.date else ""
        page = "" if line.page is None else line.page + 1
        words = (line.before.strip(), line.keyword, line.after.strip(), line.title, date)
        writer.writerow((*map(_safe, words), line.label, page, line.document, line.start, line.end))
    return out.getvalue()


def _key(line: Line, order: LineOrder, words: int) -> tuple[Sequence[object], ...]:
    place = (line.title, line.document, line.version, line.start)
    match order:
        case LineOrder.LEFT:
            return words_of(line.before)[::-1][:words], place
        case LineOrder.RIGHT:
            return words_of(line.after)[:words], place
        case LineOrder.DATE:
            return sort_key(line.date), place
    return (place,)


def _safe(words: str) -> str:
    return f"'{words}" if words.startswith(_UNSAFE) else words

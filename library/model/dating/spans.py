"""Written dates in signs, as EDTF: from one moment to another, before and after it, about it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from library.model.date_readings import readings
from library.model.dating.marks import taken_off, with_mark
from library.model.dating.moments import Written, written
from library.model.edtf import span_of

Ends = tuple[str, str]  # EDTF; ".." is open, "" unknown

_LONGEST = 24  # signs
_TEN_YEARS = re.compile(r"(?P<tens>[0-9]{3}) \?")
_YEARS = re.compile(r"DECADE (?=[0-9]{4} \S+ [0-9]{3}[1-9]$)")  # “años 1943–1945” are no decade
_CENTURIES = re.compile(r"(?<!\S)(R?[0-9]{1,2}) (-|AND|TO|UNTIL) (R?[0-9]{1,2} CENTURY)")
_SIGLOS = re.compile(r"(CENTURY R?[0-9]{1,2}) (\S+) (R?[0-9]{1,2})")
_OPEN = re.compile(
    r"(?:BEFORE|UNTIL|-) (?P<before>.+)|(?:AFTER|SINCE) (?P<after>.+)"
    r"|(?:FROM |SINCE )?(?P<first>.+) (?:LATER|-)|(?P<last>.+) EARLIER"
)
_WINTER = re.compile(r"M24 (?P<year>[0-9]{4}) [-/] (?P<next>[0-9]{2}|[0-9]{4})")
_SHORT = re.compile(r"(?P<year>[0-9]{4}) (?P<sign>\S+) (?P<last>[0-9]{2})")
_FROM = re.compile(r"(?P<begin>FROM|SINCE|BETWEEN) (?P<rest>.+)")
_SIGNS, _WORDS, _NEXT = ("-", "/"), ("TO", "TOWARDS", "UNTIL"), ("AND", "OR")
_NO_DAY = 32  # so late a day is the year, and its century stands at the other end


def edtf_of(text: str) -> str | None:
    """The EDTF value of these signs; None where they are no date, or may be two."""
    if not text or text.count(" ") > _LONGEST:
        return None
    text = _CENTURIES.sub(r"\1 CENTURY \2 \3", _YEARS.sub("", text))
    ends = _whole(_SIGLOS.sub(r"\1 \2 CENTURY \3", text))
    if ends is None:
        return None
    value = ends[0] if ends[0] == ends[1] else "/".join(ends)
    return value if span_of(value) else None


def _whole(text: str) -> Ends | None:
    """A mark before or behind a span holds for both of its ends, unless “from” begins it."""
    if match := _TEN_YEARS.fullmatch(text):
        return (decade := f"{match['tens']}X"), decade
    marked = None if text.startswith(("FROM ", "SINCE ")) else taken_off(text)
    if marked is None or _ends_unknown(text):
        return _unmarked(text)
    mark, rest = marked
    ends = _whole(rest)
    return (with_mark(ends[0], mark), with_mark(ends[1], mark)) if ends else None


def _ends_unknown(text: str) -> bool:
    """Whether the question mark is the end of a span, as in “1944–?”."""
    before = text.split()[-2:-1]
    is_apart = text.endswith(" ?") and before[0] in (*_SIGNS, *_WORDS)
    return is_apart and written(text.removesuffix(" ?")) is None


def _unmarked(text: str) -> Ends | None:
    return _moment(text) or _winter(text) or _short(text) or _between(text) or _open(text)


def _moment(text: str) -> Ends | None:
    moment, marks = _side(text)
    return _marked_ends(moment, marks) if moment else None


def _winter(text: str) -> Ends | None:
    """“Winter 1943–44” is one winter."""
    match = _WINTER.fullmatch(text)
    if match is None or int(match["next"]) % 100 != (int(match["year"]) + 1) % 100:
        return None
    return (winter := f"{match['year']}-24"), winter


def _short(text: str) -> Ends | None:
    """“1944–46”, which can be no month."""
    match = _SHORT.fullmatch(text)
    if match is None or match["sign"] not in (*_SIGNS, *_WORDS):
        return None
    if match["sign"] in _WORDS:
        return match["year"], match["year"][:2] + match["last"]
    possible = readings(text)
    start, _, end = possible[0].partition("/") if possible else ("", "", "")
    return (start, end) if end else None


def _between(text: str) -> Ends | None:
    match = _FROM.fullmatch(text)
    begin, rest = (match["begin"], match["rest"]) if match else ("", text)
    if len(readings(rest)) > 1:
        return None
    joining = (*_WORDS, "AND") if begin == "BETWEEN" else _WORDS
    for separators in (joining, _SIGNS):
        for first, last in _split(rest, separators):
            if ends := _joined(first, last):
                return ends
    pairs = (_joined(first, last) for first, last in _split(rest, _NEXT))
    return next((ends for ends in pairs if ends and _are_neighbours(ends)), None)


def _split(text: str, separators: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    signs = text.split()
    for place in range(1, len(signs) - 1):
        if signs[place] in separators:
            yield " ".join(signs[:place]), " ".join(signs[place + 1 :])


def _joined(first: str, last: str) -> Ends | None:
    """One end filled from the other: “3–5 March 1944”, “September–October 1944”."""
    if first == "?" or last == "?":
        known = _moment(last if first == "?" else first)
        return known and (("", known[1]) if first == "?" else (known[0], ""))
    (start, start_marks), (end, end_marks) = _side(first), _side(last)
    if start is None or end is None:
        return None
    start, end = _completed(start, end)
    starts, ends = _marked_ends(start, start_marks), _marked_ends(end, end_marks)
    if starts is None or ends is None or span_of(f"{starts[0]}/{ends[1]}") is None:
        return None
    return starts[0], ends[1]


def _side(text: str) -> tuple[Written | None, str]:
    """A moment, and the marks that are its own."""
    if marked := taken_off(text):
        moment, marks = _side(marked[1])
        return moment, marks + marked[0]
    return written(text), ""


def _marked_ends(moment: Written, marks: str) -> Ends | None:
    ends = moment.ends()
    for mark in marks:
        ends = ends and (with_mark(ends[0], mark), with_mark(ends[1], mark))
    return ends


def _completed(first: Written, last: Written) -> tuple[Written, Written]:
    if first.year and last.day and last.day >= _NO_DAY:
        last = replace(last, year=f"{first.year[:2]}{last.day}", day=None)
    if first.day and last.day and last.month is None:
        last = replace(last, month=first.month)
    if first.day and first.month is None:
        first = replace(first, month=last.month)
    return replace(first, year=first.year or last.year), replace(last, year=last.year or first.year)


def _are_neighbours(ends: Ends) -> bool:
    """“1943 or 1944” is a span, “1943 or 1953” is none."""
    span = span_of("/".join(ends))
    if span is None or span.first is None or span.last is None:
        return False
    return span.first.days()[1] + timedelta(days=1) == span.last.days()[0]


def _open(text: str) -> Ends | None:
    match = _OPEN.fullmatch(text)
    if match is None:
        return None
    start, end = match["after"] or match["first"], match["before"] or match["last"]
    ends = _moment(start or end)
    return ends and ((ends[0], "..") if start else ("..", ends[1]))

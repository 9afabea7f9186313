"""What a language's words for dates are: each field holds words and phrases between commas.

Capitals and accents do not count, nor do full stops after a word: “déc.” is `dec` too.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateWords:
    months: tuple[str, ...]  # from January on
    seasons: tuple[str, ...]  # from spring on
    ordinals: tuple[str, ...]  # from the first on
    about: str
    doubted: str
    unknown: str  # an end of a span that nobody knows
    before: str
    after: str
    since: str
    from_: str  # what only begins a span: “from … to …”
    until: str  # alone, or between two dates
    later: str  # behind a date: “or later”
    earlier: str
    between: str
    to: str
    towards: str  # “to” between two dates, nothing elsewhere: “de 1943 à 1945”, “à l'été”
    and_: str  # behind “between”
    or_: str
    early: str
    middle: str
    late: str
    last: str  # of several parts
    half: str
    third: str
    quarter: str
    some_day: str
    some_month: str
    decade: str  # said before the year: “années 1940”
    century: str
    idle: str  # says nothing of the date: articles, weekdays, “year”

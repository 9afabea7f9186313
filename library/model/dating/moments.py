"""One moment of a written date: a day, month, season, year, decade or century, or a part of it."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, replace

from library.model.date_readings import readings
from library.model.edtf import span_of

_YEAR = r"(?P<year>[0-9]{4})"
_DAY = r"(?P<day>[0-9]{1,2})"
_NAMED = r"M(?P<named>[0-9]{2})"
_COUNTED = r"(?P<counted>[0-9]{1,2})"
_ROMAN = r"R(?P<roman>[0-9]{1,2})"
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_NAMED}(?: {_DAY})?(?:(?: [.,])? {_YEAR})?",  # March 3, 1944
        rf"{_DAY} {_NAMED}(?:(?: [.,])? {_YEAR})?",  # 3 March 1944
        rf"{_YEAR}(?: [.,])?(?: (?:{_NAMED}|{_ROMAN})(?: {_DAY})?)?",  # 1944; 1944, March 3
        rf"{_YEAR} ([-./]) {_COUNTED}(?: \2 {_DAY})?",  # 1944-03-03
        rf"{_DAY} \. {_COUNTED}(?: \. {_YEAR})?",  # 3.3.1944, and 3.3. where a span begins
        rf"{_DAY}(?: [-./])? {_ROMAN}(?:(?: [-./])? {_YEAR})?",  # 3.III.1944
        rf"{_COUNTED} [./] {_YEAR}|{_ROMAN}(?: [./])? {_YEAR.replace('year', 'also')}",  # 3/1944
        rf"{_DAY}(?: , {_YEAR})?",  # the end of: March 3-5, 1944
    )
)
_DECADE = re.compile(r"(?:DECADE )?(?P<tens>[0-9]{3})0(?: DECADE)?")
_CENTURY = re.compile(r"(?:CENTURY )?R?(?P<number>[0-9]{1,3})(?: CENTURY)?")
_TENS, _HUNDREDS = re.compile(r"([0-9]{3})[-_]"), re.compile(r"([0-9]{2})(?:--|__)")
_VAGUE = re.compile(r"(?P<part>EARLY|MIDDLE|LATE) (?:- )?(?P<whole>.+)")
_PART = re.compile(r"(?:R?(?P<nth>[1-4])|LAST) (?P<kind>HALF|THIRD|QUARTER) (?P<whole>.+)")
_NUMBERED = re.compile(r"(?P<kind>HALF|QUARTER) R?(?P<nth>[1-4]) (?P<whole>.+)")
_SOME = re.compile(r"SOME_(?P<unit>DAY|MONTH) (?P<whole>.+)")
_VAGUE_PARTS = {"EARLY": 1, "MIDDLE": 2, "LATE": 3}
_PARTS = {"HALF": 2, "THIRD": 3, "QUARTER": 4}
_DECEMBER = 12


@dataclass(frozen=True, slots=True)
class Written:
    """In a span, some of it may be said at the other end."""

    year: str | None = None  # "1944", "194X", "19XX"
    month: int | None = None  # or a season
    day: int | None = None
    part: tuple[int, int] | None = None  # the second of three
    is_vague: bool = False
    some: str = ""  # "DAY" or "MONTH": one of it, which is not said

    def ends(self) -> tuple[str, str] | None:
        """Its first and last moment in EDTF; None where there is no such day, or no year."""
        value = self._whole()
        if value is None or span_of(value) is None:
            return None
        if self.part is None:
            return value, value
        if self.month and self.month > _DECEMBER:
            return (f"{value}~", f"{value}~") if self.is_vague else None
        (nth, of), units = self.part, self._units(value)
        start, end = len(units) * (nth - 1) // of, len(units) * nth // of - 1
        mark = "~" if self.is_vague else ""
        return (f"{units[start]}{mark}", f"{units[end]}{mark}") if nth <= of and units else None

    def _whole(self) -> str | None:
        numbers = [number for number in (self.month, self.day) if number is not None]
        if self.year is None or (self.day is not None and self.month is None):
            return None
        if self.some and ("X" in self.year or self.day or (self.month and self.some == "MONTH")):
            return None
        hidden = 1 if self.month or self.some == "MONTH" else 2
        return "-".join((self.year, *(f"{n:02}" for n in numbers))) + (
            "-XX" * hidden if self.some else ""
        )

    def _units(self, value: str) -> list[str]:
        """What it is parted into: days, months or years."""
        if self.year is None or self.day or self.some:
            return []
        if self.month:
            length = calendar.monthrange(int(self.year), self.month)[1]
            return [f"{value}-{day:02}" for day in range(1, length + 1)]
        known = self.year.rstrip("X")
        if known == self.year:
            return [f"{value}-{month:02}" for month in range(1, _DECEMBER + 1)]
        missing = len(self.year) - len(known)
        return [f"{known}{number:0{missing}}" for number in range(10**missing)]


def written(text: str) -> Written | None:
    """What these signs say; None where it is no moment."""
    if match := _VAGUE.fullmatch(text):
        part, whole = (_VAGUE_PARTS[match["part"]], 3), written(match["whole"])
        return replace(whole, part=part, is_vague=True) if whole and not whole.part else None
    if match := _PART.fullmatch(text) or _NUMBERED.fullmatch(text):
        of, whole = _PARTS[match["kind"]], written(match["whole"])
        return replace(whole, part=(int(match["nth"] or of), of)) if whole else None
    if match := _SOME.fullmatch(text):
        whole = written(match["whole"])
        return replace(whole, some=match["unit"]) if whole else None
    return _long(text) or _plain(text)


def _long(text: str) -> Written | None:
    """A decade or a century."""
    if "DECADE" in text and (match := _DECADE.fullmatch(text)):
        return Written(f"{match['tens']}X")
    if "CENTURY" in text and (match := _CENTURY.fullmatch(text)):
        number = int(match["number"]) - 1
        return Written(f"{number:02}XX") if 0 <= number < 100 else None
    close = text.replace(" ", "")
    if match := _TENS.fullmatch(close):
        return Written(f"{match[1]}X")
    match = _HUNDREDS.fullmatch(close)
    return Written(f"{match[1]}XX") if match else None


def _plain(text: str) -> Written | None:
    if possible := readings(text):
        if len(possible) > 1 or "/" in possible[0]:
            return None  # it is not certain, or these are years
        text = possible[0].replace("-", " - ")
    for pattern in _PATTERNS:
        if match := pattern.fullmatch(text):
            found = {name: value for name, value in match.groupdict().items() if value}
            month = found.get("named") or found.get("counted") or found.get("roman")
            return Written(
                year=found.get("year") or found.get("also"),
                month=int(month) if month else None,
                day=int(found["day"]) if "day" in found else None,
            )
    return None

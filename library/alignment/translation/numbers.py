"""Numbers and dates in a text, as all languages understand them.

12. Oktober 1931, 12 октября 1931 г., 12.10.1931 and 12.X.1931 hold the same: the numbers 12
and 1931, and the tenth month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from library.alignment.translation.months import month_named

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_CHINESE = "〇一二三四五六七八九"
_TOKEN = re.compile(
    r"\b(?P<day>\d{1,2})\.\s?(?P<month>1[0-2]|0?[1-9]|[IVX]{1,4})\.\s?(?P<year>\d{2,4})\b"
    r"|(?P<asian_month>1[0-2]|[1-9]|十?[一二]|[一二三四五六七八九十])月"
    r"|(?P<grouped>\d{1,3}(?:[.,\u0020\u00a0\u2009\u202f]\d{3})+)(?!\d)"
    r"|(?P<digits>\d+)"
    rf"|(?P<chinese>[零{_CHINESE}]{{2,4}})"
    r"|(?P<word>[^\W\d_\u2e80-\u9fff]{3,})"
)
_SEPARATOR = re.compile(r"\D")


def numbers_in(text: str) -> Iterator[str]:
    """Each number, without what groups its digits, and each month as "month 10"."""
    for token in _TOKEN.finditer(text):
        match token.lastgroup:
            case "year":
                yield from _date(token["day"], token["month"], token["year"])
            case "asian_month":
                yield f"month {_asian(token['asian_month'])}"
            case "grouped" | "digits":
                yield str(int(_SEPARATOR.sub("", token[0])))
            case "chinese":
                yield str(int("".join(str(_CHINESE.find(c)) for c in token[0].replace("零", "〇"))))
            case "word":
                if month := month_named(token[0]):
                    yield f"month {month}"


def _date(day: str, month: str, year: str) -> Iterator[str]:
    yield str(int(day))
    if month.isdecimal():
        yield f"month {int(month)}"
    elif month in _ROMAN:
        yield f"month {_ROMAN.index(month) + 1}"
    yield str(int(year))


def _asian(month: str) -> int:
    if month.isdecimal():
        return int(month)
    tens, _, ones = month.rpartition("十")
    return (10 if "十" in month else 0) + max(_CHINESE.find(ones or tens or "〇"), 0)

"""What a paragraph has that its translation has, too: numbers, months, names, marks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from library.alignment.translation.transliterating import sound

_WORD = re.compile(r"\d+(?:[.,   ]\d{3})+(?!\d)|\d+|[^\W\d_]+")
_LIST_MARK = re.compile(r"\(?([0-9]{1,3}|[a-z]|[IVXLC]+)[.)]")
MARKS = '?!();:"'
_QUOTES = str.maketrans("«»„“”", '"' * 5)
_SHORTEST = 4  # letters of a word that tells anything
_MONTHS = (
    "january januar janvier yanvar enero gennaio ianvar styczen",
    "february februar fevrier fevral febrero febbraio luty",
    "march marz mars mart marzo",
    "april avril aprel abril aprile kwiecien",
    "may mai maya mayo maggio maj",
    "june juni juin iyun junio giugno",
    "july juli juillet iyul julio luglio",
    "august aout avgust agosto",
    "september septembre sentyabr septiembre settembre",
    "october oktober octobre oktyabr octubre ottobre",
    "november novembre noyabr noviembre",
    "december dezember decembre dekabr diciembre dicembre",
)
_MONTH = {sound(name): nth for nth, names in enumerate(_MONTHS, 1) for name in names.split()}


@dataclass(frozen=True, slots=True)
class Traits:
    numbers: frozenset[str]  # months among them
    names: frozenset[str]  # how they sound
    words: frozenset[str]  # how they sound
    marks: tuple[int, ...]  # how often each of `MARKS` stands there
    list_mark: str  # "1", "a", "IV": what a paragraph of a list begins with


def traits_of(text: str) -> Traits:
    numbers: set[str] = set()
    names: set[str] = set()
    words: set[str] = set()
    for token in _WORD.findall(text):
        if token[0].isdigit():
            numbers.add(re.sub(r"\D", "", token).lstrip("0") or "0")
        elif month := _month(token):
            numbers.add(month)
        elif len(heard := sound(token)) >= _SHORTEST:
            (names if token[0].isupper() else words).add(heard)
    plain = text.translate(_QUOTES)
    mark = _LIST_MARK.match(text)
    return Traits(
        frozenset(numbers),
        frozenset(names),
        frozenset(words),
        tuple(map(plain.count, MARKS)),
        mark[1] if mark else "",
    )


def _month(word: str) -> str:
    heard = sound(word)
    number = _MONTH.get(heard) or _MONTH.get(heard[:-1])
    return f"month {number}" if number else ""


def all_of(traits: Iterable[Traits]) -> Traits:
    """The traits of several paragraphs as of one."""
    some = list(traits)
    return Traits(
        frozenset().union(*(each.numbers for each in some)),
        frozenset().union(*(each.names for each in some)),
        frozenset().union(*(each.words for each in some)),
        tuple(map(sum, zip(*(each.marks for each in some), strict=True))),
        some[0].list_mark,
    )

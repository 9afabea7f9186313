"""A query, taken apart into words, phrases, fields, operators and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto


class Kind(Enum):
    WORD = auto()
    PHRASE = auto()
    FIELD = auto()  # the text is its name
    AND = auto()
    OR = auto()
    NOT = auto()
    NEAR = auto()  # the text is the distance, or ""
    OPEN = auto()
    CLOSE = auto()


@dataclass(frozen=True, slots=True)
class Token:
    kind: Kind
    text: str = ""
    begins: bool = False  # with an asterisk after it


FIELDS = ("title", "person", "tag", "note", "lang", "date", "repository", "in")
_QUOTES = '"“”„«»'
_TOKEN = re.compile(
    rf"""
    [{_QUOTES}] (?P<phrase>[^{_QUOTES}]*) [{_QUOTES}]? (?P<star>\*?)
    | (?P<field>{"|".join(FIELDS)}):
    | (?P<open>\() | (?P<close>\))
    | (?P<minus>-)(?=[^\s\-)])
    | (?P<word>[^\s(){_QUOTES}]+)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NEAR = re.compile(r"NEAR(?:/(?P<distance>\d{1,4}))?", re.ASCII)
_OPERATORS = {"AND": Kind.AND, "OR": Kind.OR, "NOT": Kind.NOT}


def tokens_of(asked: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(asked):
        if match["phrase"] is not None:
            yield Token(Kind.PHRASE, match["phrase"], begins=bool(match["star"]))
        elif match["word"]:
            yield _word(match["word"])
        elif match["field"]:
            yield Token(Kind.FIELD, match["field"].lower())
        else:
            kinds = {"open": Kind.OPEN, "close": Kind.CLOSE, "minus": Kind.NOT}
            yield Token(kinds[str(match.lastgroup)])


def _word(text: str) -> Token:
    if text in _OPERATORS:
        return Token(_OPERATORS[text])
    if near := _NEAR.fullmatch(text):
        return Token(Kind.NEAR, near["distance"] or "")
    return Token(Kind.WORD, text, begins=text.endswith("*"))

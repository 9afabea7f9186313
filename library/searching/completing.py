"""What the words of a query may go on to, while it is being written."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from library.model.folding import fold
from library.searching.lexing import FIELDS
from library.searching.query import Scope

SHORTEST = 2  # letters, before anything is offered
_AT_CARET = re.compile(
    rf"(?:\b(?P<field>{'|'.join(FIELDS)}):)?(?P<quote>[\"“”„]?)(?P<begun>[^\s()\"“”„:]*)\Z",
    re.IGNORECASE,
)
_BEGUN_VALUE = re.compile(
    rf"\b(?P<field>{'|'.join(FIELDS)}):(?P<quote>[\"“”„])(?P<begun>[^\"“”„]*)\Z", re.IGNORECASE
)


class Source(StrEnum):
    """Where words to go on with come from."""

    WORDS = "words"
    TAGS = "tags"
    PEOPLE = "people"
    LANGUAGES = "languages"
    REPOSITORIES = "repositories"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Completion:
    """`text` is to be written in the place of what stands from start to end."""

    text: str
    start: int
    end: int
    aside: str = ""  # what it is, or how often it stands somewhere


@dataclass(frozen=True, slots=True)
class Begun:
    """What the reader began to write at the caret, and where its other half may come from."""

    word: str  # without quotation marks
    start: int
    end: int
    source: Source
    field: str = ""


_SOURCES = {
    "tag": Source.TAGS,
    "person": Source.PEOPLE,
    "lang": Source.LANGUAGES,
    "repository": Source.REPOSITORIES,
    "date": Source.NOTHING,
    "in": Source.NOTHING,
}


def begun_at(text: str, caret: int) -> Begun:
    """What stands before the caret."""
    head = text[:caret]
    match = _BEGUN_VALUE.search(head) or _AT_CARET.search(head)
    if match is None:
        return Begun("", caret, caret, Source.NOTHING)
    field = (match["field"] or "").lower()
    start = match.start("quote")
    source = _SOURCES.get(field, Source.WORDS)
    return Begun(match["begun"], start, caret, source, field)


def named(begun: Begun) -> tuple[Completion, ...]:
    """The names of fields, and what may follow “in:”."""
    word = begun.word.lower()
    if begun.field == "in":
        fitting = (str(scope) for scope in Scope if scope.startswith(word))
        return tuple(Completion(f"{each} ", begun.start, begun.end) for each in fitting)
    if begun.field or len(word) < SHORTEST:
        return ()
    fields = (f"{name}:" for name in FIELDS if name.startswith(word))
    return tuple(Completion(each, begun.start, begun.end) for each in fields)


def fitting(begun: Begun, values: Iterable[tuple[str, str]], most: int) -> tuple[Completion, ...]:
    """Those of the values that begin so, or have a word that does; each with what stands beside it.

    A value of several words is put between quotation marks.
    """
    wanted = fold(begun.word).strip()
    found: list[Completion] = []
    for value, aside in values:
        folded = fold(value)
        if folded.startswith(wanted) or f" {wanted}" in folded:
            written = f'"{value}" ' if re.search(r"[\s()]", value) else f"{value} "
            found.append(Completion(written.replace('""', '"'), begun.start, begun.end, aside))
            if len(found) == most:
                break
    return tuple(found)

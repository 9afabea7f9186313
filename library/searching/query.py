"""What is looked for, as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Field(StrEnum):
    """Where a word is to stand."""

    TITLE = "title"
    PERSON = "person"
    TAG = "tag"
    NOTE = "note"
    REPOSITORY = "repository"


class Scope(StrEnum):
    """The part of the library that is searched."""

    NOTES = "notes"
    RECORDS = "records"
    TEXTS = "texts"
    TRANSCRIPTS = "transcripts"
    TRANSLATIONS = "translations"
    RECOGNISED = "recognised"


@dataclass(frozen=True, slots=True)
class Words:
    """Words that stand one after the other; the last may only be how a word `begins`.

    `tokens` are folded, `spelt` is what the reader wrote.
    """

    tokens: tuple[str, ...]
    spelt: str
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Near:
    """All of the parts, with at most `distance` words between the first and the last."""

    parts: tuple[Words, ...]
    distance: int


@dataclass(frozen=True, slots=True)
class Within:
    """The part, in this field."""

    field: Field
    part: Node


@dataclass(frozen=True, slots=True)
class Written:
    """Documents in a language: a BCP 47 code, or its name in English."""

    language: str


@dataclass(frozen=True, slots=True)
class Dated:
    """Documents that may be from these days, the last included."""

    first: date
    last: date
    shown: str


@dataclass(frozen=True, slots=True)
class Not:
    """Documents without the part."""

    part: Node


@dataclass(frozen=True, slots=True)
class And:
    """Documents with all parts."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Documents with one part or more."""

    parts: tuple[Node, ...]


Leaf = Words | Near
Node = Words | Near | Within | Written | Dated | Not | And | Or
Sought = tuple[Leaf, Field | None]  # what is to be found, and in which field


@dataclass(frozen=True, slots=True)
class Query:
    """What the reader asked, as far as it was understood.

    `root` is None where nothing is looked for.  `problems` has a sentence for each thing
    that was not understood.
    """

    root: Node | None
    scope: Scope | None = None
    problems: tuple[str, ...] = ()


def sought(node: Node, field: Field | None = None) -> Iterator[Sought]:
    """What can be lit in a text: every word and phrase that is not excluded."""
    match node:
        case Words() | Near():
            yield node, field
        case Within():
            yield from sought(node.part, node.field)
        case And() | Or():
            for part in node.parts:
                yield from sought(part, field)

"""What a search finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from library.model.reading import ShelfEntry
from library.searching.matching import Place
from library.searching.snippets import Snippet


class HitKind(StrEnum):
    EXACT = "exact"  # in a text, but for case, accents and line breaks
    SIMILAR = "similar"  # another spelling of it, or what recognition may have made of it
    NOTE = "note"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage of a text, a note or a record with what is looked for.

    `places` are all of it there, in code points of the version's text; for a note they are
    where it points.  `page` is the document's, from 0, None where it is not known.
    """

    kind: HitKind
    document: str
    title: str
    snippet: Snippet
    version: str | None = None  # its id, where the hit has a place in a text
    label: str | None = None  # of the version
    places: tuple[Place, ...] = ()
    page: int | None = None
    annotation: str | None = None  # the id of the note


@dataclass(frozen=True, slots=True)
class Found:
    """The best hits first; `total` counts those beyond the limit too."""

    hits: tuple[Hit, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document with its best hits; `places` is how many it has in all."""

    number: int
    entry: ShelfEntry
    hits: tuple[Hit, ...]
    places: int

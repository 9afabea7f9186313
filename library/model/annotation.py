"""What the reader makes: annotations and bookmarks, and the places they point at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from library.model.geometry import Box


class AnnotationKind(StrEnum):
    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    NOTE = "note"
    AREA = "area"


class Colour(StrEnum):
    """The eight colours; the values are what the command line and files say."""

    YELLOW = "yellow"
    RED = "red"
    GREEN = "green"
    BLUE = "blue"
    PURPLE = "purple"
    MAGENTA = "magenta"
    ORANGE = "orange"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class Passage:
    """A target in a text: `text[start:end]` of a version.

    Offsets are in code points.  `quote` is that text, `before` and `after` up to 32
    characters around it, so that the place can be found again in a changed text
    (W3C TextPositionSelector and TextQuoteSelector).
    """

    version: str  # the version's id
    start: int
    end: int
    quote: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Region:
    """A target on a page of the document (from 0), in page units."""

    page: int
    boxes: tuple[Box, ...]


Target = Passage | Region


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight, underline, note or area.  Times are UTC."""

    id: str
    document: str
    kind: AnnotationKind
    colour: Colour
    targets: tuple[Target, ...]
    made: datetime
    changed: datetime
    note: str = ""
    tags: tuple[str, ...] = ()
    deleted: datetime | None = None  # in the trash since


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place to come back to: a page (from 0), a passage, or the whole document."""

    id: str
    document: str
    name: str
    made: datetime
    page: int | None = None
    passage: Passage | None = None
    deleted: datetime | None = None


CONTEXT = 32  # code points kept before and after a quotation


def passage_of(version: str, text: str, start: int, end: int) -> Passage:
    """The passage `text[start:end]` of the version with this id, with its context."""
    return Passage(
        version,
        start,
        end,
        quote=text[start:end],
        before=text[max(0, start - CONTEXT) : start],
        after=text[end : end + CONTEXT],
    )

"""Where things are and what the reader does there, as plain values that panels pass on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from library.model.annotation import Annotation, Bookmark, Passage, Region
from library.model.geometry import Box
from viewer.level import Level

Note = Annotation | Bookmark


class Side(StrEnum):
    """The half of the tab that something happened on."""

    SCAN = "scan"
    TEXT = "text"


class Tool(StrEnum):
    """What the mouse does on scan and text."""

    SELECT = "select"
    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    NOTE = "note"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go: a page (from 0), perhaps a box on it; a text, perhaps an offset in it."""

    page: int | None = None
    part: float = 0.0  # of the page's height that is above the top of the view
    box: Box | None = None
    version: str | None = None
    offset: int | None = None
    end: int | None = None  # with `offset`: the passage to show


@dataclass(frozen=True, slots=True)
class Sight:
    """A point of a page (of the document, from 0) in page units, and how it is seen.

    `scale` is view pixels to the point (1/72 inch) of the page; it is seen turned by so many
    degrees, clockwise.
    """

    page: int
    x: float
    y: float
    scale: float
    turned: float = 0.0


@dataclass(frozen=True, slots=True)
class PageShown:
    """The reader came to another page, on this side; the other side follows."""

    page: int
    side: Side


@dataclass(frozen=True, slots=True)
class Lead:
    """One side is to show this place at a level of the screen: there the other side's is read.

    `height` is a part of the page's height as it is shown; `offset` has a fraction where a
    line is passed evenly.
    """

    side: Side  # that is to go there
    level: Level
    page: int
    height: float
    offset: float


def place_of(note: Note) -> Place:
    """Where a note points: the first of its targets."""
    target = next(iter(note.targets), None) if isinstance(note, Annotation) else note.passage
    if isinstance(target, Passage):
        return Place(version=target.version, offset=target.start, end=target.end)
    if isinstance(target, Region):
        return Place(page=target.page, box=target.boxes[0])
    return Place(page=note.page if isinstance(note, Bookmark) else None)

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
    DOCUMENT = "document"  # a note on the document as a whole, without a place


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


Point = tuple[float, float]  # x, y in page units


@dataclass(frozen=True, slots=True)
class Region:
    """A target on a page of the document (from 0), in page units.

    `boxes` hold what is meant; where it is no box, `polygon` has its corners, in order, and
    the one box is what encloses it.  `image` names the picture of the page as it was then
    (digest of the file, "/" and its page from 0), `words` are those that were under it.
    """

    page: int
    boxes: tuple[Box, ...]
    polygon: tuple[Point, ...] = ()
    image: str = ""
    words: str = ""


Target = Passage | Region


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight, underline, note, area or document note.  Times are UTC.

    `targets` are what the reader made; a note on the whole document has none.  A reply has
    the targets of what it answers, or none.  In `note`, Markdown, "[[ID]]" leads to another
    annotation.
    """

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
    reply_to: str | None = None  # the id of the annotation that this one answers


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


def fits(passage: Passage, text: str) -> bool:
    """Whether the passage stands in `text` exactly where it says, with the same around it."""
    start, end = passage.start, passage.end
    return (
        0 <= start <= end <= len(text)
        and text[start:end] == passage.quote
        and text[max(0, start - len(passage.before)) : start] == passage.before
        and text[end : end + len(passage.after)] == passage.after
    )

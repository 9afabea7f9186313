"""What the strip of lines is made of.

A slip is the part of a page that shows one line.  Its lengths are in points (1/72 inch) on
the page turned so that its writing runs level (see `turning`).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Slip:
    """A part of a page (of the document), as it is cut out and laid level."""

    page: int
    angle: float  # degrees clockwise by which the writing is turned on the page
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Placed:
    """`text[start:end]` stands below this part of the slip (points from its left)."""

    start: int
    end: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the scan, and its part of the text: `text[start:end]`.

    Where `slip` is None, the words stand in the text alone; where `start` is `end`, the line
    stands on the scan alone.
    """

    start: int
    end: int
    slip: Slip | None = None
    words: tuple[Placed, ...] = ()
    goes_on: bool = False  # its last word goes on in the next line
    opens: bool = False  # a paragraph begins with it


@dataclass(frozen=True, slots=True)
class PageBreak:
    """A page of the scan begins, or the text says that one of the original does.

    `text[start:end]` is what the text has of it, such as “-2-”.
    """

    start: int
    end: int
    page: int | None = None  # of the document
    like: int | None = None  # the page that shows the same words, where it was scanned twice


Item = Line | PageBreak

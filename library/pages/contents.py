"""What a reading process finds in a file, as plain values.

Lengths are in points (1/72 inch) on the upright page, origin at its top left; a picture
without a resolution has one point to the pixel.  Words alone are placed in page units.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from library.model.scan_line import ScanLine


@dataclass(frozen=True, slots=True)
class Span:
    """Characters set in one font."""

    text: str
    font: str
    size: float  # points
    bold: bool


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as the file sets it."""

    spans: tuple[Span, ...]
    left: float
    top: float
    right: float
    bottom: float
    block: int  # lines of one block share this number

    @property
    def text(self) -> str:
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class PageContents:
    """What stands on one page."""

    number: int  # of the file, from 0
    width: float
    height: float
    lines: tuple[Line, ...]
    picture_cover: float  # part of the page that its largest picture covers, 0..1
    hidden_text: bool  # the text lies invisible over (or under) a picture
    links: tuple[str, ...]  # addresses the page links to
    problem: str = ""  # a sentence, where the page could not be read


@dataclass(frozen=True, slots=True)
class Word:
    """A word and its place in page units (0..1): of a hidden text layer, or recognised."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    line: int  # words of one line of the page share this number, from 0
    certainty: float = 1.0  # of the recognition, 0..1


@dataclass(frozen=True, slots=True)
class PageReading:
    """What recognition read on a page."""

    words: tuple[Word, ...]
    lines: tuple[ScanLine, ...] = ()  # what it saw of them; empty where the engine does not say


@dataclass(frozen=True, slots=True)
class Outline:
    """A file before its pages are read."""

    media_type: str
    sizes: tuple[tuple[float, float], ...]  # width, height of each page
    metadata: Mapping[str, str] = field(default_factory=dict)  # "title", "author", ...
    repaired: bool = False  # the file is damaged and was mended while it was read


@dataclass(frozen=True, slots=True)
class Pixels:
    """A drawn page, or part of one; 4 bytes a pixel (blue, green, red, 255), row by row."""

    width: int
    height: int
    data: bytes | memoryview

"""Annotations as they stand inside PDFs, as plain values.  Places are in page units."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from library.model.annotation import Point
from library.model.geometry import Box


class FileNoteKind(StrEnum):
    HIGHLIGHT = "highlight"
    UNDERLINE = "underline"
    AREA = "area"
    NOTE = "note"  # a point


@dataclass(frozen=True, slots=True)
class FileNote:
    """One annotation on a page of the file (from 0)."""

    page: int
    kind: FileNoteKind
    boxes: tuple[Box, ...]
    colour: str  # "#rrggbb"
    contents: str = ""
    author: str = ""
    made: datetime | None = None
    changed: datetime | None = None
    polygon: tuple[Point, ...] = ()
    name: str = ""  # that tells it from the others of the file
    words: str = ""  # under it, where the file has words there


@dataclass(frozen=True, slots=True)
class QuotedNote:
    """To be written wherever these words stand on some pages of the file (from 0)."""

    pages: tuple[int, ...]
    words: str
    note: FileNote  # whose page and boxes do not count

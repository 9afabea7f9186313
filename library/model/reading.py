"""Where a reader left a document, and what the shelf shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from library.model.record import ArchiveDate


class Arrangement(StrEnum):
    """How scan and text share the tab."""

    BESIDE = "beside"
    STACKED = "stacked"
    SCAN_ONLY = "scan"
    TEXT_ONLY = "text"
    STRIP = "strip"  # line by line: each line of the scan above its words


class Fit(StrEnum):
    """How large the scan is drawn."""

    PAGE = "page"
    WIDTH = "width"
    ZOOM = "zoom"  # by the factor in ReadingPosition.zoom; 1.0 is true size


@dataclass(frozen=True, slots=True)
class ReadingPosition:
    """Everything needed to come back to a document as it was left."""

    page: int = 0  # of the document, from 0
    page_offset: float = 0.0  # part of that page's height above the top of the view
    fit: Fit = Fit.WIDTH
    zoom: float = 1.0
    rotation: int = 0  # degrees clockwise: 0, 90, 180, 270
    single_page: bool = False
    version: str = ""  # id of the text in front
    offset: int = 0  # code point at the top of the text view
    arrangement: Arrangement = Arrangement.BESIDE
    divider: float = 0.55  # the scan's share
    beside: str = ""  # id of the text that is shown beside the one in front


@dataclass(frozen=True, slots=True)
class ShelfEntry:
    """A row of the library's table."""

    id: str
    title: str
    date: ArchiveDate | None
    languages: tuple[str, ...]  # BCP 47, of the original first
    pages: int  # scan pages
    notes: int  # annotations and bookmarks
    added: datetime
    last_read: datetime | None
    starred: bool = False  # the document itself is bookmarked
    checked: float = 0.0  # the part (0..1) of its first text that was checked against the scan
    repository: str = ""
    archive_collection: str = ""
    container: str = ""
    classification: str = ""
    people: tuple[str, ...] = ()  # as the head and the record name them
    tags: tuple[str, ...] = ()  # of its notes, by name
    has: tuple[str, ...] = ()  # "scan", "transcript", "translation", "recognised", "notes"
    to_read: bool = False
    in_trash: bool = False

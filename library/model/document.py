"""A document: one archival item with its files, pages, record and texts.

Pages are counted from 0 here and from 1 wherever a reader sees them.  Offsets into a
text are in Unicode code points, start inclusive, end exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from library.model.record import Record


class PageKind(StrEnum):
    """What a page of the file shows."""

    SCAN = "scan"  # a picture of a page of the original
    TEXT = "text"  # a page set in type
    COVER = "cover"  # the archive's own first page


class VersionKind(StrEnum):
    """How a text relates to the scan."""

    TRANSCRIPT = "transcript"
    TRANSLATION = "translation"
    TEXT = "text"  # text of a file that does not say what it is
    RECOGNISED = "recognised"


class ParagraphRole(StrEnum):
    BODY = "body"
    PAGE_MARKER = "page marker"  # "-2-" alone on a line: a page of the original begins


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of the document, known by its content.

    `digest` is the SHA-256 of its bytes in hexadecimal ("" while it is not yet in the
    library); `name` is what the reader called it, and only a hint.
    """

    digest: str
    name: str
    size: int  # bytes
    media_type: str  # "application/pdf", "image/jpeg", ...


@dataclass(frozen=True, slots=True)
class Page:
    """One page; its place in the document is its place in `Document.pages`."""

    kind: PageKind
    width: float  # points (1/72 inch) of the upright page; pixels for pictures without a resolution
    height: float
    text_layer: bool  # a scan with hidden text
    file: int = 0  # which of the document's files
    frame: int = 0  # which page of that file
    problem: str = ""  # a sentence, where the page could not be read


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a version: `text[start:end]`."""

    start: int
    end: int
    indent: int = 0  # steps of indentation that the original shows
    role: ParagraphRole = ParagraphRole.BODY
    number: int | None = None  # for a page marker: the page of the original it names, from 1


@dataclass(frozen=True, slots=True)
class Version:
    """One text of a document.

    `text` is NFC, its paragraphs parted by a blank line ("\\n\\n"); a line break the
    original set on purpose inside a paragraph is a single "\\n".
    """

    id: str
    label: str  # as the archive names it: "Transcript - English"
    kind: VersionKind
    language: str | None  # BCP 47
    pages: tuple[int, ...]  # the document's pages it was read from; empty for a text file
    text: str
    paragraphs: tuple[Paragraph, ...]
    page_starts: tuple[int, ...] = ()  # offset at which each of `pages` begins


@dataclass(frozen=True, slots=True)
class Document:
    """One archival item.  `id` is "" until it is in the library."""

    id: str
    record: Record
    files: tuple[StoredFile, ...]
    pages: tuple[Page, ...]
    versions: tuple[Version, ...]
    is_record: bool = False  # read from an archive's record file, with cover and parts
    problem: str = ""  # a sentence on what could not be read

    @property
    def scan_pages(self) -> tuple[int, ...]:
        """The pages to show as scan: those of kind scan in a record, else all."""
        if not self.is_record:
            return tuple(range(len(self.pages)))
        return tuple(n for n, page in enumerate(self.pages) if page.kind is PageKind.SCAN)

    def page_name(self, page: int) -> str:
        """What a page (from 0) is called: by its number in the scan if it has one."""
        if page in self.scan_pages:
            return f"Page {self.scan_pages.index(page) + 1}"
        return f"Page {page + 1} of the file"

    def version(self, version_id: str) -> Version | None:
        return next((v for v in self.versions if v.id == version_id), None)

"""PDFs that are no archive's record: all their text is one version, page by page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Generator, Sequence
from pathlib import PurePath

from library.composing.blanks import folded
from library.importers.paragraphs import laying_out
from library.importers.parts import page_kind
from library.importers.pdf_pages import file_pages, unread_pages
from library.model.document import Document, Version, VersionKind
from library.model.record import Record, Source
from library.pages.contents import Outline, PageContents
from library.progress import Progress
from library.surrogates import without_surrogates

_LONGEST_TITLE = 300
_PROGRAM = re.compile(r"^Microsoft (?:Office )?\w+ - ")  # what printing to a file puts before
_NO_TITLE = re.compile(
    r"(?:untitled|unknown|title|(?:document|microsoft word|adobe photoshop pdf|scan)\s*\d*)?",
    re.IGNORECASE,
)


def read_plain(
    outline: Outline, pages: Sequence[PageContents], name: str
) -> Generator[Progress, None, Document]:
    """The document without its file; its title is the file's own, else its name."""
    kinds = [page_kind(page) for page in pages]
    version = yield from _version(outline, pages)
    return Document(
        id="",
        record=Record(_title(outline, name), sources={"title": Source.FILE}),
        files=(),
        pages=file_pages(outline, pages, kinds),
        versions=(version,) if version else (),
        problem=unread_pages(outline, pages),
    )


def _version(
    outline: Outline, pages: Sequence[PageContents]
) -> Generator[Progress, None, Version | None]:
    """The text of the pages that have some, hidden or set."""
    numbers = tuple(number for number, page in enumerate(pages) if page.lines)
    composed = yield from laying_out([pages[number] for number in numbers])
    if not composed.text:
        return None
    return Version(
        id="v1",
        label="Text",
        kind=VersionKind.TEXT,
        language=outline.metadata.get("language"),
        pages=numbers,
        text=composed.text,
        paragraphs=composed.paragraphs,
        page_starts=composed.page_starts,
    )


def _title(outline: Outline, name: str) -> str:
    title = _PROGRAM.sub("", shown_title(outline.metadata.get("title", "")))
    if _NO_TITLE.fullmatch(title):
        return shown_title(PurePath(name).stem) or name
    return title


def shown_title(text: str) -> str:
    """The text in one line, without marks that turn the direction of what follows."""
    visible = "".join(
        letter
        for letter in without_surrogates(text)
        if unicodedata.category(letter) not in {"Cc", "Cf"}
    )
    return folded(visible)[:_LONGEST_TITLE].strip()

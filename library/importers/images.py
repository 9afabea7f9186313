"""Pictures of pages, with a text beside them or without one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from library.importers.pdf import shown_title
from library.importers.texts import PAGE_BREAK, compose, read_text
from library.model.document import Document, Page, PageKind, Version, VersionKind
from library.model.record import Record, Source
from library.pages.contents import Outline

_UNKNOWN_SIZE = (595.0, 842.0)  # of a picture that cannot be read


@dataclass(frozen=True, slots=True)
class OpenedPicture:
    """A picture file: what it holds, or the sentence that says why it cannot be read."""

    path: Path
    outline: Outline | None
    problem: str = ""


def read_pictures(
    name: str, pictures: Sequence[OpenedPicture], texts: Sequence[Path] = ()
) -> Document:
    """The document without its files: a page for each picture, or each page of a TIFF."""
    pages = tuple(page for file, picture in enumerate(pictures) for page in _pages(picture, file))
    version = _version(pages, [picture.path for picture in pictures], texts)
    return Document(
        id="",
        record=Record(shown_title(name) or "Pictures", sources={"title": Source.FILE}),
        files=(),
        pages=pages,
        versions=(version,) if version else (),
        problem=_problem(pages),
    )


def _pages(picture: OpenedPicture, file: int) -> list[Page]:
    if picture.outline is None:
        width, height = _UNKNOWN_SIZE
        return [
            Page(PageKind.SCAN, width, height, False, file, problem=picture.problem),
        ]
    return [
        Page(PageKind.SCAN, width, height, False, file, frame)
        for frame, (width, height) in enumerate(picture.outline.sizes)
    ]


def _problem(pages: Sequence[Page]) -> str:
    unread = sum(bool(page.problem) for page in pages)
    return f"{unread} of {len(pages)} pictures could not be read." if unread else ""


def _version(
    pages: Sequence[Page], pictures: Sequence[Path], texts: Sequence[Path]
) -> Version | None:
    if not texts:
        return None
    by_stem = {text.stem: text for text in texts}
    named = [by_stem.get(picture.stem) for picture in pictures]
    if any(named) and len(pictures) > 1:
        numbers, parts = _text_for_each(pages, named)
    else:
        numbers, parts = _text_for_all(pages, read_text(texts[0]))
    composed = compose(parts)
    if not composed.text:
        return None
    return Version(
        id="v1",
        label="Transcript",
        kind=VersionKind.TRANSCRIPT,
        language=None,
        pages=numbers,
        text=composed.text,
        paragraphs=composed.paragraphs,
        page_starts=composed.page_starts if numbers else (),
    )


def _text_for_each(
    pages: Sequence[Page], named: Sequence[Path | None]
) -> tuple[tuple[int, ...], list[str]]:
    """The first page of each picture that has a text, and that text."""
    found = [
        (number, read_text(text))
        for number, page in enumerate(pages)
        if page.frame == 0 and (text := named[page.file])
    ]
    return tuple(number for number, _ in found), [text for _, text in found]


def _text_for_all(pages: Sequence[Page], text: str) -> tuple[tuple[int, ...], list[str]]:
    """Page by page where it has as many page breaks as that takes, else as one."""
    parts = text.rstrip(PAGE_BREAK + "\n ").split(PAGE_BREAK)
    if len(parts) == len(pages):
        return tuple(range(len(pages))), parts
    return (), [text]

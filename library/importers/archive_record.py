"""An archive's record PDF: cover, scan and texts, read into a document.

Both layouts that exist are read by patterns (see the modules that this one puts
together).  A file that only looks like a record is none: its title must be cited, its
parts named, and there must be pages for them.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence

from library.importers.citation import Citation, read_citation
from library.importers.cover import Cover, read_cover
from library.importers.head import read_head
from library.importers.paragraphs import laying_out
from library.importers.parts import Part, divide, page_kinds, read_parts
from library.importers.pdf_pages import file_pages, unread_pages
from library.model.document import Document, PageKind, Version, VersionKind
from library.model.languages import language_code
from library.model.record import Head, Record, Source
from library.pages.contents import Outline, PageContents
from library.progress import Progress


def read_record(
    outline: Outline, pages: Sequence[PageContents]
) -> Generator[Progress, None, Document | None]:
    """The document without its file; None where this is not an archive's record."""
    cover = read_cover(pages)
    if cover is None or cover.pages >= len(pages):
        return None
    shown = cover.date.shown if cover.date else None
    citation = read_citation(cover.citation, cover.title, shown, cover.links)
    parts = read_parts(cover.contents)
    if citation is None or not parts:
        return None
    kinds = page_kinds(pages, cover.pages)
    if not _has_pages_for(parts, kinds):
        return None
    versions, problems = yield from _versions(parts, kinds, pages, cover)
    return Document(
        id="",
        record=_record(cover, citation, parts, _head(versions)),
        files=(),
        pages=file_pages(outline, pages, kinds),
        versions=versions,
        is_record=True,
        problem=" ".join(filter(None, (unread_pages(outline, pages), *problems))),
    )


def _has_pages_for(parts: Sequence[Part], kinds: Sequence[PageKind]) -> bool:
    """Whether a page has the role of a part that the cover names."""
    named = {PageKind.SCAN if part.kind is None else PageKind.TEXT for part in parts}
    return not named.isdisjoint(kinds)


def _versions(
    parts: Sequence[Part],
    kinds: Sequence[PageKind],
    pages: Sequence[PageContents],
    cover: Cover,
) -> Generator[Progress, None, tuple[tuple[Version, ...], list[str]]]:
    """The texts, and a sentence for each that the cover names but no page holds."""
    texts = [part for part in parts if part.kind is not None]
    numbers = [number for number, kind in enumerate(kinds) if kind is PageKind.TEXT]
    if not texts:
        texts = [Part("Text", VersionKind.TEXT)] if numbers else []
    versions: list[Version] = []
    problems: list[str] = []
    for part, own in zip(texts, divide(numbers, texts, pages) if texts else (), strict=True):
        if own:
            versions.append((yield from _version(part, own, pages, cover, len(versions))))
        else:
            problems.append(f"The file names “{part.label}”, but no page of it was found.")
    return tuple(versions), problems


def _version(
    part: Part, own: Sequence[int], pages: Sequence[PageContents], cover: Cover, place: int
) -> Generator[Progress, None, Version]:
    composed = yield from laying_out([pages[number] for number in own])
    return Version(
        id=f"v{place + 1}",
        label=part.label,
        kind=part.kind or VersionKind.TEXT,
        language=part.language or _language_of_original(part, cover),
        pages=tuple(own),
        text=composed.text,
        paragraphs=composed.paragraphs,
        page_starts=composed.page_starts,
    )


def _language_of_original(part: Part, cover: Cover) -> str | None:
    """A transcript that names no language is in that of the original."""
    if part.kind is not VersionKind.TRANSCRIPT or len(cover.original_language) != 1:
        return None
    return language_code(cover.original_language[0])


def _head(versions: Sequence[Version]) -> Head:
    """The head of the first text that has one."""
    heads = (read_head(version) for version in versions)
    return next((head for head in heads if head != Head()), Head())


def _record(cover: Cover, citation: Citation, parts: Sequence[Part], head: Head) -> Record:
    mark = citation.shelf_mark
    values = {
        "title": cover.title,
        "date": cover.date,
        "citation": citation.shown,
        "summary": cover.summary,
        "credits": cover.credits,
        "original_language": cover.original_language,
        "contents": tuple(part.label for part in parts),
        "url": citation.url,
        "record_id": citation.record_id,
        "repository": mark.repository,
        "collection": mark.collection,
        "container": mark.container,
        "contributors": mark.contributors,
    }
    sources = {name: Source.COVER for name, value in values.items() if value}
    for name in ("present", "subject", "classification", "place"):
        if getattr(head, name):
            sources[f"head.{name}"] = Source.TEXT
    codes = _codes(cover.original_language)
    return Record(**values, language_codes=codes, head=head, sources=sources)  # type: ignore[arg-type]


def _codes(languages: Sequence[str]) -> tuple[str, ...]:
    codes = map(language_code, languages)
    return tuple(dict.fromkeys(code for code in codes if code is not None))

"""A copy of a document's PDF with its annotations in it, for any PDF reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from library.export.gathering import Noted, NotedDocument
from library.model.annotation import AnnotationKind, Passage, Region
from library.model.document import Document, PageKind
from library.model.geometry import Box
from library.model.shade import SHADES
from library.pages.file_notes import FileNote, FileNoteKind, QuotedNote

_KINDS = {
    AnnotationKind.HIGHLIGHT: FileNoteKind.HIGHLIGHT,
    AnnotationKind.UNDERLINE: FileNoteKind.UNDERLINE,
    AnnotationKind.AREA: FileNoteKind.AREA,
    AnnotationKind.NOTE: FileNoteKind.NOTE,
    AnnotationKind.DOCUMENT: FileNoteKind.NOTE,
}
_CORNER = Box(0.02, 0.02, 0.04, 0.04)  # of the first page: a note on the whole document


def notes_in_file(noted: NotedDocument, file: int = 0) -> tuple[FileNote, ...]:
    """The annotations as they stand on pages of one of the document's files."""
    document = noted.document
    return tuple(
        _note(document, each, region)
        for each in noted.notes
        for region in _regions(document, each)
        if region.page < len(document.pages) and document.pages[region.page].file == file
    )


def notes_in_text(noted: NotedDocument) -> tuple[QuotedNote, ...]:
    """Those that are to be written where their words are set in type, too."""
    return tuple(_quoted(noted.document, noted.notes))


def _regions(document: Document, noted: Noted) -> list[Region]:
    found = [t for t in (*noted.annotation.targets, *noted.derived) if isinstance(t, Region)]
    if not found and noted.annotation.kind is AnnotationKind.DOCUMENT and document.pages:
        return [Region(0, (_CORNER,))]
    return found


def _note(document: Document, noted: Noted, region: Region) -> FileNote:
    annotation = noted.annotation
    return FileNote(
        page=document.pages[region.page].frame,
        kind=_KINDS[annotation.kind],
        boxes=region.boxes,
        colour=SHADES[annotation.colour],
        contents=contents_of(noted),
        made=annotation.made,
        changed=annotation.changed,
        polygon=region.polygon,
        name=annotation.id,
    )


def _quoted(document: Document, notes: Sequence[Noted]) -> Iterator[QuotedNote]:
    for noted in notes:
        passages = [t for t in noted.annotation.targets if isinstance(t, Passage)]
        for passage in passages:
            version = document.version(passage.version)
            pages = [] if version is None else _set_pages(document, version.pages)
            if pages:
                note = _note(document, noted, Region(0, ()))
                yield QuotedNote(tuple(pages), " ".join(passage.quote.split()), note)


def _set_pages(document: Document, pages: Iterable[int]) -> list[int]:
    return [
        document.pages[page].frame
        for page in pages
        if page < len(document.pages) and document.pages[page].kind is PageKind.TEXT
    ]


def contents_of(noted: Noted) -> str:
    """What the popup says: the note, its tags, and the replies."""
    annotation = noted.annotation
    parts = [annotation.note, " ".join(f"#{tag}" for tag in annotation.tags)]
    parts += [f"{reply.made.date().isoformat()}: {reply.note}" for reply in noted.replies]
    return "\n\n".join(part for part in parts if part)

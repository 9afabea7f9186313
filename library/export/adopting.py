"""Annotations that a PDF holds, made the reader's own."""

from __future__ import annotations

import hashlib
from datetime import datetime

from library.model.annotation import Annotation, AnnotationKind, Region
from library.model.document import Document
from library.model.shade import nearest_colour
from library.pages.file_notes import FileNote, FileNoteKind

_KINDS = {
    FileNoteKind.HIGHLIGHT: AnnotationKind.HIGHLIGHT,
    FileNoteKind.UNDERLINE: AnnotationKind.UNDERLINE,
    FileNoteKind.AREA: AnnotationKind.AREA,
    FileNoteKind.NOTE: AnnotationKind.NOTE,
}


def adopted(document: Document, note: FileNote, file: int, now: datetime) -> Annotation:
    """The annotation; adopting the same note again gives the same id."""
    page = next(
        number
        for number, page in enumerate(document.pages)
        if page.file == file and page.frame == note.page
    )
    digest = document.files[file].digest
    author = f"\n\n— {note.author}" if note.author and note.contents else ""
    return Annotation(
        id=_id(document.id, digest, note),
        document=document.id,
        kind=_KINDS[note.kind],
        colour=nearest_colour(note.colour),
        targets=(Region(page, note.boxes, note.polygon, f"{digest}/{note.page}", note.words),),
        made=note.made or now,
        changed=note.changed or note.made or now,
        note=note.contents.strip() + author,
    )


def _id(document: str, digest: str, note: FileNote) -> str:
    told = "\0".join((document, digest, str(note.page), note.name, note.kind))
    return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:16]

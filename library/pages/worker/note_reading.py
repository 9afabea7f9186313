"""Reading the annotations that a PDF holds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pymupdf

from library.model.annotation import Point
from library.model.geometry import Box
from library.pages.file_notes import FileNote, FileNoteKind
from library.pages.worker.documents import OpenFile, OpenPdf

MOST = 20_000  # annotations of a file; more are left out
_LONGEST = 100_000  # characters of a note
_KINDS = {
    pymupdf.PDF_ANNOT_HIGHLIGHT: FileNoteKind.HIGHLIGHT,
    pymupdf.PDF_ANNOT_SQUIGGLY: FileNoteKind.UNDERLINE,
    pymupdf.PDF_ANNOT_UNDERLINE: FileNoteKind.UNDERLINE,
    pymupdf.PDF_ANNOT_STRIKE_OUT: FileNoteKind.UNDERLINE,
    pymupdf.PDF_ANNOT_SQUARE: FileNoteKind.AREA,
    pymupdf.PDF_ANNOT_CIRCLE: FileNoteKind.AREA,
    pymupdf.PDF_ANNOT_POLYGON: FileNoteKind.AREA,
    pymupdf.PDF_ANNOT_INK: FileNoteKind.AREA,
    pymupdf.PDF_ANNOT_TEXT: FileNoteKind.NOTE,
    pymupdf.PDF_ANNOT_FREE_TEXT: FileNoteKind.NOTE,
}
_DATE = re.compile(r"D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?)?")
_YELLOW = "#ffd400"


def read_notes(document: OpenFile) -> tuple[FileNote, ...]:
    """The annotations of all pages that say something or mark a place."""
    if not isinstance(document, OpenPdf):
        return ()
    found: list[FileNote] = []
    for number in range(document.page_count):
        for note in _on_page(document.pdf, number):
            if len(found) == MOST:
                return tuple(found)
            found.append(note)
    return tuple(found)


def _on_page(pdf: pymupdf.Document, number: int) -> Iterator[FileNote]:
    try:
        page = pdf.load_page(number)
        annotations = list(page.annots(types=list(_KINDS)))
    except (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase):
        return  # a damaged page; the others still tell theirs
    for annotation in annotations:
        yield _note(page, number, annotation)


def _note(page: pymupdf.Page, number: int, annotation: pymupdf.Annot) -> FileNote:
    kind, info = _KINDS[annotation.type[0]], annotation.info
    corners = annotation.vertices or []
    is_marked = kind in (FileNoteKind.HIGHLIGHT, FileNoteKind.UNDERLINE) and len(corners) >= 4
    rects = _quads(corners) if is_marked else [annotation.rect]
    boxes = tuple(_box(page, rect) for rect in rects)
    polygon = annotation.type[0] == pymupdf.PDF_ANNOT_POLYGON
    return FileNote(
        page=number,
        kind=kind,
        boxes=boxes,
        colour=_colour(annotation),
        contents=str(info.get("content", ""))[:_LONGEST],
        author=str(info.get("title", ""))[:_LONGEST],
        made=_time(info.get("creationDate", "")),
        changed=_time(info.get("modDate", "")),
        polygon=tuple(_corner(page, corner) for corner in corners) if polygon else (),
        name=str(info.get("id", "")) or str(annotation.xref),
        words=_words(page, rects) if is_marked else "",
    )


def _quads(corners: list[tuple[float, float]]) -> list[pymupdf.Rect]:
    return [pymupdf.Quad(corners[at : at + 4]).rect for at in range(0, len(corners) - 3, 4)]


def _words(page: pymupdf.Page, rects: list[pymupdf.Rect]) -> str:
    return " ".join(" ".join(page.get_textbox(rect).split()) for rect in rects).strip()


def _box(page: pymupdf.Page, rect: pymupdf.Rect) -> Box:
    turned = rect * page.rotation_matrix
    width, height = max(page.rect.width, 1), max(page.rect.height, 1)
    return Box.between(turned.x0 / width, turned.y0 / height, turned.x1 / width, turned.y1 / height)


def _corner(page: pymupdf.Page, corner: tuple[float, float]) -> Point:
    point = pymupdf.Point(corner) * page.rotation_matrix
    x, y = point.x / max(page.rect.width, 1), point.y / max(page.rect.height, 1)
    return min(max(x, 0.0), 1.0), min(max(y, 0.0), 1.0)


def _colour(annotation: pymupdf.Annot) -> str:
    colours = annotation.colors or {}
    parts = colours.get("stroke") or colours.get("fill") or ()
    if len(parts) == 1:
        parts = (*parts, *parts, *parts)
    if len(parts) != 3:
        return _YELLOW
    return "#" + "".join(f"{round(min(max(part, 0), 1) * 255):02x}" for part in parts)


def _time(date: str) -> datetime | None:
    """UTC; None where the file says none, or one that cannot be."""
    match = _DATE.match(date or "")
    if match is None:
        return None
    said = zip(match.groups()[:6], (1, 1, 1, 0, 0, 0), strict=True)
    year, month, day, hour, minute, second = (int(part or usual) for part, usual in said)
    try:
        time = datetime(year, month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
    ahead = timedelta(hours=int(match[8] or 0), minutes=int(match[9] or 0))
    return time - ahead if match[7] == "+" else time + ahead

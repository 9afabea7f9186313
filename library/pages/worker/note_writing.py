"""Writing annotations into a copy of a PDF.  The original is only read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import pymupdf

from library.model.annotation import Point
from library.model.geometry import Box
from library.pages.file_notes import FileNote, FileNoteKind, QuotedNote
from library.pages.requests import WriteNotes
from library.pages.worker.documents import OpenPdf, open_file

_OPACITY = 0.42
_OUTLINE = 1.5  # points


def write_notes(request: WriteNotes) -> bool:
    """Write the copy; False where the file is no PDF."""
    document = open_file(request.source)
    try:
        if not isinstance(document, OpenPdf):
            return False
        for note in request.notes:
            _add(document.pdf, note)
        for quoted in request.quoted:
            _add_quoted(document.pdf, quoted)
        document.pdf.save(
            str(request.target), garbage=1, deflate=True, encryption=pymupdf.PDF_ENCRYPT_KEEP
        )
    finally:
        document.close()
    return True


def _add(pdf: pymupdf.Document, note: FileNote) -> None:
    if not 0 <= note.page < pdf.page_count or not note.boxes:
        return
    page = pdf.load_page(note.page)
    rects = [_rect(page, box) for box in note.boxes]
    corner = note.boxes[0].left, note.boxes[0].top
    if note.kind is FileNoteKind.NOTE:
        _dress(page.add_text_annot(_point(page, corner), note.contents), note)
    else:
        _dress(_marked(page, note, [rect.quad for rect in rects], rects), note)


def _add_quoted(pdf: pymupdf.Document, quoted: QuotedNote) -> None:
    """On the pages that are set in type, wherever the words stand."""
    for number in quoted.pages:
        if 0 <= number < pdf.page_count:
            page = pdf.load_page(number)
            quads = page.search_for(quoted.words, quads=True)
            if quads:
                note = replace(quoted.note, page=number)
                _dress(_marked(page, note, quads, [quad.rect for quad in quads]), note)


def _marked(
    page: pymupdf.Page,
    note: FileNote,
    quads: Sequence[pymupdf.Quad],
    rects: Sequence[pymupdf.Rect],
) -> pymupdf.Annot:
    match note.kind:
        case FileNoteKind.HIGHLIGHT:
            return page.add_highlight_annot(quads=list(quads))
        case FileNoteKind.UNDERLINE:
            return page.add_underline_annot(quads=list(quads))
        case FileNoteKind.AREA if note.polygon:
            return page.add_polygon_annot([_point(page, corner) for corner in note.polygon])
        case FileNoteKind.AREA:
            return page.add_rect_annot(rects[0])
        case FileNoteKind.NOTE:  # at the words
            return page.add_text_annot(rects[0].tl, note.contents)


def _dress(annotation: pymupdf.Annot, note: FileNote) -> None:
    shade = tuple(part / 255 for part in bytes.fromhex(note.colour.removeprefix("#")))
    if note.kind is FileNoteKind.AREA:
        annotation.set_colors(stroke=shade, fill=shade)
        annotation.set_border(width=_OUTLINE)
    else:
        annotation.set_colors(stroke=shade)
    if note.kind in (FileNoteKind.AREA, FileNoteKind.HIGHLIGHT):
        annotation.set_opacity(_OPACITY)
        annotation.set_blendmode(pymupdf.PDF_BM_Multiply)
    annotation.set_info(
        content=note.contents,
        title=note.author,
        creationDate=_pdf_date(note.made),
        modDate=_pdf_date(note.changed),
    )
    if note.contents and note.kind is not FileNoteKind.NOTE:
        corner = annotation.rect.tr
        annotation.set_popup(pymupdf.Rect(corner.x, corner.y, corner.x + 200, corner.y + 120))
    annotation.update()


def _rect(page: pymupdf.Page, box: Box) -> pymupdf.Rect:
    """The box in points of the page as it was before it was turned."""
    width, height = page.rect.width, page.rect.height
    rect = pymupdf.Rect(box.left * width, box.top * height, box.right * width, box.bottom * height)
    return rect * page.derotation_matrix


def _point(page: pymupdf.Page, corner: Point) -> pymupdf.Point:
    x, y = corner
    return pymupdf.Point(x * page.rect.width, y * page.rect.height) * page.derotation_matrix


def _pdf_date(time: datetime | None) -> str:
    """As PDF writes times: D:20260304120000Z."""
    return "" if time is None else time.strftime("D:%Y%m%d%H%M%SZ")

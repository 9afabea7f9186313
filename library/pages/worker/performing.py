"""Doing what a request asks, and saying in a sentence why it could not be done."""

from __future__ import annotations

from collections.abc import Callable

import pymupdf

from library.errors import DiptychError, DocumentError, FileDamaged, PageDamaged
from library.pages.contents import Outline, PageContents, Word
from library.pages.file_notes import FileNote
from library.pages.requests import (
    Draw,
    Picture,
    ReadNotes,
    ReadOutline,
    ReadPages,
    ReadWords,
    Request,
    WriteNotes,
)
from library.pages.worker.documents import OpenFile, OpenFiles
from library.pages.worker.drawing import Drawing
from library.pages.worker.note_reading import read_notes
from library.pages.worker.note_writing import write_notes
from library.pages.worker.outline import outline_of
from library.pages.worker.reading import read_pages
from library.pages.worker.words import read_words

# None: it stands on the canvas
Found = Outline | tuple[PageContents | Word | FileNote, ...] | bytes | bool | None


class Worker:
    """Answers requests one after the other; keeps files open between them."""

    def __init__(self, ask_for_time: Callable[[float], None]) -> None:
        """`ask_for_time(seconds)` tells our side that the work at hand takes so much longer."""
        pymupdf.TOOLS.mupdf_display_errors(False)
        pymupdf.TOOLS.mupdf_display_warnings(False)
        # As in PyMuPDF's own drawing: profiles would cost 50 to 100 ms on every page.
        pymupdf.mupdf.fz_disable_icc()
        self._files = OpenFiles()
        self._drawing = Drawing(ask_for_time)

    def perform(self, request: Request, canvas: memoryview) -> Found:
        """Answer the request; a drawing is written to the canvas.

        Raises `DocumentError`, or `MemoryError` where the process had better end.
        """
        try:
            return self._answer(request, canvas)
        except (DiptychError, MemoryError):
            raise
        except Exception as error:
            if _memory_ran_out(error):
                raise MemoryError from error
            raise _sentence(request) from error

    def _answer(self, request: Request, canvas: memoryview) -> Found:
        document = self._files.opened(request.source)
        if isinstance(request, Draw | Picture | ReadWords):
            _check_page(document, request)
        match request:
            case Draw():
                size = request.width, request.height
                self._drawing.draw(document, request.page, size, request.clip, canvas)
                return None
            case Picture():
                return self._drawing.jpeg(document, request.page, (request.width, request.height))
            case WriteNotes():
                return write_notes(request)
        return _read(document, request)


def _read(document: OpenFile, request: ReadOutline | ReadPages | ReadWords | ReadNotes) -> Found:
    match request:
        case ReadOutline():
            return outline_of(document)
        case ReadPages():
            return read_pages(document, request.source, request.first, request.last)
        case ReadWords():
            return read_words(document, request.page)
        case ReadNotes():
            return read_notes(document)


def _check_page(document: OpenFile, request: Draw | Picture | ReadWords) -> None:
    if not 0 <= request.page < document.page_count:
        raise PageDamaged(request.source.shown, request.page)


def _memory_ran_out(error: Exception) -> bool:
    """MuPDF says so in words: "malloc (123 bytes) failed"."""
    return "alloc" in str(error) and "failed" in str(error)


def _sentence(request: Request) -> DocumentError:
    """Pillow and MuPDF raise nearly anything on damaged files; this is what it means."""
    match request:
        case Draw() | Picture() | ReadWords():
            return PageDamaged(request.source.shown, request.page)
        case ReadOutline() | ReadNotes() | WriteNotes():
            return FileDamaged(request.source.shown)
        case ReadPages():
            return PageDamaged(request.source.shown, request.first)

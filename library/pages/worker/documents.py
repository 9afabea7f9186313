"""Opened files: a PDF held by MuPDF, or a file of pictures held by Pillow."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pymupdf

from library.errors import (
    FileDamaged,
    FileEmpty,
    FileMissing,
    FileUnreadable,
    PasswordNeeded,
    PasswordWrong,
    UnknownFormat,
)
from library.pages.requests import FileSource
from library.pages.worker.formats import HEAD, Format, says_pdf, told_format
from library.pages.worker.frames import Frame, frames_of
from library.pages.worker.scans import FullPageJpeg
from library.pages.worker.sizes import A4, Size, sensible_size

MUPDF_ERRORS = (RuntimeError, ValueError, pymupdf.mupdf.FzErrorBase)


class OpenPdf:
    """A PDF that is open, its password given where it needs one."""

    def __init__(self, name: str, pdf: pymupdf.Document) -> None:
        self.name = name  # how messages call the file
        self.pdf = pdf
        self.page_count: int = pdf.page_count
        self.scans: dict[int, FullPageJpeg | None] = {}  # of the pages drawn so far

    @property
    def sizes(self) -> tuple[Size, ...]:
        """In points, of the upright pages, within sensible bounds."""
        return self._measured[0]

    @property
    def problems(self) -> frozenset[int]:
        """The pages that MuPDF cannot load."""
        return self._measured[1]

    @cached_property
    def _measured(self) -> tuple[tuple[Size, ...], frozenset[int]]:
        """Only when it is asked for: to measure 2000 pages takes a tenth of a second."""
        return _sizes(self.pdf, self.page_count)

    def size(self, page: int) -> Size:
        bounds = self.pdf.load_page(page).rect
        return sensible_size(bounds.width, bounds.height)

    def close(self) -> None:
        self.pdf.close()


@dataclass(slots=True, eq=False)
class OpenPictures:
    """A picture file with one page or more."""

    name: str
    path: Path
    format: Format
    frames: tuple[Frame, ...]

    @property
    def page_count(self) -> int:
        return len(self.frames)

    @property
    def sizes(self) -> tuple[Size, ...]:
        return tuple(frame.points for frame in self.frames)

    def size(self, page: int) -> Size:
        return self.frames[page].points

    def close(self) -> None:
        """Nothing is held open between requests."""


OpenFile = OpenPdf | OpenPictures


class OpenFiles:
    """The files opened last, so that turning a page does not open its file again."""

    def __init__(self, room: int = 2) -> None:
        self._room = room
        self._files: OrderedDict[object, OpenFile] = OrderedDict()

    def opened(self, source: FileSource) -> OpenFile:
        """The opened file of `source`; raises a `DocumentError` that says why not."""
        key = self._key(source)
        if key not in self._files:
            while len(self._files) >= self._room:
                self._files.popitem(last=False)[1].close()
            self._files[key] = open_file(source)
        self._files.move_to_end(key)
        return self._files[key]

    def _key(self, source: FileSource) -> object:
        """Changes with the file's content, as far as the file system tells."""
        try:
            state = source.path.stat()
        except OSError as error:
            raise _unreadable(source, error) from error
        return source, state.st_ino, state.st_size, state.st_mtime_ns


def open_file(source: FileSource) -> OpenFile:
    head = _head(source)
    match told_format(head):
        case None:
            raise UnknownFormat(source.shown)
        case Format.PDF:
            return _open_pdf(source, honest=says_pdf(head))
        case picture:
            frames = frames_of(source.path, picture)
            if not frames:
                raise FileDamaged(source.shown)
            return OpenPictures(source.shown, source.path, picture, frames)


def _head(source: FileSource) -> bytes:
    try:
        with source.path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as error:
        raise _unreadable(source, error) from error
    if not head:
        raise FileEmpty(source.shown)
    return head


def _unreadable(source: FileSource, error: OSError) -> FileMissing | FileUnreadable:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return FileMissing(Path(source.shown))
    return FileUnreadable(Path(source.shown), (error.strerror or "an error of the disk").lower())


def _open_pdf(source: FileSource, *, honest: bool) -> OpenPdf:
    try:
        pdf = _opened(source.path)
        if pdf.needs_pass:
            _authenticate(pdf, source)
        document = OpenPdf(source.shown, pdf)
    except MUPDF_ERRORS as error:
        raise (FileDamaged if honest else UnknownFormat)(source.shown) from error
    if document.page_count == 0:
        raise (FileDamaged if honest else UnknownFormat)(source.shown)
    return document


def _opened(path: Path) -> pymupdf.Document:
    """MuPDF knows names in UTF-8 only; what has another one is opened by its number."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        with path.open("rb") as file:
            return pymupdf.open(f"/dev/fd/{file.fileno()}", filetype="pdf")
    return pymupdf.open(str(path), filetype="pdf")


def _authenticate(pdf: pymupdf.Document, source: FileSource) -> None:
    if source.password is None:
        raise PasswordNeeded(source.shown)
    if not pdf.authenticate(source.password):
        raise PasswordWrong(source.shown)


def _sizes(pdf: pymupdf.Document, count: int) -> tuple[tuple[Size, ...], frozenset[int]]:
    """The size of each page, and the pages that could not be loaded (they get A4)."""
    sizes: list[Size] = []
    problems: set[int] = set()
    for number in range(count):
        try:
            bounds = pdf.load_page(number).rect
            sizes.append(sensible_size(bounds.width, bounds.height))
        except MUPDF_ERRORS:
            problems.add(number)
            sizes.append(A4)
    return tuple(sizes), frozenset(problems)

"""What can be asked of a reading process.

Requests are plain values that hold all they need; they cross a process boundary.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from library.pages.file_notes import FileNote, QuotedNote

MAX_PIXELS = 4_194_304  # of one drawing; larger views are asked for in tiles


@dataclass(frozen=True, slots=True)
class FileSource:
    """A file to read, with the password that opens it."""

    path: Path
    password: str | None = None
    name: str = ""  # how messages call it, where the path is only a digest

    @property
    def shown(self) -> str:
        return self.name or self.path.name


@dataclass(frozen=True, slots=True)
class Draw:
    """Draw a page so that the whole of it would be `width` × `height` pixels.

    `clip` (left, top, right, bottom, in those pixels) asks for a part only.
    The answer is a `Pixels` of at most `MAX_PIXELS`.
    """

    source: FileSource
    page: int  # of the file, from 0
    width: int
    height: int
    clip: tuple[int, int, int, int] | None = None

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in pixels of the answer."""
        if self.clip is None:
            return self.width, self.height
        left, top, right, bottom = self.clip
        return right - left, bottom - top

    def check(self) -> None:
        """Raises `ValueError` for a drawing without pixels, or with too many."""
        width, height = self.size
        if min(width, height) < 1 or width * height > MAX_PIXELS:
            raise ValueError(f"A drawing of {width} × {height} pixels cannot be asked for.")
        if self.width < 1 or self.height < 1:
            raise ValueError("A page is at least a pixel wide and high.")


@dataclass(frozen=True, slots=True)
class Picture:
    """Draw a page at most `width` × `height` pixels large, as the bytes of a JPEG file."""

    source: FileSource
    page: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class ReadOutline:
    """Ask for the pages' sizes and the file's metadata: an `Outline`."""

    source: FileSource


@dataclass(frozen=True, slots=True)
class ReadPages:
    """Ask for what stands on pages `first` to `last - 1`: a tuple of `PageContents`."""

    source: FileSource
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class ReadWords:
    """Ask for the words that the file sets on a page, hidden ones too: a tuple of `Word`."""

    source: FileSource
    page: int


@dataclass(frozen=True, slots=True)
class ReadNotes:
    """Ask for the annotations that the file holds: a tuple of `FileNote`."""

    source: FileSource


@dataclass(frozen=True, slots=True)
class WriteNotes:
    """Write a copy of a PDF to `target`, with these annotations on its pages.

    The answer is whether the file is a PDF.
    """

    source: FileSource
    target: Path
    notes: tuple[FileNote, ...]
    quoted: tuple[QuotedNote, ...] = ()


Request = Draw | Picture | ReadOutline | ReadPages | ReadWords | ReadNotes | WriteNotes

"""Opened files: a PDF held by MuPDF, or a file of pictures held by Pillow.

The format is told by the first bytes of a file, never by its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pymupdf

Size = tuple[float, float]  # width, height in points


@dataclass(frozen=True, slots=True)
class OpenPdf:
    """A PDF that is open, its password given where it needs one."""

    name: str  # how messages call the file
    pdf: pymupdf.Document
    sizes: tuple[Size, ...]  # of the upright pages, within sensible bounds


@dataclass(frozen=True, slots=True)
class OpenPictures:
    """A picture file with one page or more."""

    name: str
    path: Path
    media_type: str
    sizes: tuple[Size, ...]  # of the upright pages


OpenFile = OpenPdf | OpenPictures

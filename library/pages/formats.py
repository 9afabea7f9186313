"""What format a file has, told by its first bytes and never by its name."""

from __future__ import annotations

from enum import StrEnum


class Format(StrEnum):
    PDF = "application/pdf"
    JPEG = "image/jpeg"
    PNG = "image/png"
    TIFF = "image/tiff"
    WEBP = "image/webp"
    JPEG_2000 = "image/jp2"


HEAD = 65_536  # bytes at the start of a file that tell its format

_PICTURES = (
    (b"\xff\xd8\xff", Format.JPEG),
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    (b"II*\0", Format.TIFF),
    (b"MM\0*", Format.TIFF),
    (b"II+\0\x08\0\0\0", Format.TIFF),  # BigTIFF
    (b"MM\0+\0\x08\0\0", Format.TIFF),
    (b"\0\0\0\x0cjP  \r\n\x87\n", Format.JPEG_2000),
    (b"\xff\x4f\xff\x51", Format.JPEG_2000),  # a bare codestream
)
_PDF_REMAINS = (b"startxref", b"trailer", b" obj")


def told_format(head: bytes) -> Format | None:
    """The format of a file that begins with `head`, None where it is none of ours."""
    for signature, told in _PICTURES:
        if head.startswith(signature):
            return told
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return Format.WEBP
    if b"%PDF-" in head[:1024] or any(trace in head for trace in _PDF_REMAINS):
        return Format.PDF
    return None


def says_pdf(head: bytes) -> bool:
    """Whether the file itself says that it is a PDF (what is left of one may not)."""
    return b"%PDF-" in head

"""What a wording of a version says, packed: its text, and where paragraphs and pages begin."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from library.model.document import Paragraph, ParagraphRole, Version
from library.store.packing import pack, plain, unpack


def digest_of(version: Version) -> str:
    """Names what the version says: SHA-256 in hexadecimal."""
    return hashlib.sha256(plain(_said(version))).hexdigest()


def packed(version: Version) -> bytes:
    return pack(_said(version))


def unpacked(version: Version, contents: bytes) -> Version:
    """The version, saying this."""
    text, paragraphs, pages, page_starts = unpack(contents)
    return replace(
        version,
        text=text,
        paragraphs=tuple(
            Paragraph(start, end, indent, ParagraphRole(role), number)
            for start, end, indent, role, number in paragraphs
        ),
        pages=tuple(pages),
        page_starts=tuple(page_starts),
    )


def text_in(contents: bytes) -> str:
    text: str = unpack(contents)[0]
    return text


def _said(version: Version) -> list[object]:
    paragraphs = [[p.start, p.end, p.indent, p.role.value, p.number] for p in version.paragraphs]
    return [version.text, paragraphs, version.pages, version.page_starts]

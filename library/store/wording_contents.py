"""What a wording of a version says, packed: its text, and where paragraphs and pages begin."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import replace

from library.model.document import Paragraph, ParagraphRole, Version


def digest_of(version: Version) -> str:
    """Names what the version says: SHA-256 in hexadecimal."""
    return hashlib.sha256(_contents(version)).hexdigest()


def packed(version: Version) -> bytes:
    return zlib.compress(_contents(version))


def unpacked(version: Version, contents: bytes) -> Version:
    """The version, saying this."""
    text, paragraphs, pages, page_starts = json.loads(zlib.decompress(contents))
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
    text: str = json.loads(zlib.decompress(contents))[0]
    return text


def _contents(version: Version) -> bytes:
    paragraphs = [[p.start, p.end, p.indent, p.role.value, p.number] for p in version.paragraphs]
    said = [version.text, paragraphs, version.pages, version.page_starts]
    return json.dumps(said, separators=(",", ":")).encode("ascii")

"""Text files beside pictures: one for all pages, or one for each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from library.composing.blanks import folded, indent_of
from library.composing.composer import Composed, Composer
from library.composing.rows import marked_page
from library.errors import FileMissing, FileUnreadable
from library.model.document import ParagraphRole

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_MOST_BYTES = 64 * 2**20
_BLANK_LINES = re.compile(r"\n[^\S\n\f]*(?:\n[^\S\n\f]*)+")
_PARAGRAPH_LINE = 120  # characters: lines as long as this were not wrapped by hand
PAGE_BREAK = "\f"


def read_text(path: Path) -> str:
    """The file's text: UTF-8, UTF-16 that says so, else Windows' Western code page."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST_BYTES)
    except FileNotFoundError as error:
        raise FileMissing(path) from error
    except OSError as error:
        reason = (error.strerror or "an error of the disk").lower()
        raise FileUnreadable(path, reason) from error
    return _decoded(content).replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes) -> str:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content.decode(encoding, errors="replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def compose(pages: Sequence[str]) -> Composed:
    """The texts of the pages as one: blank lines part paragraphs, line breaks are kept."""
    composer = Composer()
    for place, text in enumerate(pages):
        for paragraph in _paragraphs(text.replace(PAGE_BREAK, "\n\n")):
            _add(composer, paragraph, place)
    return composer.composed(len(pages))


def _paragraphs(text: str) -> list[str]:
    paragraphs = [paragraph for paragraph in _BLANK_LINES.split(text) if folded(paragraph)]
    lines = [line for line in text.split("\n") if folded(line)]
    long = sum(len(line) > _PARAGRAPH_LINE for line in lines)
    if len(paragraphs) == 1 and 2 * long > len(lines):
        return lines
    return paragraphs


def _add(composer: Composer, paragraph: str, place: int) -> None:
    lines = [line for line in paragraph.strip("\n").split("\n") if folded(line)]
    begun = False
    for line in lines:
        text = folded(line)
        marker = marked_page(text)
        if marker is not None:
            composer.begin(indent_of(line), ParagraphRole.PAGE_MARKER, marker)
        elif not begun:
            composer.begin(indent_of(line))
        composer.add(text, place, break_before=begun)
        begun = marker is None

"""The lines of recognised pages as rows of text, in which each word knows its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from library.alignment.ordering import Line, in_reading_order, lines_of
from library.composing.blanks import folded
from library.composing.composer import SOFT_HYPHEN
from library.composing.rows import Row, are_one_row
from library.model.link import ScanPageWords, ScanWord

WordPlace = tuple[ScanWord, int, int]  # start and end in the text of its row
Piece = tuple[ScanWord, str]  # a word, and its text as it is written


@dataclass(frozen=True, slots=True)
class ScanRow:
    """All that stands on one height of a column."""

    row: Row
    words: tuple[WordPlace, ...]


def scan_rows(pages: Sequence[ScanPageWords]) -> Iterator[ScanRow]:
    """The rows of all pages, in the order in which they are read."""
    for place, page in enumerate(pages):
        lines = lines_of(in_reading_order(page))
        size = _size(lines, page.size[1])
        for line in _side_by_side(lines, page.size):
            if pieces := list(_pieces(line)):
                yield _scan_row(pieces, replace(_placed(line, page.size), size=size, page=place))


def _size(lines: Sequence[Line], height: float) -> float:
    """The usual height of the page's writing, in points."""
    heights = [word.box.height * height for line in lines for word in line]
    return max(median(heights), 1.0) if heights else 1.0


def _side_by_side(lines: Sequence[Line], size: tuple[float, float]) -> Iterator[Line]:
    """The lines, those that follow each other on one height as one."""
    together: Line = ()
    for line in lines:
        if together and are_one_row(_placed(together, size), _placed(line, size)):
            together += line
            continue
        if together:
            yield together
        together = line
    if together:
        yield together


def _placed(line: Line, size: tuple[float, float]) -> Row:
    return Row(
        text="",
        indent=0,
        left=min(word.box.left for word in line) * size[0],
        top=min(word.box.top for word in line) * size[1],
        right=max(word.box.right for word in line) * size[0],
        bottom=max(word.box.bottom for word in line) * size[1],
        size=1.0,
        block=0,
        page=0,
        hidden=True,
    )


def _pieces(line: Line) -> Iterator[Piece]:
    """The words that are not blank; a soft hyphen counts at the end of the line alone."""
    for word in line:
        text = folded(word.text)
        if word is not line[-1]:
            text = text.removesuffix(SOFT_HYPHEN)
        if text:
            yield word, text


def _scan_row(pieces: Sequence[Piece], row: Row) -> ScanRow:
    places: list[WordPlace] = []
    at = 0
    for word, text in pieces:
        places.append((word, at, at + len(text)))
        at += len(text) + 1
    return ScanRow(replace(row, text=" ".join(text for _, text in pieces)), tuple(places))

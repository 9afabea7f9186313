"""The lines of recognised pages as rows of text, in which each word knows its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from statistics import median

from library.alignment.ordering import Line, in_reading_order, lines_of
from library.alignment.turning import straightened, upright
from library.alignment.writing_direction import in_logical_order
from library.composing.blanks import folded
from library.composing.composer import SOFT_HYPHEN
from library.composing.rows import Row, are_one_row
from library.model.link import ScanPageWords, ScanWord

WordPlace = tuple[ScanWord, int, int]  # start and end in the text of its row

_TALLER = 1.7  # times as high as the line beside it: no part of it


@dataclass(frozen=True, slots=True)
class ScanRow:
    """All that stands on one height of a column."""

    row: Row
    words: tuple[WordPlace, ...]


def scan_rows(pages: Sequence[ScanPageWords]) -> Iterator[ScanRow]:
    """The rows of all pages, in the order in which they are read."""
    for place, page in enumerate(pages):
        straight = straightened(upright(page))
        scanned = {id(word): own for word, own in zip(straight.words, page.words, strict=True)}
        sheet = _Sheet(place, straight.size, _letter_height(straight))
        for line in _side_by_side(lines_of(in_reading_order(straight)), sheet):
            row = _scan_row(in_logical_order(line), sheet.row(line), scanned)
            if row.words:
                yield row


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page as its rows lie on it; `letter` is the usual height of its writing in points."""

    place: int
    size: tuple[float, float]
    letter: float

    def row(self, line: Line) -> Row:
        """The place of a line."""
        width, height = self.size
        return Row(
            text="",
            indent=0,
            left=min(word.box.left for word in line) * width,
            top=min(word.box.top for word in line) * height,
            right=max(word.box.right for word in line) * width,
            bottom=max(word.box.bottom for word in line) * height,
            size=self.letter,
            block=0,
            page=self.place,
            hidden=True,
        )


def _letter_height(page: ScanPageWords) -> float:
    heights = [word.box.height * page.size[1] for word in page.words]
    return max(median(heights), 1.0) if heights else 1.0


def _side_by_side(lines: Sequence[Line], sheet: _Sheet) -> Iterator[Line]:
    """The lines, those that follow each other on one height as one."""
    together: list[Line] = []
    for line in lines:
        if together and not _is_beside([sheet.row(each) for each in together], sheet.row(line)):
            yield tuple(word for each in together for word in each)
            together = []
        together.append(line)
    if together:
        yield tuple(word for each in together for word in each)


def _is_beside(rows: Sequence[Row], new: Row) -> bool:
    """Whether a line goes on with these; a stamp over several lines belongs to none of them."""
    heights = sorted((rows[-1].bottom - rows[-1].top, new.bottom - new.top))
    touch = new.size / 2
    return (
        are_one_row(rows[-1], new)
        and heights[1] <= _TALLER * heights[0]
        and all(new.left > row.right - touch or new.right < row.left + touch for row in rows)
    )


def _scan_row(line: Line, row: Row, scanned: Mapping[int, ScanWord]) -> ScanRow:
    """The row; its words are those of the page as it was scanned."""
    places: list[WordPlace] = []
    text = ""
    for word in line:
        piece = folded(word.text)
        if word is not line[-1]:
            piece = piece.removesuffix(SOFT_HYPHEN)  # it counts at the end of a line alone
        if piece.strip(SOFT_HYPHEN):
            start = len(text) + bool(text)
            text += " " * bool(text) + piece
            places.append((scanned[id(word)], start, start + len(piece)))
    return ScanRow(replace(row, text=text), tuple(places))

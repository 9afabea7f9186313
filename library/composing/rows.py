"""Lines of a page with their places, as they are put together to a text.

Lengths are in points on the upright page, origin at its top left.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import cached_property

from library.composing.blanks import folded

_SAME_HEIGHT = 0.6  # of the lower of two lines that must overlap for them to be one
_LONGEST_MARKER = 24  # characters, more than any has
_MARKER = re.compile(
    r"[-‐-—]\s?(?P<dashed>\d{1,4})\s?[-‐-—]"
    r"|[(\[](?:p\.|pp\.|page|pg\.|str\.|стр\.|с\.|S\.)\s?(?P<bracketed>\d{1,4})[)\]]"
    r"|(?:page|p\.)\s(?P<named>\d{1,4})(?:\s(?:of|/)\s\d{1,4})?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Row:
    """A line of text with its place; `page` is its place among the pages that are read."""

    text: str
    indent: int
    left: float
    top: float
    right: float
    bottom: float
    size: float
    block: int
    page: int
    hidden: bool = False
    page_number: int | None = None  # that the line is known to hold, whatever it looks like

    @cached_property
    def marker(self) -> int | None:
        """The page of the original that this line names, where it says nothing else."""
        return marked_page(self.text) if self.page_number is None else self.page_number

    @cached_property
    def is_right_to_left(self) -> bool:
        if self.text.isascii():
            return False
        directions = (unicodedata.bidirectional(character) for character in self.text)
        return next((d for d in directions if d in {"L", "R", "AL"}), "L") != "L"


def marked_page(text: str) -> int | None:
    """The number in `-2-`, `(p. 2)` or `Page 2`, where that is all of the text."""
    match = _MARKER.fullmatch(text) if len(text) <= _LONGEST_MARKER else None
    if match is None:
        return None
    return int(next(number for number in match.groups() if number))


def are_one_row(row: Row, new: Row) -> bool:
    """Whether both stand on one height of one block."""
    overlap = min(row.bottom, new.bottom) - max(row.top, new.top)
    lower = min(row.bottom - row.top, new.bottom - new.top)
    return row.block == new.block and lower > 0 and overlap >= _SAME_HEIGHT * lower


def joined(row: Row, new: Row) -> Row:
    return replace(
        row,
        text=folded(f"{row.text} {new.text}"),
        left=min(row.left, new.left),
        top=min(row.top, new.top),
        right=max(row.right, new.right),
        bottom=max(row.bottom, new.bottom),
    )

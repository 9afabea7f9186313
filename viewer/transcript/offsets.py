"""From code points of a text to positions in Qt's document, and back.

A `Version.text` is counted in code points, a QTextDocument in UTF-16 units.  The document
has one block for each piece of the text, and a block's end counts as one unit, whatever
stands between the pieces in the text (a blank line as a rule).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence


def astral_characters(text: str) -> list[int]:
    """Where the characters stand that take two UTF-16 units."""
    if text.isascii() or len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
        return []
    return [index for index, character in enumerate(text) if character > "\uffff"]


def to_units(astral: Sequence[int], index: int) -> int:
    """UTF-16 units before the code point `index` of a text with these astral characters."""
    return index + bisect_left(astral, index)


def to_code_points(astral: Sequence[int], units: int) -> int:
    """Code points before a place in UTF-16 units; the middle of a pair is its start."""
    passed = bisect_right(range(len(astral)), units - 2, key=lambda n: astral[n] + n)
    inside = passed < len(astral) and astral[passed] + passed == units - 1
    return units - passed - inside


class Offsets:
    """The two ways between a text and the document that shows it.

    Pieces are told one after the other, so that the document can grow; what has not been
    told yet stands at the end of what has.
    """

    def __init__(self) -> None:
        self._starts: list[int] = []  # code points
        self._ends: list[int] = []
        self._positions: list[int] = []  # UTF-16 units
        self._astral: dict[int, list[int]] = {}
        self._length = -1  # UTF-16 units of the document

    def append(self, start: int, end: int, text: str) -> None:
        """Tell the next piece: `text` stands from `start` to `end`."""
        if astral := astral_characters(text):
            self._astral[len(self._starts)] = astral
        self._starts.append(start)
        self._ends.append(end)
        self._positions.append(self._length + 1)
        self._length += 1 + end - start + len(astral)

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def end(self) -> int:
        """How far the text is told, in code points."""
        return self._ends[-1] if self._ends else 0

    def piece_at(self, offset: int) -> int:
        """The piece that holds a code point, or that it follows."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def position(self, offset: int) -> int:
        """Qt's position of a code point; between two pieces, the end of the first."""
        if not self._starts:
            return 0
        piece = self.piece_at(offset)
        inside = min(max(offset, self._starts[piece]), self._ends[piece]) - self._starts[piece]
        return self._positions[piece] + to_units(self._astral.get(piece, ()), inside)

    def offset(self, position: int) -> int:
        """The code point at Qt's position."""
        if not self._starts:
            return 0
        piece = max(0, bisect_right(self._positions, position) - 1)
        units = max(0, position - self._positions[piece])
        inside = to_code_points(self._astral.get(piece, ()), units)
        return min(self._starts[piece] + inside, self._ends[piece])

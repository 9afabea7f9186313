"""From code points of a text to positions in Qt's document, and back.

What is shown may have the reader's corrections laid over it; all that is kept points into
the untouched text.  This is the one place where the way between the two is taken.

A `Version.text` is counted in code points, a QTextDocument in UTF-16 units.  The document
has one block for each piece of the text, and a block's end counts as one unit, whatever
stands between the pieces in the text (a blank line as a rule).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from library.correcting.offset_map import OffsetMap, Stretch


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
    told yet stands at the end of what has.  Only in pieces in which something is corrected
    does the way lead by the map of the corrections.
    """

    def __init__(self, corrections: OffsetMap | None = None) -> None:
        """`corrections` lead from the untouched text to the one that is shown."""
        self._map = corrections or OffsetMap()
        self._starts: list[int] = []  # code points of the untouched text
        self._ends: list[int] = []
        self._lengths: list[int] = []  # UTF-16 units
        self._positions: list[int] = []
        self._astral: dict[int, list[int]] = {}
        self._corrected: dict[int, Stretch] = {}  # these pieces, in the text as it is shown

    def append(self, start: int, end: int, words: str) -> None:
        """Tell the next piece, `text[start:end]`, and its words as they are shown."""
        number = len(self._starts)
        before = self._positions[-1] + self._lengths[-1] + 1 if number else 0
        self._starts.append(start)
        self._ends.append(end)
        self._positions.append(before)
        self._lengths.append(0)
        self._take(number, words)
        if self._map.touches(start, end):
            self._corrected[number] = self.part(number)

    def lay_over(self, corrections: OffsetMap) -> list[int]:
        """There are other corrections: which pieces are to be told again."""
        before, self._map = set(self._corrected), corrections
        self._corrected = {
            number: self.part(number)
            for each in corrections.replaced
            if each.start <= self.end
            for number in range(self.piece_at(each.start), self.piece_at(each.end) + 1)
        }
        return sorted(before | set(self._corrected))

    def tell_again(self, words: Mapping[int, str]) -> None:
        """The words of some pieces, by their numbers, as they are shown now."""
        for number, shown in words.items():
            self._take(number, shown)
        lengths = (length + 1 for length in self._lengths[:-1])
        self._positions = list(accumulate(lengths, initial=0))

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def end(self) -> int:
        """How far the text is told, in code points."""
        return self._ends[-1] if self._ends else 0

    def piece_at(self, offset: int) -> int:
        """The piece that holds a code point, or that it follows."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def piece(self, number: int) -> Stretch:
        """Where a piece begins and ends in the text."""
        return self._starts[number], self._ends[number]

    def part(self, number: int) -> Stretch:
        """Where a piece begins and ends in the text as it is shown."""
        return self._map.part(*self.piece(number))

    # --- To Qt's positions -------------------------------------------------------------

    def position(self, offset: int) -> int:
        """Qt's position of a code point; between two pieces, the end of the first."""
        return self._position(offset, self._map.to_shown(offset, offset)[0])

    def positions(self, start: int, end: int) -> Stretch:
        """Qt's positions of `text[start:end]`; of words that were corrected, all that is shown."""
        shown_start, shown_end = self._map.to_shown(start, end)
        return self._position(start, shown_start), self._position(end, shown_end)

    def _position(self, offset: int, shown: int) -> int:
        if not self._starts:
            return 0
        number = self.piece_at(offset)
        if number in self._corrected:
            first, last = self._corrected[number]
            inside = min(max(shown, first), last) - first
        else:
            first, last = self.piece(number)
            inside = min(max(offset, first), last) - first
        return self._positions[number] + to_units(self._astral.get(number, ()), inside)

    # --- From Qt's positions -----------------------------------------------------------

    def offset(self, position: int) -> int:
        """The code point at Qt's position; in corrected words, where these begin."""
        number, inside = self._inside(position)
        if number in self._corrected:
            shown = self.shown(position)
            return self._map.to_text(shown, shown)[0]
        return min(self._starts[number] + inside, self._ends[number]) if self._starts else 0

    def stretch(self, start: int, end: int) -> Stretch:
        """What stands in the text between two of Qt's positions; corrected words as a whole."""
        if start == end:
            return (self.offset(start),) * 2
        return self._map.to_text(self.shown(start), self.shown(end))

    def shown(self, position: int) -> int:
        """The code point of the text as it is shown at Qt's position."""
        number, inside = self._inside(position)
        first, last = self.part(number) if self._starts else (0, 0)
        return min(first + inside, last)

    def _inside(self, position: int) -> Stretch:
        """The piece at Qt's position, and code points into it."""
        if not self._starts:
            return 0, 0
        number = max(0, bisect_right(self._positions, position) - 1)
        units = max(0, position - self._positions[number])
        return number, to_code_points(self._astral.get(number, ()), units)

    def _take(self, number: int, words: str) -> None:
        self._astral.pop(number, None)
        if astral := astral_characters(words):
            self._astral[number] = astral
        self._lengths[number] = len(words) + len(astral)

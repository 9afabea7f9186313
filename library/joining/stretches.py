"""Words on a scan that its text does not have, put together to stretches.

A stamp, a note in the margin, a passage that was left out: what stands close together, with
nothing of the text between, is one thing to the reader.  Lengths are in points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import median

from library.alignment.normalising import plain
from library.model.geometry import Box, box_around
from library.model.link import ScanWord

_BESIDE = 2.5  # letter heights between two words that stand together
_BELOW = 1.3  # letter heights between two lines that do
_LIKE = 2.5  # times higher or lower, for letters of one stretch
_UPRIGHT = 3  # letters of a word that is higher than wide: it runs up or down the page

Row = tuple[ScanWord, ...]  # words side by side
Size = tuple[float, float]  # width and height of a page


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a page (of the document), in rows that stand below each other."""

    page: int
    rows: tuple[Row, ...]

    @property
    def words(self) -> Row:
        return tuple(word for row in self.rows for word in row)

    @property
    def boxes(self) -> tuple[Box, ...]:
        """One for each row."""
        return tuple(map(_box, self.rows))

    @property
    def box(self) -> Box:
        return box_around(self.boxes)

    @property
    def text(self) -> str:
        return "\n".join(" ".join(word.text for word in row) for row in self.rows)

    @property
    def letters(self) -> str:
        return "".join(plain(word.text) for word in self.words)

    @property
    def certainty(self) -> float:
        """How well its letters were read, 0..1."""
        weights = [len(plain(word.text)) for word in self.words]
        pairs = zip(self.words, weights, strict=True)
        return sum(word.certainty * weight for word, weight in pairs) / max(sum(weights), 1)


def rows_of(strays: Sequence[ScanWord], joined: Sequence[Box]) -> Iterator[Row]:
    """Strays of a page that follow each other on a line, with none of the `joined` between."""
    row: list[ScanWord] = []
    for word in strays:
        if row and (word.line != row[-1].line or _parted(row[-1].box, word.box, joined)):
            yield tuple(row)
            row = []
        row.append(word)
    if row:
        yield tuple(row)


def stretches_of(
    page: int, rows: Sequence[Row], joined: Sequence[Box], size: Size
) -> Iterator[Stretch]:
    """Rows of a page put together; `joined` are the boxes of the words that the text has."""
    group_of = list(range(len(rows)))
    for one, other in combinations(range(len(rows)), 2):
        here, there = group_of[one], group_of[other]
        if here != there and _together(rows[one], rows[other], joined, size):
            group_of = [here if each == there else each for each in group_of]
    for group in dict.fromkeys(group_of):
        lines = [row for row, its in zip(rows, group_of, strict=True) if its == group]
        yield Stretch(page, tuple(sorted(lines, key=lambda row: _box(row).top)))


def _together(one: Row, other: Row, joined: Sequence[Box], size: Size) -> bool:
    """Whether two rows stand close to each other, in like letters, with no text between."""
    here, there = _box(one), _box(other)
    low, high = sorted((_letter_height(one, size), _letter_height(other, size)))
    across = (max(here.left, there.left) - min(here.right, there.right)) * size[0]
    down = (max(here.top, there.top) - min(here.bottom, there.bottom)) * size[1]
    if high > _LIKE * low or across > _BESIDE * high or down > _BELOW * high:
        return False
    return not _parted(here, there, joined)


def _parted(one: Box, other: Box, joined: Sequence[Box]) -> bool:
    both = box_around((one, other))
    return any(both.holds(*box.middle) for box in joined)


def _letter_height(row: Row, size: Size) -> float:
    return median(_height(word, size) for word in row)


def _height(word: ScanWord, size: Size) -> float:
    width, height = word.box.width * size[0], word.box.height * size[1]
    return min(width, height) if len(word.text) >= _UPRIGHT else height


def _box(row: Row) -> Box:
    return box_around([word.box for word in row])

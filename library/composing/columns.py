"""How text lies on its pages: edges, leading, and which lines go on.

Lengths are in points.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from library.composing.rows import Row

_CLOSEST = 1.0  # the least leading, in font sizes, that type is set with
_WIDEST = 3.0
_CLOSING = "\"'”’»)]"
_SENTENCE_END = tuple(".!?:…。！？")
GAP = 1.3  # times the leading: the least that parts paragraphs
_RAGGED = 5.0  # font sizes that full lines may differ by
_LOOSE = 1.9  # leading, in font sizes, above which paragraphs need no gap to be told apart
_OUTLIERS = 0.03  # part of the lines that may stand out at the right
_FULL_BLOCK = 4  # lines that a block needs to have a right edge of its own


@dataclass(frozen=True, slots=True)
class Column:
    """The edges of a page's text, and the leading of the whole text in font sizes."""

    left: float
    right: float
    leading: float
    has_full_lines: bool  # lines that evidently broke at the right edge
    has_line_paragraphs: bool  # as good as every line is a paragraph

    @property
    def is_loose(self) -> bool:
        return self.leading > _LOOSE


class Columns:
    """The columns of a text, page by page; blocks of many full lines have their own edge."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._leading = leading_of(rows)
        self._rows = len(rows)
        self._ended = sum(ends_sentence(row.text) for row in rows)
        pages: dict[int, list[Row]] = defaultdict(list)
        blocks: dict[tuple[int, int], list[Row]] = defaultdict(list)
        for row in rows:
            pages[row.page].append(row)
            blocks[row.page, row.block].append(row)
        self._lefts = {page: _usual_left(lines) for page, lines in pages.items()}
        # Pages of one width share their right edge: the last of them may hold one short line.
        rights = sorted(row.right for row in rows)
        self._right = rights[int((len(rights) - 1) * (1 - _OUTLIERS))] if rights else 0.0
        self._has_full_lines = any(self._is_full(*pair) for pair in pairwise(rows))
        self._blocks = {key: edge for key, lines in blocks.items() if (edge := _block_edge(lines))}

    def of(self, row: Row) -> Column:
        right = self._blocks.get((row.page, row.block), self._right)
        return Column(
            self._lefts[row.page],
            max(right, row.right),
            self._leading,
            self._has_full_lines,
            self._leading > _LOOSE and 2 * self._ended > self._rows,
        )

    def _is_full(self, above: Row, below: Row) -> bool:
        distance = (below.top - above.top) / below.size
        follows = above.page == below.page and 0 < distance <= GAP * self._leading
        return follows and self._right - above.right <= _RAGGED * above.size


def ends_sentence(text: str) -> bool:
    return text.rstrip(_CLOSING).endswith(_SENTENCE_END)


def leading_of(rows: Sequence[Row]) -> float:
    """The distance of lines within a paragraph, in font sizes."""
    ratios = [
        (below.top - above.top) / below.size
        for above, below in pairwise(rows)
        if above.page == below.page
    ]
    sensible = [ratio for ratio in ratios if _CLOSEST <= ratio <= _WIDEST]
    if not sensible:
        return 1.35
    if any(row.hidden for row in rows):  # recognised lines tremble: the most usual leading
        return Counter(round(ratio, 1) for ratio in sensible).most_common(1)[0][0]
    return min(sensible)


def _usual_left(rows: Sequence[Row]) -> float:
    usual = Counter(round(row.left / 2) * 2.0 for row in rows)
    most = max(usual.values())
    return min(left for left, count in usual.items() if count == most)


def _block_edge(rows: Sequence[Row]) -> float | None:
    """The right edge of a block whose lines are mostly full, such as a quotation."""
    if len(rows) < _FULL_BLOCK:
        return None
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    full = sum(row.right >= left + 0.85 * (right - left) for row in rows[:-1])
    return right if full >= 0.6 * (len(rows) - 1) else None

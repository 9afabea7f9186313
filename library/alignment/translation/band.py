"""The part of the table of two texts in which their joining is looked for.

A cell (i, j) stands for the first i paragraphs of one text and the first j of the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from library.alignment.normalising import Floats, Ints

_WHOLE = 512  # cells of a row that are always looked at


@dataclass(frozen=True, eq=False)
class Band:
    """Of each row, the cells from `starts[i]` on, `width` of them; none lies beyond `columns`."""

    starts: Ints
    width: int
    columns: int

    @cached_property
    def cells(self) -> Ints:
        """The column of each cell: rows, width."""
        return self.starts[:, None] + np.arange(self.width)

    def shifted(self, row: Floats, at: int, up: int, left: int) -> Floats:
        """The cells that lie `up` rows and `left` columns before those of row `at`.

        `row` holds the values of row `at - up`; where it has none, the value is -inf.
        """
        return _moved(row, int(self.starts[at] - self.starts[at - up]) - left)

    def unshifted(self, row: Floats, at: int, down: int, right: int) -> Floats:
        """The cells that lie `down` rows and `right` columns after those of row `at`."""
        return _moved(row, int(self.starts[at] - self.starts[at + down]) + right)


def _moved(row: Floats, by: int) -> Floats:
    moved = np.full(len(row), -np.inf)
    begin, end = max(0, -by), min(len(row), len(row) - by)
    if begin < end:
        moved[begin:end] = row[begin + by : end + by]
    return moved


def band_of(rows: int, columns: int) -> Band:
    """A band along the diagonal of the table for so many paragraphs of either text."""
    width = min(columns + 1, _WHOLE)
    middles = np.arange(rows + 1) * columns / max(rows, 1)
    starts = np.clip(np.round(middles - width / 2), 0, columns + 1 - width)
    return Band(starts.astype(np.int64), width, columns)

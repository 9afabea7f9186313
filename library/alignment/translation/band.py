"""The part of the table of two texts in which their joining is looked for.

A cell (i, j) stands for the first i paragraphs of one text and the first j of the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from library.alignment.normalising import Floats, Ints

Bead = tuple[int, int]  # how many paragraphs of one text say what how many of the other do

_WIDEST, _NARROWEST = 512, 96  # cells of a row
_MOST_CELLS = 1_500_000


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

    def before(self, row: Floats, at: int, bead: Bead) -> Floats:
        """For each cell of row `at`, the value of the cell where a bead that ends there begins.

        `row` holds the values of the row where the bead begins; outside the band is -inf.
        """
        return _moved(row, int(self.starts[at] - self.starts[at - bead[0]]) - bead[1])

    def after(self, row: Floats, at: int, bead: Bead) -> Floats:
        """For each cell of row `at`, the value of the cell where a bead that begins there ends."""
        return _moved(row, int(self.starts[at] - self.starts[at + bead[0]]) + bead[1])

    def add(self, table: Floats, rows: Ints, columns: Ints, weights: Floats) -> None:
        """Add to each of the rows, in these columns, their weights."""
        places = columns - self.starts[rows][:, None]
        inside = (places >= 0) & (places < self.width)
        at = np.broadcast_to(rows[:, None], places.shape)[inside], places[inside]
        table[at] += np.broadcast_to(weights, places.shape)[inside]


def _moved(row: Floats, by: int) -> Floats:
    moved = np.full(len(row), -np.inf)
    begin, end = max(0, -by), min(len(row), len(row) - by)
    if begin < end:
        moved[begin:end] = row[begin + by : end + by]
    return moved


def band_of(rows: int, columns: int, points: Sequence[tuple[int, int]] = ()) -> Band:
    """A band for so many paragraphs of either text, along cells where both are in step.

    `points` ascend in rows and columns.  A short text has the whole table.
    """
    width = min(columns + 1, _WIDEST, max(_NARROWEST, _MOST_CELLS // (rows + 1)))
    in_step = np.array([(0, 0), *points, (rows, columns)], float)
    middles = np.interp(np.arange(rows + 1), in_step[:, 0], in_step[:, 1])
    starts = np.clip(np.round(middles - width / 2), 0, columns + 1 - width)
    starts[0], starts[-1] = 0, columns + 1 - width  # the first and the last cell are in the band
    return Band(np.maximum.accumulate(starts).astype(np.int64), width, columns)

"""How high each block stands, so that a long text need not be laid out to be scrolled.

Heights are in pixels, estimated until a block has been laid out.  Sums are kept for groups
of blocks: a text of 2,000 pages has some 30,000.
"""

from __future__ import annotations

from collections.abc import Iterable

GROUP = 256


class Heights:
    """Heights of the blocks, one below the other."""

    def __init__(self) -> None:
        self._heights: list[float] = []
        self._sums: list[float] = []
        self.total = 0.0

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, block: int) -> float:
        return self._heights[block]

    def extend(self, heights: Iterable[float]) -> None:
        for height in heights:
            if len(self._heights) % GROUP == 0:
                self._sums.append(0.0)
            self._heights.append(height)
            self._sums[-1] += height
            self.total += height

    def change(self, block: int, height: float) -> None:
        grown = height - self._heights[block]
        self._heights[block] = height
        self._sums[block // GROUP] += grown
        self.total += grown

    def top(self, block: int) -> float:
        """How far down a block begins."""
        group = block // GROUP
        return sum(self._sums[:group]) + sum(self._heights[group * GROUP : block])

    def at(self, y: float) -> int:
        """The block at this height; the first or last where there is none."""
        group, top = 0, 0.0
        while group < len(self._sums) - 1 and top + self._sums[group] <= y:
            top += self._sums[group]
            group += 1
        block = group * GROUP
        while block < len(self._heights) - 1 and top + self._heights[block] <= y:
            top += self._heights[block]
            block += 1
        return block

"""Carrying places from an old text into a new one, by what both have in common."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from library.alignment.anchoring.blocks import Block, Stretch, joined
from library.alignment.anchoring.comparing import compared
from library.alignment.anchoring.edges import at_words, end_in, start_in
from library.model.annotation import CONTEXT

_TORN = 40  # characters between two parts of a place that no longer belong together
_SHIFTED = 24  # characters by which what stands around a place may have come nearer, or gone


@dataclass(frozen=True, slots=True)
class Carried:
    """Where a stretch of the old text is now, and how much of it and around it was kept."""

    start: int
    end: int
    kept: float  # 0..1: of its characters
    context: float  # 0..1: of those before and after it, if they still stand beside it
    moved: bool  # it stands elsewhere in the order


@dataclass(frozen=True)
class Carry:
    """Two texts and the blocks that they have in common, by their place in the old one."""

    old: str
    new: str
    blocks: Sequence[Block]

    @classmethod
    def between(cls, old: str, new: str) -> Carry:
        return cls(old, new, compared(old, new))

    def reversed(self) -> Carry:
        """From the new text back to the old."""
        return Carry(self.new, self.old, joined(block.reversed() for block in self.blocks))

    def carried(self, start: int, end: int) -> Carried | None:
        """Where most of `old[start:end]` is now; None where nothing of it is kept."""
        if start == end:
            return self._carried_point(start)
        parts = self._most(self._parts(start, end), end - start)
        if not parts:
            return None
        first, last = parts[0], parts[-1]
        new_start = start_in(self.old, self.new, self._before(first), first, start)
        new_end = end_in(self.old, self.new, self._after(last), last, end)
        new_start, new_end = at_words(self.old, (start, end), self.new, (new_start, new_end))
        return Carried(
            new_start,
            new_end,
            kept=sum(part.length for part in parts) / (end - start),
            context=self._context((start, end), (new_start, new_end)),
            moved=all(part.moved for part in parts),
        )

    def explained(self, start: int, end: int) -> float:
        """The share of `new[start:end]` that is known to be other parts of the old text."""
        back = self._back._parts(start, end)
        return sum(part.length for part in back) / max(end - start, 1)

    def _carried_point(self, at: int) -> Carried | None:
        """Where a place between two characters is: after the one, or before the other."""
        before, after = self._parts(at - 1, at), self._parts(at, at + 1)
        if not before and not after:
            return None
        place = before[0].new_end if before else after[0].new
        context = self._context((at, at), (place, place))
        return Carried(place, place, 1.0, context, moved=all(p.moved for p in before + after))

    def _parts(self, start: int, end: int) -> list[Block]:
        """The blocks that share a character with this stretch, cut to it."""
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end)
        return [_cut(block, start, end) for block in self.blocks[first:last]]

    @staticmethod
    def _most(parts: Sequence[Block], length: int) -> list[Block]:
        """Of parts that were torn from each other, those that make up most."""
        torn = max(_TORN, length // 4)
        rows: list[list[Block]] = [[]]
        for part in parts:
            if rows[-1]:
                last = rows[-1][-1]
                if not 0 <= part.new - last.new_end <= torn + part.old - last.old_end:
                    rows.append([])
            rows[-1].append(part)
        return max(rows, key=lambda row: sum(part.length for part in row))

    def _before(self, part: Block) -> Block:
        """The block before the one that this is part of; that block itself if it is cut."""
        nth = bisect_right(self._starts, part.old) - 1
        nth -= self._starts[nth] == part.old
        return self.blocks[nth] if nth >= 0 else Block(0, 0, 0)

    def _after(self, part: Block) -> Block:
        nth = bisect_left(self._ends, part.old_end)
        nth += self._ends[nth] == part.old_end
        if nth < len(self.blocks):
            return self.blocks[nth]
        return Block(len(self.old), len(self.new), 0)

    def _context(self, stretch: Stretch, place: Stretch) -> float:
        (start, end), (new_start, new_end) = stretch, place
        low, high = max(0, start - CONTEXT), min(len(self.old), end + CONTEXT)
        beside = self._beside(low, start, new_start - start)
        beside += self._beside(end, high, new_end - end)
        around = start - low + high - end
        return beside / around if around else 1.0

    def _beside(self, start: int, end: int, shift: int) -> int:
        """How many characters of this stretch are still about as far off."""
        return sum(
            part.length
            for part in self._parts(start, end)
            if abs(part.new - part.old - shift) <= _SHIFTED
        )

    @cached_property
    def _back(self) -> Carry:
        return self.reversed()

    @cached_property
    def _starts(self) -> list[int]:
        return [block.old for block in self.blocks]

    @cached_property
    def _ends(self) -> list[int]:
        return [block.old_end for block in self.blocks]


def _cut(block: Block, start: int, end: int) -> Block:
    first, last = max(block.old, start), min(block.old_end, end)
    return Block(first, block.new + first - block.old, last - first, block.moved)

"""Stretches that an old and a new text have in common."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

Stretch = tuple[int, int]  # start and end in a text


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """`length` equal characters, from `old` on in the old text and from `new` on in the new."""

    old: int
    new: int
    length: int
    moved: bool = False  # it stands elsewhere in the order than most of the text

    @property
    def old_end(self) -> int:
        return self.old + self.length

    @property
    def new_end(self) -> int:
        return self.new + self.length

    def reversed(self) -> Block:
        return Block(self.new, self.old, self.length, self.moved)


def joined(blocks: Iterable[Block]) -> list[Block]:
    """The blocks by their place in the old text; those that touch on both sides made one."""
    found: list[Block] = []
    for block in sorted(blocks):
        last = found[-1] if found else None
        if last and (last.old_end, last.new_end) == (block.old, block.new):
            found[-1] = replace(last, length=last.length + block.length)
        else:
            found.append(block)
    return found


def in_order(blocks: Sequence[Block]) -> list[Block]:
    """As many of these, sorted by the old text, as follow one another in the new as well.

    The longest increasing subsequence, by patience sorting (Fredman 1975).
    """
    tops: list[int] = []  # for each length, the least new place at which such a row ends
    ends: list[int] = []  # and the block that it is
    before: list[int] = []
    for nth, block in enumerate(blocks):
        pile = bisect_left(tops, block.new)
        before.append(ends[pile - 1] if pile else -1)
        tops[pile : pile + 1] = [block.new]
        ends[pile : pile + 1] = [nth]
    found: list[Block] = []
    nth = ends[-1] if ends else -1
    while nth >= 0:
        found.append(blocks[nth])
        nth = before[nth]
    return found[::-1]


def left_over(stretches: Sequence[Stretch], taken: Iterable[Stretch]) -> Iterator[Stretch]:
    """What remains of these stretches; all are in order, and none taken lies across two."""
    taking = iter(sorted(taken))
    next_taken = next(taking, None)
    for start, end in stretches:
        at = start
        while next_taken and next_taken[1] <= end:
            if at < next_taken[0]:
                yield at, next_taken[0]
            at = max(at, next_taken[1])
            next_taken = next(taking, None)
        if at < end:
            yield at, end

"""The strip as one column, of which only what is near the eye is set.

The heights of sections far away are estimated; the view keeps what the reader sees in its
place while estimates become true.  Lengths are in pixels of the column, y down.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import NamedTuple

from library.joining.strip.sections import Section
from library.joining.strip.setting import Setting
from viewer.heights import Heights
from viewer.strip.blocks import BELOW, RULE, UNDER_PICTURE, Block, Setter

TOP, BOTTOM = 20.0, 96.0
_KEPT = 3  # sections around those that may be seen soon
_WORDS = 9  # of a usual line
_LINE = 0.04  # of a usual line's length: its height
_LETTER = 0.46  # em


class Placed(NamedTuple):
    """A block with its place: the number of its section, its own there, and its top."""

    section: int
    number: int
    top: float
    block: Block


@dataclass(frozen=True, slots=True)
class _Laid:
    """A section that is set: its blocks, and their tops within it."""

    blocks: tuple[Block, ...]
    tops: tuple[float, ...]
    height: float


class Column:
    """The sections of a text, one below the other."""

    def __init__(self, sections: Sequence[Section], setting: Setting, setter: Setter) -> None:
        self.sections = sections
        self.setter = setter
        self._setting = setting
        self._starts = [section.start for section in sections]
        self.scales: dict[int, float] = {}  # by page, what its lines are seen at
        self._laid: dict[int, _Laid] = {}
        self._heights = Heights()
        self._heights.extend(map(self._estimate, sections))

    @property
    def height(self) -> float:
        return TOP + self._heights.total + BOTTOM

    def top(self, section: int) -> float:
        """Where a section begins."""
        return TOP + self._heights.top(section)

    def at(self, y: float) -> int:
        """The section at this height."""
        return self._heights.at(y - TOP)

    def section_of(self, offset: int) -> int:
        """The section that has this place of the text."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def section_on(self, page: int) -> int | None:
        """The first section that stands on a page of the document."""
        pages = (section.page for section in self.sections)
        return next((n for n, each in enumerate(pages) if each == page), None)

    # --- Blocks ------------------------------------------------------------------------

    def blocks(self, top: float, bottom: float) -> Iterator[Placed]:
        """The blocks between two heights, as far as they are set, from the top."""
        section = self.at(top)
        while section < len(self.sections) and self.top(section) < bottom:
            if section in self._laid:
                for placed in self.blocks_of(section):
                    if placed.top + placed.block.height > top and placed.top < bottom:
                        yield placed
            section += 1

    def blocks_of(self, section: int) -> Iterator[Placed]:
        """The blocks of a section, which is set for it."""
        laid, top = self._set(section), self.top(section)
        for number, (block, within) in enumerate(zip(laid.blocks, laid.tops, strict=True)):
            yield Placed(section, number, top + within, block)

    def block_of(self, offset: int) -> Placed | None:
        """The block that has this place of the text."""
        blocks = list(self.blocks_of(self.section_of(offset))) if self.sections else []
        here = (each for each in reversed(blocks) if each.block.item.start <= offset)
        return next((each for each in here if each.block.words), blocks[0] if blocks else None)

    def block_at(self, y: float) -> Placed | None:
        """The block at this height, as far as it is set."""
        return next(self.blocks(y, y + 1), None)

    # --- Setting -----------------------------------------------------------------------

    def height_of(self, section: int) -> float:
        """How high a section is, which is set for it."""
        return self._set(section).height

    def set_from(self, section: int, height: float) -> None:
        """Set sections from this one on, until they are so high."""
        while section < len(self.sections) and height > 0:
            height -= self._set(section).height
            section += 1

    def set_one_of(self, top: float, bottom: float) -> bool:
        """Set one section more between two heights, whether there was one; let go of far ones."""
        first, last = self.at(top), self.at(bottom)
        for number in range(first, min(last + 1, len(self.sections))):
            if number not in self._laid:
                self._set(number)
                return True
        for far in [n for n in self._laid if not first - _KEPT <= n <= last + _KEPT]:
            del self._laid[far]
        return False

    def _set(self, number: int) -> _Laid:
        laid = self._laid.get(number)
        if laid is None:
            blocks = tuple(self.setter.blocks(self._setting.items(self.sections[number])))
            tops, height = [], 0.0
            for block in blocks:
                tops.append(height)
                height += block.height
            laid = self._laid[number] = _Laid(blocks, tuple(tops), height)
            self._heights.change(number, height)
            self._note_scale(self.sections[number].page, blocks)
        return laid

    def _note_scale(self, page: int | None, blocks: Sequence[Block]) -> None:
        seen = [block for block in blocks if block.slip is not None]
        lines = [block for block in seen if not block.is_alone] or seen
        if page is not None and lines:
            self.scales[page] = max(self.scales.get(page, 0.0), *(b.scale for b in lines))

    def _estimate(self, section: Section) -> float:
        measure = self.setter.measure
        if section.page is None:
            letters = measure.width / (_LETTER * measure.typography.size * measure.enlarged)
            return ceil((section.end - section.start) / letters) * measure.row + BELOW
        line = _LINE * measure.width + UNDER_PICTURE + measure.row + BELOW
        return RULE + ceil(section.words / _WORDS) * line

"""From the offsets of a text to those of the same text with some stretches replaced, and back.

Offsets are in code points, start inclusive, end exclusive.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

Stretch = tuple[int, int]  # start and end in a text


@dataclass(frozen=True, slots=True)
class Replaced:
    """`text[start:end]` stands as `shown[shown_start:shown_end]`; either may be empty."""

    start: int
    end: int
    shown_start: int
    shown_end: int

    def reversed(self) -> Replaced:
        return Replaced(self.shown_start, self.shown_end, self.start, self.end)


@dataclass(frozen=True)
class OffsetMap:
    """The replaced stretches in order; none shares a character with another.

    What is not replaced keeps its characters one by one.  A stretch that begins or ends
    within what is replaced takes in all of it.
    """

    replaced: Sequence[Replaced] = ()

    def to_shown(self, start: int, end: int) -> Stretch:
        """A stretch of the text, in the text as shown; what is put in at its ends is left out."""
        return self._moved(start, end, inner=True)

    def to_text(self, start: int, end: int) -> Stretch:
        """A stretch of the text as shown, in the text itself."""
        return self.reversed.to_shown(start, end)

    def around(self, start: int, end: int) -> Stretch:
        """As `to_shown`, with what is put in at its ends."""
        return self._moved(start, end, inner=False)

    def part(self, start: int, end: int) -> Stretch:
        """As `around`, for one of several parts: what was begun before `start` is not in it."""
        if not self.replaced:
            return start, end
        return self._edge(start, past=False)[1], self._edge(end, past=True)[1]

    def touches(self, start: int, end: int) -> bool:
        """Whether something is replaced in a stretch of the text, or put in at its ends."""
        return bisect_left(self._ends, start) < bisect_right(self._starts, end)

    @cached_property
    def reversed(self) -> OffsetMap:
        return OffsetMap([each.reversed() for each in self.replaced])

    def _moved(self, start: int, end: int, *, inner: bool) -> Stretch:
        if not self.replaced:
            return start, end
        inner = inner and start < end  # a mere place takes in what is put in there
        return self._edge(start, past=inner)[0], self._edge(end, past=not inner)[1]

    def _edge(self, at: int, *, past: bool) -> Stretch:
        """Where this is shown, before or `past` what is put in there; all of it if replaced."""
        begun = bisect_left(self._starts, at)
        if begun and self.replaced[begun - 1].end > at:
            within = self.replaced[begun - 1]
            return within.shown_start, within.shown_end
        done = bisect_right(self._ends, at) if past else begun
        shown = at + (
            self.replaced[done - 1].shown_end - self.replaced[done - 1].end if done else 0
        )
        return shown, shown

    @cached_property
    def _starts(self) -> list[int]:
        return [each.start for each in self.replaced]

    @cached_property
    def _ends(self) -> list[int]:
        return [each.end for each in self.replaced]

"""Finds those of many marks that lie on a stretch of the text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from viewer.transcript.marks import Mark


class MarkIndex:
    """The marks by where they begin, and how far those that begin earlier reach at most."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.marks = marks
        self._order = sorted(range(len(marks)), key=lambda index: marks[index].start)
        self._starts = [marks[index].start for index in self._order]
        self._reach = list(accumulate((marks[index].end for index in self._order), max))

    def between(self, start: int, end: int) -> list[Mark]:
        """Those with characters from `start` to `end`, at Qt's positions, in their order."""
        earliest = bisect_right(self._reach, start)
        found = sorted(self._order[earliest : bisect_left(self._starts, end)])
        return [self.marks[index] for index in found if self.marks[index].end > start]

"""The lines of the table: documents in order, and a heading over each group of them.

Places count the documents from 0, lines the documents that are shown and the headings.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from library.shelving.answer import Arranged, Group

NOTHING = Arranged(array("q"))


class Lines:
    """A folded group shows its heading alone."""

    def __init__(self, arranged: Arranged = NOTHING, folded: frozenset[str] = frozenset()) -> None:
        self.numbers = arranged.numbers
        self.groups = arranged.groups
        self.folded = folded
        heights = (1 + (0 if g.value in folded else g.count) for g in self.groups)
        self._tops = [0, *accumulate(heights)]
        self._starts = [group.start for group in self.groups]

    def __len__(self) -> int:
        return self._tops[-1] if self.groups else len(self.numbers)

    def heading(self, line: int) -> Group | None:
        """The group whose heading stands there."""
        if not self.groups:
            return None
        nth = bisect_right(self._tops, line) - 1
        is_heading = nth < len(self.groups) and self._tops[nth] == line
        return self.groups[nth] if is_heading else None

    def place(self, line: int) -> int | None:
        """The place of the document that stands there; None for a heading."""
        if not self.groups:
            return line
        nth = bisect_right(self._tops, line) - 1
        below = line - self._tops[nth] - 1
        return None if below < 0 else self.groups[nth].start + below

    def number(self, line: int) -> int | None:
        place = self.place(line)
        return None if place is None else self.numbers[place]

    def line(self, place: int) -> int | None:
        """Where a document stands; None where its group is folded."""
        return next((first for first, _ in self.spans(place, place)), None)

    def spans(self, first: int, last: int) -> Iterator[tuple[int, int]]:
        """First and last line of each stretch in which these places are shown."""
        if not self.groups:
            yield first, last
            return
        nth = bisect_right(self._starts, first) - 1
        while nth < len(self.groups) and self._starts[nth] <= last:
            group, top = self.groups[nth], self._tops[nth] + 1
            stop = min(last + 1, group.start + group.count)
            if group.value not in self.folded:
                yield top + max(first, group.start) - group.start, top + stop - 1 - group.start
            nth += 1

    def places(self, first: int, last: int) -> Iterator[range]:
        """The places of the documents from one line to another, the last included."""
        if not self.groups:
            yield range(first, last + 1)
            return
        nth = bisect_right(self._tops, first) - 1
        while nth < len(self.groups) and self._tops[nth] <= last:
            group, top = self.groups[nth], self._tops[nth] + 1
            start, stop = max(first, top), min(last + 1, self._tops[nth + 1])
            if start < stop:
                yield range(group.start + start - top, group.start + stop - top)
            nth += 1

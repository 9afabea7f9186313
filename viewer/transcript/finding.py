"""Find in the text: searched in slices, so that a long text never stalls the window.

The text is searched as it is shown; hits are in code points of the untouched one.
"""

from __future__ import annotations

import time
from array import array
from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from library.correcting.correcting import Corrected
from library.model.folding import find_all
from viewer.transcript.pieces import pieces_of

SLICE = 0.008  # seconds of searching before the window has its turn


class Finding(QObject):
    """One search in one text, and the hit the reader is at."""

    changed = Signal()  # more was found, or another hit is the reader's

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # Numbers side by side: half a million pairs would keep the garbage collector busy.
        self._starts = array("q")
        self._ends = array("q")
        self.at: int | None = None
        self.searching = False
        self._from = 0
        self._work: Iterator[None] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._search_on)

    def start(self, query: str, corrected: Corrected | None, offset: int) -> None:
        """Search for `query`; the first hit from `offset` on becomes the reader's."""
        self._starts, self._ends = array("q"), array("q")
        self.at, self._from = None, offset
        self.searching = corrected is not None and bool(query.strip())
        self._work = self._search(query, corrected) if corrected and self.searching else iter(())
        self._timer.start()
        self._search_on()

    def stop(self) -> None:
        self.start("", None, 0)

    def step(self, by: int) -> None:
        """Go so many hits on or back, round the ends."""
        if self.count:
            self.at = 0 if self.at is None else (self.at + by) % self.count
            self.changed.emit()

    @property
    def count(self) -> int:
        """How many hits there are so far."""
        return len(self._starts)

    @property
    def starts(self) -> array[int]:
        """Where the hits begin; grows while the search goes on."""
        return self._starts

    @property
    def ends(self) -> array[int]:
        return self._ends

    @property
    def hit(self) -> tuple[int, int] | None:
        """The reader's hit."""
        return None if self.at is None else (self._starts[self.at], self._ends[self.at])

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The hits that begin in this part of the text."""
        part = slice(bisect_left(self._starts, start), bisect_left(self._starts, end))
        return list(zip(self._starts[part], self._ends[part], strict=True))

    def _search(self, query: str, corrected: Corrected) -> Iterator[None]:
        offsets = corrected.offsets
        for piece in pieces_of(corrected.untouched):
            first, last = offsets.part(piece.start, piece.end)
            for hit in find_all(query, corrected.text[first:last]):
                start, end = offsets.to_text(first + hit[0], first + hit[1])
                self._starts.append(start)
                self._ends.append(end)
            yield

    def _search_on(self) -> None:
        until = time.monotonic() + SLICE
        for _ in self._work:
            if time.monotonic() > until:
                break
        else:
            self.searching = False
            self._timer.stop()
        self._choose_first()
        self.changed.emit()

    def _choose_first(self) -> None:
        if self.at is None and self.count:
            here = bisect_left(self._starts, self._from)
            if here < self.count or not self.searching:
                self.at = here % self.count

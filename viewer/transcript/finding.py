"""Find in the text: searched in slices, so that a long text never stalls the window.

Hits are in code points of the text.
"""

from __future__ import annotations

import time
from bisect import bisect_left
from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal

from library.model.document import Version
from library.model.folding import find_all
from viewer.transcript.pieces import pieces_of

SLICE = 0.008  # seconds of searching before the window has its turn


class Finding(QObject):
    """One search in one text, and the hit the reader is at."""

    changed = Signal()  # more was found, or another hit is the reader's

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: list[tuple[int, int]] = []
        self.at: int | None = None
        self.searching = False
        self._from = 0
        self._work: Iterator[None] = iter(())
        self._timer = QTimer(self, interval=0)
        self._timer.timeout.connect(self._search_on)

    def start(self, query: str, version: Version | None, offset: int) -> None:
        """Search for `query`; the first hit from `offset` on becomes the reader's."""
        self.hits, self.at, self._from = [], None, offset
        self.searching = version is not None and bool(query.strip())
        self._work = self._search(query, version) if version and self.searching else iter(())
        self._timer.start()
        self._search_on()

    def stop(self) -> None:
        self.start("", None, 0)

    def step(self, by: int) -> None:
        """Go so many hits on or back, round the ends."""
        if self.hits:
            self.at = ((self.at or 0) + by) % len(self.hits) if self.at is not None else 0
            self.changed.emit()

    @property
    def hit(self) -> tuple[int, int] | None:
        return None if self.at is None else self.hits[self.at]

    def between(self, start: int, end: int) -> list[tuple[int, int]]:
        """The hits that begin in this part of the text."""
        return self.hits[bisect_left(self.hits, (start, 0)) : bisect_left(self.hits, (end, 0))]

    def _search(self, query: str, version: Version) -> Iterator[None]:
        for piece in pieces_of(version):
            text = version.text[piece.start : piece.end]
            for start, end in find_all(query, text):
                self.hits.append((piece.start + start, piece.start + end))
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
        if self.at is None and self.hits:
            here = bisect_left(self.hits, (self._from, 0))
            if here < len(self.hits) or not self.searching:
                self.at = here % len(self.hits)

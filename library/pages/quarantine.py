"""Pages and files that cost processes their lives; they are not tried again by themselves.

A page is held once it has ended two processes, one after the other.  A file is held whole
where that happened to what is asked of all of it, or to two of its pages: the pages that can
be drawn stay readable, and a file that is bad throughout does not end process after process.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from pathlib import Path

from library.pages.requests import Draw, Picture, ReadPages, ReadWords, Request

_MOST = 2  # pages of a file that may be lost before all of it is held
_ALL = -1  # in the place of a page's number


class Quarantine:
    """Usable from several threads."""

    def __init__(self) -> None:
        self._lost: dict[Path, set[int]] = defaultdict(set)
        self._lock = threading.Lock()

    def lose(self, request: Request) -> None:
        """It ended two processes."""
        with self._lock:
            self._lost[request.source.path] |= _pages(request)

    def holds(self, request: Request) -> bool:
        """Whether it, or all of its file, is not to be tried."""
        with self._lock:
            lost = self._lost.get(request.source.path, set())
            return _ALL in lost or len(lost) >= _MOST or bool(lost & _pages(request))

    def release(self, path: Path) -> None:
        """The reader wants the file to be tried again."""
        with self._lock:
            self._lost.pop(path, None)


def _pages(request: Request) -> set[int]:
    match request:
        case Draw() | Picture() | ReadWords():
            return {request.page}
        case ReadPages() if request.last - request.first == 1:
            return {request.first}
    return {_ALL}

"""The lock of a library's folder: one program writes at a time.

The system lets go of it when the process ends, however it ends.  The file stays: removing
it would let two programs hold locks on two files of the same name.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from library.errors import LibraryInUse

NAME = "library.lock"

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(descriptor: int) -> None:
        # `flock`, not `lockf`: it holds between two opens of one process, too.
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class FolderLock:
    """Held from construction to `release`.  Raises `LibraryInUse`."""

    def __init__(self, folder: Path) -> None:
        self._descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _take(self._descriptor)
        except (BlockingIOError, PermissionError) as error:
            os.close(self._descriptor)
            raise LibraryInUse(folder) from error

    def release(self) -> None:
        os.close(self._descriptor)

"""The lock of a library's folder: one program writes at a time.

The system lets go of it when the process ends, however it ends.  The file stays: removing
it would let two programs hold locks on two files of the same name.

In the file stands whether the library is open: where it says so and nobody holds the lock, the
library was not closed, but killed, or the power was cut.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager, suppress
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


_OPEN = b"open\n"


def has_been_locked(folder: Path) -> bool:
    """Whether Diptych had a library open here before."""
    try:
        return (folder / NAME).read_bytes() in (b"", _OPEN)
    except OSError:
        return False


def says_open(folder: Path) -> bool:
    """Whether somebody has the library open, or did not close it."""
    try:
        return (folder / NAME).read_bytes() == _OPEN
    except OSError:
        return False


def is_free(folder: Path) -> bool:
    """Whether no program writes to the library just now."""
    try:
        FolderLock(folder).release()
    except (LibraryInUse, OSError):
        return False
    return True


class FolderLock:
    """Held from construction to `release`.  Raises `LibraryInUse`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._descriptor = os.open(folder / NAME, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            _take(self._descriptor)
        except (BlockingIOError, PermissionError) as error:
            os.close(self._descriptor)
            raise LibraryInUse(folder) from error

    @property
    def says_open(self) -> bool:
        """Whether whoever had the library open before did not close it."""
        os.lseek(self._descriptor, 0, os.SEEK_SET)
        return os.read(self._descriptor, len(_OPEN)) != b""

    def mark_open(self) -> None:
        """See to the disk that the library is open; only `mark_closed` takes that back."""
        if not self.says_open:
            with suppress(OSError):  # a full disk: it can be read all the same
                os.lseek(self._descriptor, 0, os.SEEK_SET)
                os.write(self._descriptor, _OPEN)
                os.fsync(self._descriptor)

    def mark_closed(self) -> None:
        with suppress(OSError):  # then it is checked once more than need be
            os.ftruncate(self._descriptor, 0)
            os.fsync(self._descriptor)

    @contextmanager
    def at_its_place(self) -> Generator[FolderLock]:
        """The lock of the folder that is there now; it is held from here on if the block ends well.

        Raises `LibraryInUse` where it is another folder, and another program writes there.
        """
        if self._is_at_its_place():
            yield self
            return
        there = FolderLock(self._folder)
        try:
            yield there
        except BaseException:
            there.release()
            raise
        self.release()
        self._descriptor = there._descriptor

    def _is_at_its_place(self) -> bool:
        try:
            there = (self._folder / NAME).stat()
        except FileNotFoundError:
            return False
        return os.path.samestat(os.fstat(self._descriptor), there)

    def release(self) -> None:
        os.close(self._descriptor)

    close = release

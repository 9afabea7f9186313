"""What a library does so that nothing is lost, at the reader's word."""

from __future__ import annotations

from pathlib import Path

from library.store.safety.inspecting import Work, inspecting


class Safety:
    """The checks and the backups of an open library."""

    def __init__(self, path: Path) -> None:
        """`path` is that of library.db."""
        self._path = path

    def checking(self, *, thoroughly: bool = True) -> Work:
        """Look the library over while it is in use; see `inspecting`."""
        return inspecting(self._path, thoroughly=thoroughly)

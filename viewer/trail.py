"""The way back: where the reader was before each jump."""

from __future__ import annotations

from viewer.places import Place


class Trail:
    """Back and forward, as in a browser: a new jump forgets what lay ahead."""

    def __init__(self) -> None:
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    @property
    def can_go_back(self) -> bool:
        return bool(self._behind)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._ahead)

    def leave(self, here: Place) -> None:
        """The reader jumps away from here."""
        self._behind.append(here)
        self._ahead.clear()

    def back(self, here: Place) -> Place | None:
        """Where to go back to, None at the beginning."""
        if not self._behind:
            return None
        self._ahead.append(here)
        return self._behind.pop()

    def forward(self, here: Place) -> Place | None:
        """Where to go forward to, None at the end."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()

"""The rows that were looked at last: a bounded memory, filled from the library as needed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from library.model.reading import ShelfEntry

HELD = 4096  # rows: some 6 MB


class Entries:
    """By number.  What became old is shown until what is new has come."""

    def __init__(self) -> None:
        self._held: dict[int, ShelfEntry | None] = {}
        self._old: set[int] = set()

    def get(self, number: int) -> ShelfEntry | None:
        return self._held.get(number)

    def needs(self, number: int) -> bool:
        """Whether it must be asked for."""
        return number not in self._held or number in self._old

    def take(self, found: Mapping[int, ShelfEntry | None]) -> None:
        """None for a document that is gone."""
        for number, entry in found.items():
            self._held.pop(number, None)
            self._held[number] = entry
        self._old.difference_update(found)
        for number in list(self._held)[: max(0, len(self._held) - HELD)]:
            del self._held[number]
            self._old.discard(number)

    def age(self) -> None:
        """The library has changed: ask anew for what is looked at."""
        self._old.update(self._held)

    def all_of(self, numbers: Iterable[int]) -> list[ShelfEntry] | None:
        """The entries of all of these; None where one of them is not held."""
        found = []
        for number in numbers:
            if number not in self._held:
                return None
            entry = self._held[number]
            found += [entry] if entry is not None else []
        return found

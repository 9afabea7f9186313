"""The correspondence of a translation: by way of the text whose paragraphs it is paired with."""

from __future__ import annotations

from collections.abc import Iterator

from library.joining.by_words import ByWords
from library.joining.runs import between
from library.model.document import Version
from library.model.pairing import Pairing

_PAIRED = 0.9  # probability from which two paragraphs are taken to say the same


class ByParagraphs:
    """A `library.joining.correspondence.Correspondence`.

    Within paragraphs, and over those that have no partner, one moves evenly.
    """

    def __init__(
        self, original: ByWords, translation: Version, other: Version, pairing: Pairing
    ) -> None:
        """`original` is the correspondence of the `other` text."""
        self._original = original
        self._here = [0]
        self._there = [0]
        for here, there in _ends(translation, other, pairing):
            if here >= self._here[-1] and there >= self._there[-1]:
                self._here.append(here)
                self._there.append(there)

    def offset_at(self, page: int, height: float, near: float | None = None) -> float:
        by = None if near is None else self._over(near)
        return self._back(self._original.offset_at(page, height, by))

    def place_at(self, offset: float, near: int | None = None) -> tuple[int, float]:
        return self._original.place_at(self._over(offset), near)

    def start_of(self, page: int) -> int:
        return round(self._back(self._original.start_of(page)))

    def _over(self, offset: float) -> float:
        return between(self._here, self._there, offset)

    def _back(self, offset: float) -> float:
        return between(self._there, self._here, offset)


def _ends(translation: Version, other: Version, pairing: Pairing) -> Iterator[tuple[int, int]]:
    """Where paragraphs begin and end that say the same, in either text, and the texts' ends."""
    for firsts, seconds in _beads(pairing):
        here, there = translation.paragraphs, other.paragraphs
        yield here[firsts[0]].start, there[seconds[0]].start
        yield here[firsts[-1]].end, there[seconds[-1]].end
    yield len(translation.text), len(other.text)


def _beads(pairing: Pairing) -> Iterator[tuple[range, range]]:
    """Groups of neighbours that say the same: one paragraph may say what two do."""
    sure = sorted((p.first, p.second) for p in pairing.pairs if p.probability >= _PAIRED)
    while sure:
        firsts, seconds = ({each} for each in sure[0])
        while sure and (sure[0][0] in firsts or sure[0][1] in seconds):
            first, second = sure.pop(0)
            firsts.add(first)
            seconds.add(second)
        yield range(min(firsts), max(firsts) + 1), range(min(seconds), max(seconds) + 1)

"""Paragraphs of a document's texts that say the same, surely enough to be shown."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from library.model.document import Document
from library.model.joined import Joined
from library.model.pairing import Pairing

_PAIRED = 0.9  # probability from which paragraphs are shown as joined


class Paragraphs:
    """Looks up paragraphs by their number in `Version.paragraphs`."""

    def __init__(self, document: Document, joined: Joined) -> None:
        self._joined = joined
        recognised = joined.recognised
        known = (*document.versions, *((recognised,) if recognised else ()))
        self._paragraphs = {version.id: version.paragraphs for version in known}

    def touched(self, version: str, start: int, end: int) -> range:
        """The paragraphs that share a character with `text[start:end]` of a version."""
        paragraphs = self._paragraphs.get(version, ())
        first = bisect_right(paragraphs, start, key=lambda each: each.end)
        return range(first, max(first, bisect_left(paragraphs, end, key=lambda each: each.start)))

    def stretches(self, version: str, numbers: Iterable[int]) -> list[tuple[int, int]]:
        """From where to where paragraphs stand in their text, in its order."""
        paragraphs = self._paragraphs.get(version, ())
        return [(paragraphs[n].start, paragraphs[n].end) for n in sorted(set(numbers))]

    def partners(self, version: str, numbers: Sequence[int], other: str) -> list[int]:
        """The paragraphs of another text that say what these say, each once.

        Two translations meet in the text that both were made from.
        """
        middle = self._middle(version, other)
        if middle is None:
            return []
        for one, next_ in zip((version, *middle), (*middle, other), strict=True):
            numbers = self._paired(one, numbers, next_)
        return list(numbers)

    def pairs(self, version: str, other: str) -> list[tuple[int, int]]:
        """All paragraphs of two texts that say the same, in the order of the first."""
        ours, theirs = self._joined.pairing(version), self._joined.pairing(other)
        if ours is not None and ours.other == other:
            return _sure(ours)
        if theirs is not None and theirs.other == version:
            return sorted((second, first) for first, second in _sure(theirs))
        if ours is None or self._middle(version, other) is None:
            return []
        return [(a, c) for a, b in _sure(ours) for c in self._paired(ours.other, (b,), other)]

    def _middle(self, version: str, other: str) -> tuple[str, ...] | None:
        """The texts on the way from one to the other; None where there is no way."""
        ours, theirs = self._joined.pairing(version), self._joined.pairing(other)
        if (ours and ours.other == other) or (theirs and theirs.other == version):
            return ()
        return (ours.other,) if ours and theirs and ours.other == theirs.other else None

    def _paired(self, version: str, numbers: Iterable[int], other: str) -> list[int]:
        pairing = self._joined.pairing(version)
        if pairing is None or pairing.other != other:
            pairing = self._joined.pairing(other)
        if pairing is None:
            return []
        found = (n for each in numbers for n in pairing.partners(version, each, least=_PAIRED))
        return list(dict.fromkeys(found))


def _sure(pairing: Pairing) -> list[tuple[int, int]]:
    return [(p.first, p.second) for p in pairing.pairs if p.probability >= _PAIRED]

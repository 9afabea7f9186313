"""Which paragraphs of a translation say what which paragraphs of the original do.

Paragraphs are known by their number, from 0, in `Version.paragraphs`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class ParagraphPair:
    """Paragraph `first` of one version says what paragraph `second` of the other does."""

    first: int
    second: int
    probability: float  # 0..1


@dataclass(frozen=True)
class Pairing:
    """Which paragraphs of two versions of a document belong together, by their numbers.

    A paragraph may belong to several, or to none.  The doubtful pairs are kept, too; what
    the reader is shown is asked for with `least`.
    """

    version: str  # the id of the translation, whose paragraphs come first in each pair
    other: str  # the id of the transcript, or of the recognised text
    pairs: tuple[ParagraphPair, ...]

    def of(self, version: str, paragraph: int, least: float = 0.0) -> tuple[ParagraphPair, ...]:
        """The pairs, `least` probable, of a paragraph of either version, in their order."""
        by_number = self._by_first if version == self.version else self._by_second
        pairs = by_number.get(paragraph, ()) if version in {self.version, self.other} else ()
        return tuple(pair for pair in pairs if pair.probability >= least)

    def partners(self, version: str, paragraph: int, least: float = 0.0) -> tuple[int, ...]:
        """The numbers, in the other version, of the paragraphs that say the same."""
        pairs = self.of(version, paragraph, least)
        if version == self.version:
            return tuple(pair.second for pair in pairs)
        return tuple(pair.first for pair in pairs)

    @cached_property
    def _by_first(self) -> dict[int, list[ParagraphPair]]:
        by_number: dict[int, list[ParagraphPair]] = {}
        for pair in self.pairs:
            by_number.setdefault(pair.first, []).append(pair)
        return by_number

    @cached_property
    def _by_second(self) -> dict[int, list[ParagraphPair]]:
        by_number: dict[int, list[ParagraphPair]] = {}
        for pair in self.pairs:
            by_number.setdefault(pair.second, []).append(pair)
        return by_number

"""How the texts of a document and its scan belong together, as far as is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from library.model.difference import Difference
from library.model.document import Version
from library.model.link import Alignment
from library.model.pairing import Pairing


@dataclass(frozen=True, slots=True)
class Count:
    """How many of a text's words stand on the scan; marks without letters do not count."""

    linked: int
    words: int


@dataclass(frozen=True)
class Joined:
    """Links by word and by paragraph, for the pages whose words are known."""

    alignments: Mapping[str, Alignment] = field(default_factory=dict)  # by the version's id
    counts: Mapping[str, Count] = field(default_factory=dict)  # likewise
    pairings: tuple[Pairing, ...] = ()  # of translations
    recognised: Version | None = None  # where no text is in the language of the scan
    shares: Mapping[int, float] = field(
        default_factory=dict
    )  # of a page's letters, surely linked: 0..1
    pages: frozenset[int] = frozenset()  # of the document: their words are known
    differences: Mapping[str, tuple[Difference, ...]] = field(
        default_factory=dict
    )  # by the version's id, where enough of a text is on the scan

    def alignment(self, version: str) -> Alignment:
        """That of the version with this id; an empty one where nothing is known."""
        return self.alignments.get(version) or Alignment(version, ())

    def pairing(self, version: str) -> Pairing | None:
        """Which paragraphs of another text say what this translation says."""
        return next((each for each in self.pairings if each.version == version), None)
